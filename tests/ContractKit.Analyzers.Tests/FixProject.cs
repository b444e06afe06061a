using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ContractKit.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.Analyzers.Tests;

/// <summary>A solution in memory in which diagnostics are found and repaired, as an editor would.</summary>
internal sealed class FixProject
{
    private FixProject(Solution solution) => Solution = solution;

    public Solution Solution { get; private set; }

    public static IReadOnlyList<CodeFixProvider> Providers { get; } =
        [new CK1001_CompareWithMember(), new CK1002_UseNearestMember(), new CK1003_AddMissingArms(), new CK1004_EndOnFailureToo(), new CK1005_UseWireWord()];

    /// <summary>A solution of projects, each with the contracts and one file.</summary>
    public static FixProject Of(params string[] files) => OfProjects([.. files.Select(static file => new[] { file })]);

    /// <summary>A solution of one project with the contracts and those files.</summary>
    public static FixProject OfFiles(params string[] files) => OfProjects(files);

    public Document Document(int project = 0) => Solution.Projects.ElementAt(project).Documents.Last();

    private static FixProject OfProjects(params string[][] projects)
    {
        var workspace = new AdhocWorkspace();
        var solution = workspace.CurrentSolution;
        for (var i = 0; i < projects.Length; i++)
        {
            var project = ProjectId.CreateNewId();
            solution = solution.AddProject(ProjectInfo.Create(project, VersionStamp.Default, $"P{i}", $"P{i}", LanguageNames.CSharp, compilationOptions: Consumer.Options, parseOptions: Consumer.Parse, metadataReferences: Consumer.Libraries));
            foreach (var tree in Consumer.Contracts)
            {
                solution = solution.AddDocument(DocumentId.CreateNewId(project), tree.FilePath, tree.GetText());
            }

            for (var j = 0; j < projects[i].Length; j++)
            {
                solution = solution.AddDocument(DocumentId.CreateNewId(project), $"File{i}_{j}.cs", SourceText.From(projects[i][j]));
            }
        }

        return new FixProject(solution);
    }

    public async Task<string> TextAsync(int project = 0) => (await Document(project).GetTextAsync()).ToString();

    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(string id, int project = 0)
    {
        var compilation = await Solution.Projects.ElementAt(project).GetCompilationAsync();
        var all = await Consumer.Diagnose(compilation!);
        return [.. all.Where(diagnostic => diagnostic.Id == id)];
    }

    /// <summary>The errors that the compiler finds.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync(int project = 0)
    {
        var compilation = await Solution.Projects.ElementAt(project).GetCompilationAsync();
        return [.. compilation!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString())];
    }

    /// <summary>The actions that are offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await ProviderOf(diagnostic.Id).RegisterCodeFixesAsync(new CodeFixContext(Solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    public async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(CancellationToken.None))
        {
            Solution = Assert.IsType<ApplyChangesOperation>(operation).ChangedSolution;
        }
    }

    /// <summary>Repairs all diagnostics of that id in the scope, the way of the first action that is offered.</summary>
    public async Task FixAllAsync(string id, FixAllScope scope, string? key = null)
    {
        var provider = ProviderOf(id);
        foreach (var diagnostic in await DiagnosticsAsync(id))
        {
            key ??= (await ActionsAsync(diagnostic)).FirstOrDefault()?.EquivalenceKey;
        }

        if (key is not null)
        {
            var context = new FixAllContext(Document(), provider, scope, key, [id], new Source(), CancellationToken.None);
            var all = await provider.GetFixAllProvider()!.GetFixAsync(context);
            await ApplyAsync(all!);
        }
    }

    private static CodeFixProvider ProviderOf(string id) => Providers.Single(provider => provider.FixableDiagnosticIds.Contains(id));

    private sealed class Source : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project which, CancellationToken cancellationToken) => In(which, null);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => In(document.Project, document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project which, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        private static async Task<IEnumerable<Diagnostic>> In(Project which, Document? document)
        {
            var tree = document is null ? null : await document.GetSyntaxTreeAsync();
            return (await Consumer.Diagnose((await which.GetCompilationAsync())!)).Where(diagnostic => tree is null || diagnostic.Location.SourceTree == tree);
        }
    }
}
