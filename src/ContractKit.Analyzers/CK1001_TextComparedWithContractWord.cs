using System.Linq;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers;

/// <summary>Text compared with a word that a contract enum has.</summary>
internal static class CK1001_TextComparedWithContractWord
{
    public const string Id = "CK1001";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A contract word is compared as text",
        "\"{0}\" is a word of {1}: compare with {1}.{2} instead of text",
        RuleBook.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleBook.PageOf(Id));

    public static void Examine(BlockReport block)
    {
        foreach (var verdict in block.Verdicts)
        {
            // nameof(TaskState.Success) held against a wire word is CK1005's; against the enum's own ToString it is a word like any other.
            var names = (verdict.Origin.Shape & TextShape.MemberName) != 0;
            var words = verdict.Right.Where(word => names || !word.Word.IsNameOf).ToList();
            if (words.Count == 0)
            {
                continue;
            }

            var first = words[0];
            block.Report(Diagnostic.Create(
                Descriptor,
                verdict.Place.GetLocation(),
                words.Select(static word => word.Word.Source.Syntax.GetLocation()).Where(location => location.SourceTree == verdict.Place.SyntaxTree),
                first.Word.Text, verdict.Contract.Name, first.Member.Name));
        }
    }
}
