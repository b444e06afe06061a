using System.Collections.Immutable;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Evidence;

/// <summary>A word that its enum has, and the member it stands for.</summary>
internal sealed record RightWord(Word Word, ContractMember Member);

/// <summary>A word that its enum does not have, and the member that was probably meant.</summary>
internal sealed record WrongWord(Word Word, ContractMember? Nearest);

/// <summary>A comparison that is about a contract status, and what its words are to the enum.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Origin">Where the text comes from.</param>
/// <param name="Contract">The enum that the evidence points to.</param>
/// <param name="Others">Further enums to which it points just as well.</param>
/// <param name="IsStrong">Whether the evidence is strong; otherwise it is by name.</param>
/// <param name="Right">The words that the enum has.</param>
/// <param name="Wrong">The words that it does not have.</param>
internal sealed record Verdict(
    Comparison Comparison, Origin Origin, ContractEnum Contract, ImmutableArray<ContractEnum> Others, bool IsStrong,
    ImmutableArray<RightWord> Right, ImmutableArray<WrongWord> Wrong)
{
    /// <summary>Where the comparison is shown: the operator, call or pattern as a whole; of a switch the value that it chooses by.</summary>
    public SyntaxNode Place => PlaceOf(Comparison.Operation);

    public static SyntaxNode PlaceOf(IOperation operation)
    {
        switch (operation)
        {
            case Microsoft.CodeAnalysis.Operations.ISwitchOperation choice:
                return choice.Value.Syntax;
            case Microsoft.CodeAnalysis.Operations.ISwitchExpressionOperation choice:
                return choice.Value.Syntax;
            default:
                var syntax = operation.Syntax;
                while (syntax.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.ConditionalAccessExpressionSyntax access && access.WhenNotNull == syntax)
                {
                    syntax = access;
                }

                return syntax;
        }
    }
}
