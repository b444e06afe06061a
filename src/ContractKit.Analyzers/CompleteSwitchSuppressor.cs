using System.Collections.Immutable;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Coverage;
using ContractKit.Analyzers.Evidence;
using ContractKit.Analyzers.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractKit.Analyzers;

/// <summary>
/// Suppresses CS8509 and CS8524 where a switch expression covers all members of a contract enum and the unknown, so that
/// nobody adds a discard arm for the compiler's sake: it would hide the next member from CK1003.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompleteSwitchSuppressor : DiagnosticSuppressor
{
    private const string Why = "All members of the contract enum, and words that it does not have, are covered";

    private static readonly SuppressionDescriptor Unhandled = new("CKS8509", "CS8509", Why);
    private static readonly SuppressionDescriptor Unnamed = new("CKS8524", "CS8524", Why);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Unhandled, Unnamed);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        Investigation? investigation = null;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
            {
                continue;
            }

            investigation ??= new Investigation(context.Compilation, ContractIndexReader.Read(context.Compilation, context.CancellationToken));
            if (investigation.Contracts.Enums.IsEmpty)
            {
                return;
            }

            var place = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<SwitchExpressionSyntax>();
            if (place is not null && Members.Around(place) is { } member && investigation.BlockAt(member) is { } block
                && context.GetSemanticModel(tree).GetOperation(place, context.CancellationToken) is { } operation
                && SwitchCoverage.Of(operation, investigation, block) is { IsComplete: true })
            {
                context.ReportSuppression(Suppression.Create(diagnostic.Id == "CS8509" ? Unhandled : Unnamed, diagnostic));
            }
        }
    }
}
