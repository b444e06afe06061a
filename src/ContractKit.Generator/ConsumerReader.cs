using System;
using System.Linq;
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
        (ConsumerFeatures.RuntimeLibrary, ["ContractKit.ContractTypeAttribute"]),
    ];

    public static Consumer Read(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var features = ConsumerFeatures.None;
        foreach (var (feature, types) in s_features)
        {
            if (types.All(type => IsThere(compilation, type)))
            {
                features |= feature;
            }
        }

        var global = options.GlobalOptions;
        return new Consumer(
            compilation is CSharpCompilation { LanguageVersion: var version } ? (int)version : 0,
            features,
            Enabled(global) ? Parts(global) : GeneratedParts.None,
            Option(global, "ContractKitVisibility").Equals("internal", StringComparison.OrdinalIgnoreCase)
                ? GeneratedVisibility.Internal
                : GeneratedVisibility.Public,
            Option(global, "RootNamespace") is { Length: > 0 } root ? root : compilation.AssemblyName ?? "",
            Folder(Option(global, "ProjectDir")));
    }

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
            parts |= part.Trim().ToLowerInvariant() switch
            {
                "types" => GeneratedParts.Types,
                "client" => GeneratedParts.Client,
                "server" => GeneratedParts.Server,
                _ => GeneratedParts.None,
            };
        }

        return parts;
    }

    private static string Folder(string path)
    {
        var folder = path.Replace('\\', '/');
        return folder.Length == 0 || folder[folder.Length - 1] == '/' ? folder : folder + "/";
    }

    private static string Option(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out var value) ? value.Trim() : "";

    // A polyfill that several references keep to themselves makes GetTypeByMetadataName answer null, so each is asked.
    private static bool IsThere(Compilation compilation, string type) =>
        compilation.GetTypesByMetadataName(type).Any(found => compilation.IsSymbolAccessibleWithin(found, compilation.Assembly));
}
