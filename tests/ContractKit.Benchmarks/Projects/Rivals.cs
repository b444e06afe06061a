using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using NJsonSchema;
using NJsonSchema.CodeGeneration.CSharp;

namespace ContractKit.Benchmarks.Projects;

/// <summary>What else makes C# of schemas, or JSON code of C#.</summary>
internal static class Rivals
{
    /// <summary>A generator that makes nothing: what the driver itself costs.</summary>
    public static IIncrementalGenerator Empty => new EmptyGenerator();

    /// <summary>System.Text.Json's generator, from the SDK's reference pack of the running runtime's version; null where that is not installed.</summary>
    public static IIncrementalGenerator? SystemTextJson()
    {
        var packs = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        var assembly = Directory.Exists(packs)
            ? Directory.EnumerateDirectories(packs, Environment.Version.Major + ".*").Order(StringComparer.Ordinal)
                .Select(static pack => Path.Combine(pack, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll")).LastOrDefault(File.Exists)
            : null;
        return assembly is null
            ? null
            : (IIncrementalGenerator)Activator.CreateInstance(Assembly.LoadFrom(assembly).GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator", throwOnError: true)!)!;
    }

    /// <summary>NJsonSchema's C# for one document.</summary>
    public static string NJsonSchema(string schema, string @namespace = "Acme") =>
        new CSharpGenerator(
            JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult(),
            new CSharpGeneratorSettings { Namespace = @namespace, JsonLibrary = CSharpJsonLibrary.SystemTextJson, GenerateDataAnnotations = true }).GenerateFile("Thing");

    /// <summary>The arguments with which <c>dotnet</c> runs NSwag on an OpenAPI document; null where the package has no build for this runtime.</summary>
    public static IReadOnlyList<string>? NSwag(string openApi, string output)
    {
        var package = typeof(Rivals).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "NSwag").Value!;
        var program = Directory.Exists(package)
            ? Directory.EnumerateFiles(package, "dotnet-nswag.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault(path => path.Contains("Net" + Environment.Version.Major, StringComparison.OrdinalIgnoreCase))
            : null;
        return program is null
            ? null
            : [program, "openapi2csclient", "/input:" + openApi, "/output:" + output, "/namespace:Acme", "/generateClientClasses:false", "/jsonLibrary:SystemTextJson"];
    }

    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }
}
