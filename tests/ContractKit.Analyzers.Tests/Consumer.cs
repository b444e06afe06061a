using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractKit.Analyzers.Tests;

/// <summary>A consumer's project with two contracts: task status and predictions.</summary>
internal static class Consumer
{
    public static CSharpParseOptions Parse { get; } = new(LanguageVersion.CSharp14);

    public static CSharpCompilationOptions Options { get; } = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    public static ImmutableArray<MetadataReference> Libraries { get; } = Load();

    /// <summary>The generated face of the contracts.</summary>
    public static ImmutableArray<SyntaxTree> Contracts { get; } =
        [.. new[] { "TaskStatus.cs", "Predictions.cs" }.Select(static file => CSharpSyntaxTree.ParseText(Read(file), Parse, file.Replace(".cs", ".g.cs", StringComparison.Ordinal)))];

    /// <summary>A project with the contracts and those files.</summary>
    public static CSharpCompilation Of(params string[] files) => CSharpCompilation.Create(
        "Consumer" + Guid.NewGuid().ToString("N"),
        [.. Contracts, .. files.Select(static (text, index) => CSharpSyntaxTree.ParseText(text, Parse, $"File{index}.cs"))],
        Libraries,
        Options);

    /// <summary>What the analyzer has to say, in order of place; analyzer crashes included.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Diagnose(Compilation compilation, AnalyzerOptions? options = null, DiagnosticAnalyzer? analyzer = null)
    {
        var diagnostics = await compilation.WithAnalyzers([analyzer ?? new ContractAnalyzer()], options ?? new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    public static string Read(string file) => File.ReadAllText(Repository.PathOf("tests", "ContractKit.Analyzers.Tests", "Contracts", file));

    private static ImmutableArray<MetadataReference> Load()
    {
        ImmutableArray<MetadataReference> platform = [
            .. ConsumerCompilation.References,
            MetadataReference.CreateFromFile(typeof(Newtonsoft.Json.JsonConvert).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(Xunit.Assert).Assembly.Location)];
        var image = new MemoryStream();
        var result = CSharpCompilation.Create("ThirdParty", [CSharpSyntaxTree.ParseText(Read("ThirdParty.cs"))], platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return platform.Add(MetadataReference.CreateFromImage(image.ToArray()));
    }
}
