using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.Benchmarks.Projects;

/// <summary>A project in memory with a generator, which is edited and run again as an editor does on every keystroke.</summary>
internal sealed class EditedProject
{
    private readonly Dictionary<string, MemoryText> _files;
    private readonly ISourceGenerator _generator;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public EditedProject(IIncrementalGenerator generator, IEnumerable<SchemaFile> files, IEnumerable<SchemaFile>? sources = null)
    {
        _generator = generator.AsSourceGenerator();
        _files = files.ToDictionary(static file => file.Path, static file => new MemoryText(file));
        _compilation = ConsumerCompilation.Of([("Program.cs", Program(0)), .. (sources ?? []).Select(static file => (file.Path, file.Text))], strict: false).Compilation;
        _driver = NewDriver();
    }

    /// <summary>The source texts of the last run.</summary>
    public ImmutableArray<GeneratedSourceResult> Sources => _driver.GetRunResult().Results.Single().GeneratedSources;

    public ImmutableArray<Diagnostic> Diagnostics => _driver.GetRunResult().Diagnostics;

    public CSharpCompilation Compilation => _compilation;

    private CSharpParseOptions ParseOptions => (CSharpParseOptions)_compilation.SyntaxTrees[0].Options;

    /// <summary>Forgets everything, as when the project is opened.</summary>
    public void Open() => _driver = NewDriver();

    public void Run() => _driver = _driver.RunGenerators(_compilation);

    /// <summary>An edit of C# that has nothing to do with the contracts.</summary>
    public void EditProgram(int number) =>
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(Program(number), ParseOptions, "Program.cs"));

    public void Edit(SchemaFile edited)
    {
        var text = new MemoryText(edited);
        _driver = _driver.ReplaceAdditionalText(_files[edited.Path], text);
        _files[edited.Path] = text;
    }

    public void Add(SchemaFile added)
    {
        _files.Add(added.Path, new MemoryText(added));
        _driver = _driver.AddAdditionalTexts([_files[added.Path]]);
    }

    public void Remove(SchemaFile removed)
    {
        _driver = _driver.RemoveAdditionalTexts([_files[removed.Path]]);
        _files.Remove(removed.Path);
    }

    private CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([_generator], _files.Values, ParseOptions, new Options());

    private static string Program(int number) => $"internal static class Program {{ internal static int Main() => {number}; }}";

    private sealed class MemoryText(SchemaFile file) : AdditionalText
    {
        private readonly SourceText _source = SourceText.From(file.Text);

        public override string Path => file.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _source;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        private static readonly Values s_file = new(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.ContractKit", "Contract"));

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(ImmutableDictionary<string, string>.Empty.Add("build_property.RootNamespace", "Acme"));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_file;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
