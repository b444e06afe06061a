using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using ContractKit.Analyzers;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContractKit.CodeFixes;

/// <summary>CK1001: compares with the member instead of its word.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CK1001_CompareWithMember : ContractCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(CK1001_TextComparedWithContractWord.Id);

    private protected override IEnumerable<Repair> Repairs(SyntaxNode place, Diagnostic diagnostic, RepairScope scope)
    {
        // The likeliest way has a key that does not name the contract: all occurrences are repaired at once, each with its own.
        var isFirst = true;
        foreach (var verdict in scope.Block.Verdicts.Where(verdict => verdict.Place.Span == diagnostic.Location.SourceSpan && !verdict.Right.IsEmpty))
        {
            foreach (var contract in verdict.Others.Insert(0, verdict.Contract))
            {
                var own = scope.Anew();
                if (new ComparisonRepair(verdict, contract, MembersOf(verdict, contract), own).Changes() is { } changes)
                {
                    yield return own.Repair($"Compare with {contract.Name}.{MembersOf(verdict, contract).Values.First().Name}", isFirst ? CK1001_TextComparedWithContractWord.Id : CK1001_TextComparedWithContractWord.Id + ":" + contract.Key, changes);
                    isFirst = false;
                }
            }
        }
    }

    private static Dictionary<Word, ContractMember> MembersOf(Verdict verdict, ContractEnum contract)
    {
        var members = new Dictionary<Word, ContractMember>();
        foreach (var word in verdict.Comparison.Words)
        {
            if (WordMatch.Of(word.Text, contract, verdict.Comparison, verdict.Origin) is { } member)
            {
                members[word] = member;
            }
        }

        return members;
    }
}
