using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using ContractKit.Generator;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.Hostile.Tests;

/// <summary>A consumer's project in memory, taken through the generator and the C# compiler as its build would take it.</summary>
internal sealed class HostileProject
{
    // Compilations made of one share its references.
    private static readonly ConcurrentDictionary<int, CSharpCompilation> s_empty = new();
    private readonly CSharpCompilation _compilation;
    private readonly IReadOnlyList<AdditionalText> _files;

    private HostileProject(CSharpCompilation compilation, IReadOnlyList<AdditionalText> files, GeneratorRunResult run, TimeSpan time, long allocated)
    {
        _compilation = compilation;
        _files = files;
        Run = run;
        Time = time;
        Allocated = allocated;
    }

    /// <summary>What the generator did.</summary>
    public GeneratorRunResult Run { get; }

    /// <summary>How long the generator computed.</summary>
    public TimeSpan Time { get; }

    /// <summary>How many bytes the generator allocated, living or not.</summary>
    public long Allocated { get; }

    /// <summary>The generated files.</summary>
    public IReadOnlyList<SyntaxTree> Trees => [.. Run.GeneratedSources.Select(static source => source.SyntaxTree)];

    /// <summary>Hint names and texts, for comparison.</summary>
    public string Output => string.Join("\n", Run.GeneratedSources.Select(static source => "== " + source.HintName + "\n" + source.SourceText));

    /// <summary>The errors and warnings that the generator reported.</summary>
    public IReadOnlyList<Diagnostic> Problems => Run.Diagnostics;

    /// <summary>Runs the generator on a project.</summary>
    public static HostileProject Of(IReadOnlyList<ProjectFile> files, int languageVersion = 1400, string folder = "/project/")
    {
        var compilation = s_empty.GetOrAdd(languageVersion, static version => Empty(version == 703 ? LanguageVersion.CSharp7_3 : (LanguageVersion)version));
        var parse = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        var texts = files.Select(file => (AdditionalText)new FileText(folder + file.Path, file.Bytes)).ToList();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], texts, parse, new Options(folder));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Process.GetCurrentProcess().TotalProcessorTime;
        driver = driver.RunGenerators(compilation);
        watch = Process.GetCurrentProcess().TotalProcessorTime - watch;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var run = driver.GetRunResult().Results.Single();
        return new HostileProject(compilation.AddSyntaxTrees(run.GeneratedSources.IsDefault ? [] : run.GeneratedSources.Select(static source => source.SyntaxTree)), texts, run, watch, allocated);
    }

    /// <summary>What the C# compiler complains about, warnings counted as errors.</summary>
    public IReadOnlyList<Diagnostic> Complaints() => [.. _compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>What the analyzer of the JSON files says of them, and what Roslyn says of the analyzer.</summary>
    public IReadOnlyList<Diagnostic> Advice()
    {
        var folder = _files.Count == 0 ? "" : Path.GetDirectoryName(_files[0].Path)! + "/";
        return _compilation
            .WithAnalyzers([new ContractFilesAnalyzer()], new AnalyzerOptions([.. _files], new Options(folder)))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Compiles and loads.</summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        var result = _compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(10)));
        image.Position = 0;
        return new AssemblyLoadContext("Consumer", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>Compiles to nowhere, for what it costs.</summary>
    public TimeSpan CompileTime()
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        _compilation.Emit(Stream.Null);
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    private static CSharpCompilation Empty(LanguageVersion version) => CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText("internal static class Program { }", new CSharpParseOptions(version, DocumentationMode.Diagnose, preprocessorSymbols: ["NET7_0_OR_GREATER"]), "Program.cs")],
        AspNetCore.References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable,
            warningLevel: 9999,
            // As the SDK does: versions of references that differ are the runtime's business.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    // As csc reads a file: by its byte order mark, else as UTF-8.
    private sealed class FileText(string path, byte[] bytes) : AdditionalText
    {
        private readonly SourceText _source = SourceText.From(bytes, bytes.Length, Encoding.UTF8);

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _source;
    }

    private sealed class Options(string folder) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(ImmutableDictionary<string, string>.Empty
            .Add("build_property.RootNamespace", "Acme").Add("build_property.ProjectDir", folder));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.ContractKit", "Contract"));
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
