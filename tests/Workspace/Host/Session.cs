using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.Workspace;

/// <summary>What somebody does in an editor: opens a solution, looks at the squiggles, applies a fix and then all, edits the schema.</summary>
internal sealed class Session
{
    private Solution _solution;
    private readonly PackagedRules _rules;

    private Session(Solution solution)
    {
        _solution = solution;
        _rules = PackagedRules.Of(solution);
    }

    public static async Task<int> RunAsync(string path)
    {
        var clock = Stopwatch.StartNew();
        using var workspace = MSBuildWorkspace.Create();
        var solution = await workspace.OpenSolutionAsync(path).ConfigureAwait(false);
        foreach (var trouble in workspace.Diagnostics.Where(static trouble => trouble.Kind == WorkspaceDiagnosticKind.Failure))
        {
            Console.WriteLine($"  the workspace says: {trouble.Message}");
        }

        var session = new Session(solution);
        await session.SeeDiagnosticsAsync().ConfigureAwait(false);
        await session.FixOneAsync().ConfigureAwait(false);
        await session.FixAllAsync("CK1001").ConfigureAwait(false);
        await session.FixAllAsync("CK1003").ConfigureAwait(false);
        await session.EditSchemaAsync().ConfigureAwait(false);
        Console.WriteLine($"Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(3)}: diagnostics, code fix, Fix All over the solution, and diagnostics that follow the schema ({clock.Elapsed.TotalSeconds:0.0} s)");
        return 0;
    }

    private async Task SeeDiagnosticsAsync()
    {
        Require(_rules.Fixes.Count >= 5, "the package's code fixes load");
        Require((await ErrorsAsync().ConfigureAwait(false)).Count == 0, "the generated code is there, and everything compiles");
        Is(await FoundAsync().ConfigureAwait(false), "App:CK1001 App:CK1001 App:CK1001 App:CK1001 App:CK1001 App:CK1003 Contracts:CK1001 Contracts:CK1001", "all diagnostics are seen in both projects");
    }

    private async Task FixOneAsync()
    {
        var diagnostic = (await DiagnosticsAsync("App").ConfigureAwait(false)).First(static one => one.Id == "CK1001");
        var document = _solution.GetDocument(diagnostic.Location.SourceTree)!;
        var actions = new List<CodeAction>();
        await _rules.FixOf("CK1001").RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)).ConfigureAwait(false);
        Is(string.Join(" ", actions.Select(static action => action.Title)), "Compare with OrderState.Success", "one fix is offered");
        var before = (await FoundAsync().ConfigureAwait(false)).Split(' ').Length;
        await ApplyAsync(actions[0]).ConfigureAwait(false);
        Is($"{(await FoundAsync().ConfigureAwait(false)).Split(' ').Length}", $"{before - 1}", "the fix takes its diagnostic away");
        Require((await ErrorsAsync().ConfigureAwait(false)).Count == 0, "the fixed code compiles");
    }

    private async Task FixAllAsync(string id)
    {
        var provider = _rules.FixOf(id);
        var diagnostic = (await DiagnosticsAsync("App").ConfigureAwait(false)).First(one => one.Id == id);
        var document = _solution.GetDocument(diagnostic.Location.SourceTree)!;
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)).ConfigureAwait(false);
        var context = new FixAllContext(document, provider, FixAllScope.Solution, actions[0].EquivalenceKey!, [id], new Found(this), CancellationToken.None);
        await ApplyAsync((await provider.GetFixAllProvider()!.GetFixAsync(context).ConfigureAwait(false))!).ConfigureAwait(false);
        Require(!(await FoundAsync().ConfigureAwait(false)).Contains(id, StringComparison.Ordinal), $"Fix All leaves no {id} in the solution");
        Require((await ErrorsAsync().ConfigureAwait(false)).Count == 0, "the code compiles after Fix All");
    }

    // A member is added to the enum and another one renamed: the switch that was complete is not, and the word is no word any more.
    private async Task EditSchemaAsync()
    {
        Is(await FoundAsync().ConfigureAwait(false), "", "nothing is left before the edit");
        var app = _solution.Projects.Single(static project => project.Name == "App");
        _solution = app.AddDocument("Later.cs", "internal static class Later { public static bool M(Orders.Contracts.Order order) => order.Status.Text == \"REVOKED\"; }").Project.Solution;
        Is(await FoundAsync().ConfigureAwait(false), "App:CK1002", "a word that the contract lacks");

        var schema = _solution.Projects.SelectMany(static project => project.AdditionalDocuments).Single(static file => file.Name == "order.schema.json");
        var text = (await schema.GetTextAsync().ConfigureAwait(false)).ToString().Replace("\"FAILED\"]", "\"FAILED\", \"REVOKED\"]", StringComparison.Ordinal);
        Require(text.Contains("REVOKED", StringComparison.Ordinal), "the edit is made");
        _solution = _solution.WithAdditionalDocumentText(schema.Id, SourceText.From(text));
        Is(await FoundAsync().ConfigureAwait(false), "App:CK1001 App:CK1003", "the diagnostics follow the new enum");
        await FixAllAsync("CK1001").ConfigureAwait(false);
        Is(await FoundAsync().ConfigureAwait(false), "App:CK1003", "the new member can be used at once");
    }

    private async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in (await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false)).OfType<ApplyChangesOperation>())
        {
            _solution = operation.ChangedSolution;
        }
    }

    private async Task<string> FoundAsync()
    {
        var found = new List<string>();
        foreach (var project in _solution.Projects.OrderBy(static project => project.Name, StringComparer.Ordinal))
        {
            found.AddRange((await DiagnosticsAsync(project.Name).ConfigureAwait(false)).Select(one => $"{project.Name}:{one.Id}").Order(StringComparer.Ordinal));
        }

        return string.Join(" ", found);
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string name) =>
        [.. (await _rules.DiagnoseAsync(_solution.Projects.Single(project => project.Name == name)).ConfigureAwait(false)).OrderBy(static one => one.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Location.SourceSpan.Start)];

    private async Task<List<string>> ErrorsAsync()
    {
        var errors = new List<string>();
        foreach (var project in _solution.Projects)
        {
            errors.AddRange((await project.GetCompilationAsync().ConfigureAwait(false))!.GetDiagnostics().Where(static one => one.Severity == DiagnosticSeverity.Error).Select(static one => one.ToString()));
        }

        errors.ForEach(Console.WriteLine);
        return errors;
    }

    private static void Is(string got, string wanted, string what) => Require(got == wanted, $"{what}: '{got}' instead of '{wanted}'");

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException("Not so: " + what);
        }

        Console.WriteLine($"  {what}");
    }

    private sealed class Found(Session session) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await session._rules.DiagnoseAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return (await session._rules.DiagnoseAsync(document.Project).ConfigureAwait(false)).Where(one => one.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
