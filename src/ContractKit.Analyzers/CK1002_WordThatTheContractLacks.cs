using System.Collections.Immutable;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers;

/// <summary>A contract status compared with a word that its enum does not have.</summary>
internal static class CK1002_WordThatTheContractLacks
{
    public const string Id = "CK1002";

    /// <summary>The diagnostic's property with the name of the member that was probably meant.</summary>
    public const string Nearest = "nearest";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A contract status is compared with a word it never has",
        "\"{0}\" is no word of {1}{2}",
        RuleBook.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleBook.PageOf(Id));

    public static void Examine(BlockReport block)
    {
        foreach (var verdict in block.Verdicts)
        {
            foreach (var wrong in verdict.Wrong)
            {
                if (wrong.Word.IsNameOf || (!verdict.IsStrong && wrong.Nearest is null))
                {
                    continue;
                }

                var hint = wrong.Nearest is { } nearest ? $"; {verdict.Contract.Name}.{nearest.Name} is \"{nearest.Word}\"" : "";
                block.Report(Diagnostic.Create(
                    Descriptor,
                    PlaceOf(wrong, verdict).GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(Nearest, wrong.Nearest?.Name),
                    wrong.Word.Text, verdict.Contract.Name, hint));
            }
        }
    }

    /// <summary>Where the word is shown: where it is spelt, if that is in the comparison; else the comparison.</summary>
    public static SyntaxNode PlaceOf(WrongWord wrong, Verdict verdict)
    {
        var (spelt, comparison) = (wrong.Word.Source.Syntax, verdict.Comparison.Operation.Syntax);
        return spelt.SyntaxTree == comparison.SyntaxTree && comparison.FullSpan.Contains(spelt.Span) ? spelt : verdict.Place;
    }
}
