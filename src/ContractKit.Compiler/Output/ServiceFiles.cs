using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Output.Client;
using ContractKit.Compiler.Output.Server;
using ContractKit.Compiler.Output.Types;

namespace ContractKit.Compiler.Output;

/// <summary>A part of a service's code that makes a file of its own.</summary>
/// <param name="Suffix">What its file's name ends in, before <c>.g.cs</c>.</param>
/// <param name="SubNamespace">The namespace within the manifest's; null for that itself.</param>
/// <param name="Body">The types.</param>
/// <param name="Usings">The namespaces whose types are named by their short names.</param>
public sealed record ServiceFile(string Suffix, CSharpName? SubNamespace, Code Body, IReadOnlyList<string> Usings);

/// <summary>Renders services: their answers, clients and handlers.</summary>
public static class ServiceFiles
{
    /// <summary>The files of one service, as far as the consumer wants them and can compile them.</summary>
    /// <param name="service">The service, linked to its types.</param>
    /// <param name="options">The manifest's switches.</param>
    /// <param name="silencesObsolete">Whether any type of the manifest is deprecated, so that naming it would be warned about.</param>
    /// <param name="rendering">What the manifest's types are rendered with.</param>
    public static IReadOnlyList<ServiceFile> Render(
        ServiceContract service, ManifestOptions options, bool silencesObsolete, TypeRendering rendering)
    {
        var consumer = rendering.Consumer;
        var isClient = (consumer.Parts & GeneratedParts.Client) != 0;
        var isServer = consumer.Serves;
        if (!consumer.Has(ConsumerFeatures.RuntimeLibrary) || (!isClient && !isServer))
        {
            return [];
        }

        var names = Names(rendering);
        var code = new ServiceCode(service, rendering, names) { EnforcesResponses = options.EnforceResponses };
        var types = new List<Code>();
        if (isClient)
        {
            types.Add(new ClientFile(code).Render());
            if (consumer.Has(ConsumerFeatures.HttpClientFactory))
            {
                types.Add(new ClientRegistrationFile(code).Render());
            }
        }

        if (isServer)
        {
            types.Add(new HandlerFile(code).Render());
        }

        types.AddRange(service.Operations.Select(operation => new ResultFile(code, operation).Render()));
        types.Add(new OperationsFile(code).Render());
        if (silencesObsolete || service.Operations.Any(static operation => operation.Deprecated))
        {
            types.Insert(0, TypesFile.SilencesObsolete);
        }

        var file = new ServiceFile("", null, Code.Paragraphs(types), [.. names.Usings]);
        return isServer && service.OpenApi is { } document ? [file, Document(service, document, rendering)] : [file];
    }

    private static ServiceFile Document(ServiceContract service, string document, TypeRendering rendering)
    {
        var names = Names(rendering);
        var code = new OpenApiFile(new ServiceCode(service, rendering, names)).Render(document);
        return new ServiceFile("OpenApi", null, code, [.. names.Usings]);
    }

    private static LibraryNames Names(TypeRendering rendering)
    {
        var names = new LibraryNames(rendering);
        foreach (var used in TypeRendering.Usings)
        {
            names.Use(used);
        }

        return names;
    }

    /// <summary>What all handlers of a manifest share; nothing where none is wanted.</summary>
    public static ServiceFile? RenderEndpoints(Consumer consumer) =>
        consumer.Serves ? EndpointsFile.Render(consumer) : null;
}
