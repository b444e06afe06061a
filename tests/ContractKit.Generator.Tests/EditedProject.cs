using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ContractKit.CodeFixes.Remedies;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.Generator.Tests;

/// <summary>A project in a Roslyn workspace, with the generator and the analyzer of its JSON files as an editor has them.</summary>
internal sealed class EditedProject
{
    private EditedProject(Solution solution) => Solution = solution;

    public Solution Solution { get; private set; }

    public Project Project => Solution.Projects.Single();

    /// <summary>A project of JSON files and one file of C#.</summary>
    public static EditedProject Of(IEnumerable<(string Path, string Text)> files, string program = "internal static class Program { }")
    {
        var compilation = ConsumerCompilation.Of([]).Compilation;
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            filePath: "/app/App.csproj",
            compilationOptions: compilation.Options,
            parseOptions: new Microsoft.CodeAnalysis.CSharp.CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14),
            metadataReferences: compilation.References,
            analyzerReferences: [new Shipped()]));
        solution = solution.AddDocument(DocumentId.CreateNewId(id), "Program.cs", SourceText.From(program), filePath: "/app/Program.cs");
        foreach (var (path, text) in files)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), path[(path.LastIndexOf('/') + 1)..], SourceText.From(text), filePath: path);
        }

        return new EditedProject(solution);
    }

    public TextDocument File(string path) => Project.AdditionalDocuments.Single(document => document.FilePath == path);

    public async Task<string> TextAsync(string path) => (await File(path).GetTextAsync()).ToString();

    public async Task EditAsync(string path, Func<string, string> edit) =>
        Solution = Solution.WithAdditionalDocumentText(File(path).Id, SourceText.From(edit(await TextAsync(path))));

    /// <summary>The C# that was made, in one text.</summary>
    public async Task<string> GeneratedAsync()
    {
        var texts = new List<string>();
        foreach (var document in await Project.GetSourceGeneratedDocumentsAsync())
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        return string.Join("\n", texts);
    }

    /// <summary>The errors that the compiler finds in what was written and made.</summary>
    public async Task<IReadOnlyList<string>> CompilerErrorsAsync() =>
        [.. (await Project.GetCompilationAsync())!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString())];

    /// <summary>What the analyzer says of the JSON files; the hidden twins of errors too.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = (await Project.GetCompilationAsync())!;
        var all = await compilation.WithAnalyzers([new ContractFilesAnalyzer()], Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        return [.. all.OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The actions that are offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await new ContractFileFix().RegisterCodeFixesAsync(new CodeFixContext(
            File(diagnostic.Location.GetLineSpan().Path), diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    public async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(CancellationToken.None))
        {
            Solution = Assert.IsType<ApplyChangesOperation>(operation).ChangedSolution;
        }
    }

    /// <summary>Repairs all files at once.</summary>
    public async Task FixAllAsync()
    {
        var provider = new ContractFileFix();
        var diagnostics = await DiagnosticsAsync();
        var context = new FixAllContext(
            Project.Documents.First(), provider, FixAllScope.Project, "", provider.FixableDiagnosticIds, new Found(diagnostics), CancellationToken.None);
        await ApplyAsync((await provider.GetFixAllProvider().GetFixAsync(context))!);
    }

    private sealed class Shipped : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [new ContractGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => nameof(Shipped);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [new ContractFilesAnalyzer()];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
    }

    private sealed class Found(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
