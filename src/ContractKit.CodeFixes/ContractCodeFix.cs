using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using ContractKit.Analyzers;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using ContractKit.Analyzers.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContractKit.CodeFixes;

/// <summary>
/// What the fixes have in common: each finds again what its rule found, says how the text is to be edited, and is offered
/// only where the edited document compiles. All occurrences in a document, project or solution are repaired at once.
/// </summary>
public abstract class ContractCodeFix : CodeFixProvider
{
    private static readonly ConditionalWeakTable<Compilation, Investigation> Investigations = new();

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => await RepairAllAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var repair in await RepairsAsync(context.Document, diagnostic, [], context.CancellationToken).ConfigureAwait(false))
            {
                var changed = await DocumentRepair.ApplyAsync(context.Document, [repair], context.CancellationToken).ConfigureAwait(false);
                if (await DocumentRepair.CompilesAsync(context.Document, changed, context.CancellationToken).ConfigureAwait(false))
                {
                    context.RegisterCodeFix(CodeAction.Create(repair.Title, _ => Task.FromResult(changed), repair.Key), diagnostic);
                }
            }
        }
    }

    /// <summary>The ways to repair what the rule found at that place, the likeliest first.</summary>
    private protected abstract IEnumerable<Repair> Repairs(SyntaxNode place, Diagnostic diagnostic, RepairScope scope);

    private async Task<Document> RepairAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        var taken = new HashSet<string>();
        var repairs = new List<Repair>();
        foreach (var diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            foreach (var repair in await RepairsAsync(document, diagnostic, taken, cancellation).ConfigureAwait(false))
            {
                if (key is not null && repair.Key != key)
                {
                    continue;
                }

                // Each on its own first: one that does not compile must not keep the others from being made.
                var alone = await DocumentRepair.ApplyAsync(document, [repair], cancellation).ConfigureAwait(false);
                if (await DocumentRepair.CompilesAsync(document, alone, cancellation).ConfigureAwait(false))
                {
                    repairs.Add(repair);
                    taken.UnionWith(repair.Locals);
                    break;
                }
            }
        }

        return repairs.Count == 0 ? document : await DocumentRepair.ApplyAsync(document, repairs, cancellation).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Repair>> RepairsAsync(Document document, Diagnostic diagnostic, HashSet<string> taken, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return [];
        }

        var investigation = Investigations.GetValue(model.Compilation, compilation => new Investigation(compilation, ContractIndexReader.Read(compilation, CancellationToken.None)));
        var place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (Members.Around(place) is not { } member || investigation.BlockAt(member) is not { } block)
        {
            return [];
        }

        var options = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(root.SyntaxTree);
        var report = new BlockReport(investigation, block, options, static _ => { }, cancellation);
        return [.. Repairs(place, diagnostic, new RepairScope(model, root, report, taken))];
    }
}
