using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContractKit.CodeFixes.Remedies;

/// <summary>Writes all remedies of a project or solution at once. Roslyn's own provider merges changes of C# alone.</summary>
internal sealed class RemedyFixAll : FixAllProvider
{
    public static readonly RemedyFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects.ToList() : [fixAllContext.Project];
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            "Repair all contract files", cancellation => RepairAsync(fixAllContext, projects, cancellation), nameof(RemedyFixAll)));
    }

    private static async Task<Solution> RepairAsync(FixAllContext context, IReadOnlyList<Project> projects, CancellationToken cancellation)
    {
        var solution = context.Solution;
        var done = new HashSet<string>();
        foreach (var project in projects)
        {
            var diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            var byFile = diagnostics.ToLookup(static diagnostic => diagnostic.Location.GetLineSpan().Path);
            foreach (var document in project.AdditionalDocuments)
            {
                var remedies = byFile[document.FilePath ?? ""].Select(Remedy.Of).OfType<Remedy>().ToList();

                // A file that several projects share is one file.
                if (remedies.Count > 0 && done.Add(document.FilePath!) && solution.GetAdditionalDocument(document.Id) is { } current)
                {
                    solution = await Remedy.ApplyAsync(current, remedies, cancellation).ConfigureAwait(false);
                }
            }
        }

        return solution;
    }
}
