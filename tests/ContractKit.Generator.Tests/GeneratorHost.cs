using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.Generator.Tests;

/// <summary>A project in memory that is edited and built again, as an editor does on every keystroke.</summary>
internal sealed class GeneratorHost
{
    private readonly Dictionary<string, MemoryText> _files;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public GeneratorHost(IEnumerable<(string Path, string Text)> files, string program = "internal static class Program { }", string projectDirectory = "", IEnumerable<MetadataReference>? references = null)
    {
        _files = files.ToDictionary(file => file.Path, file => new MemoryText(file.Path, file.Text));
        _compilation = (CSharpCompilation)ConsumerCompilation.Of([("Program.cs", program)], references: references).Compilation;
        _driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            _files.Values,
            (CSharpParseOptions)_compilation.SyntaxTrees.First().Options,
            new Options(projectDirectory),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    public GeneratorRunResult Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        return _driver.GetRunResult().Results.Single();
    }

    public Compilation Compile()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out _);
        return output;
    }

    public void EditProgram(string text) =>
        _compilation = _compilation.ReplaceSyntaxTree(
            _compilation.SyntaxTrees.First(),
            CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)_compilation.SyntaxTrees.First().Options, "Program.cs"));

    public void Edit(string path, Func<string, string> edit)
    {
        var old = _files[path];
        var edited = new MemoryText(path, edit(old.Text));
        _files[path] = edited;
        _driver = _driver.ReplaceAdditionalText(old, edited);
    }

    public void Add(string path, string text)
    {
        var added = new MemoryText(path, text);
        _files.Add(path, added);
        _driver = _driver.AddAdditionalTexts([added]);
    }

    /// <summary>Adds a file whose text is not to be had: null, or an exception.</summary>
    public void AddUnreadable(string path, Exception? failure) => _driver = _driver.AddAdditionalTexts([new UnreadableText(path, failure)]);

    public void Remove(string path)
    {
        _driver = _driver.RemoveAdditionalTexts([_files[path]]);
        _files.Remove(path);
    }

    /// <summary>How often each reason was given by the outputs of a step in the last run.</summary>
    public static IReadOnlyDictionary<IncrementalStepRunReason, int> Reasons(GeneratorRunResult run, string step) =>
        run.TrackedSteps.TryGetValue(step, out var steps)
            ? steps.SelectMany(ran => ran.Outputs).GroupBy(output => output.Reason).ToDictionary(group => group.Key, group => group.Count())
            : new Dictionary<IncrementalStepRunReason, int>();

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText _source = SourceText.From(text);

        public string Text { get; } = text;

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _source;
    }

    private sealed class UnreadableText(string path, Exception? failure) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => failure is null ? null : throw failure;
    }

    private sealed class Options(string projectDirectory) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Values(ImmutableDictionary<string, string>.Empty.Add("build_property.RootNamespace", "Acme").Add("build_property.ProjectDir", projectDirectory));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.ContractKit", "Contract"));
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
