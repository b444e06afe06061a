using System;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractKit.Generator;

/// <summary>Reads off a compilation and its options what the consumer has to offer.</summary>
internal static class ConsumerReader
{
    private static readonly (ConsumerFeatures Feature, string[] Types)[] s_features =
    [
        (ConsumerFeatures.Init, ["System.Runtime.CompilerServices.IsExternalInit"]),
        (ConsumerFeatures.Required,
        [
            "System.Runtime.CompilerServices.RequiredMemberAttribute",
            "System.Runtime.CompilerServices.CompilerFeatureRequiredAttribute",
            "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute",
        ]),
        // The library's too: .NET 6 and 7 have the type, but get the library for .NET Standard, which lacks it.
        (ConsumerFeatures.DateOnly, ["System.DateOnly", "ContractKit.Json.DateOnlyConverter"]),
        (ConsumerFeatures.Parsable, ["System.IParsable`1", "System.ISpanFormattable"]),
        (ConsumerFeatures.NotNullWhen, ["System.Diagnostics.CodeAnalysis.NotNullWhenAttribute"]),
        (ConsumerFeatures.AspNetCore, ["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder", "Microsoft.AspNetCore.Http.HttpContext"]),
        (ConsumerFeatures.HttpClientFactory, ["Microsoft.Extensions.DependencyInjection.IHttpClientBuilder", "Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions"]),
        (ConsumerFeatures.OpenApi, ["Microsoft.AspNetCore.OpenApi.IOpenApiSchemaTransformer", "Microsoft.OpenApi.IOpenApiSchema"]),
        (ConsumerFeatures.Resilience, ["Microsoft.Extensions.Http.Resilience.HttpStandardResilienceOptions", "Polly.HttpResilienceContextExtensions"]),
        (ConsumerFeatures.RuntimeLibrary, ["ContractKit.ContractTypeAttribute"]),
    ];

    /// <summary>Reads them.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="options">Its options.</param>
    /// <param name="namespaces">The namespaces that manifests name; empty for the project's own.</param>
    public static Consumer Read(Compilation compilation, AnalyzerConfigOptionsProvider options, EquatableArray<string> namespaces)
    {
        var features = ConsumerFeatures.None;
        foreach (var (feature, types) in s_features)
        {
            if (types.All(type => TypeLookup.IsAccessible(compilation, type)))
            {
                features |= feature;
            }
        }

        var global = options.GlobalOptions;
        var root = AsNamespace(Option(global, "RootNamespace") is { Length: > 0 } own ? own : compilation.AssemblyName ?? "");
        return new Consumer(
            compilation is CSharpCompilation { LanguageVersion: var version } ? (int)version : 0,
            features,
            Enabled(global) ? Parts(global) : GeneratedParts.None,
            Option(global, "ContractKitVisibility").Equals("internal", StringComparison.OrdinalIgnoreCase)
                ? GeneratedVisibility.Internal
                : GeneratedVisibility.Public,
            root,
            Folder(Option(global, "ProjectDir")))
        {
            TakenNames = OwnTypes.Taken(namespaces.Select(name => name.Length == 0 ? root : name), compilation),
        };
    }

    /// <summary>Whether the project's types may be records.</summary>
    public static bool HasRecords(Compilation compilation) =>
        compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp9 } && s_features[0].Types.All(type => TypeLookup.IsAccessible(compilation, type));

    private static bool Enabled(AnalyzerConfigOptions options) =>
        !Option(options, "ContractKitEnabled").Equals("false", StringComparison.OrdinalIgnoreCase);

    private static GeneratedParts Parts(AnalyzerConfigOptions options)
    {
        var wanted = Option(options, "ContractKitGenerate");
        if (wanted.Length == 0)
        {
            return GeneratedParts.Types | GeneratedParts.Client | GeneratedParts.Server;
        }

        var parts = GeneratedParts.None;
        foreach (var part in wanted.Split([';', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            parts |= part.Trim(' ').ToLowerInvariant() switch
            {
                "types" => GeneratedParts.Types,
                "client" => GeneratedParts.Client,
                "server" => GeneratedParts.Server,
                _ => GeneratedParts.None,
            };
        }

        return parts;
    }

    // A project may be called what no C# name is ("my-app.2x"): dotnet new writes the same in that case.
    private static string AsNamespace(string root) =>
        string.Join(".", root.Split(['.'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => new string([.. part.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]))
            .Select(static part => char.IsDigit(part[0]) ? "_" + part : part));

    private static string Folder(string path)
    {
        var folder = path.Replace('\\', '/');
        return folder.Length == 0 || folder[folder.Length - 1] == '/' ? folder : folder + "/";
    }

    private static string Option(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out var value) ? value.Trim(' ') : "";
}
