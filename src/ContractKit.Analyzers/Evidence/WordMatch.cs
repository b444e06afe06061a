using System;
using System.Linq;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;

namespace ContractKit.Analyzers.Evidence;

/// <summary>Whether an enum has a word, the way a comparison looks at it.</summary>
internal static class WordMatch
{
    /// <summary>The member that the word stands for in this comparison, or null.</summary>
    public static ContractMember? Of(string spelt, ContractEnum contract, Comparison comparison, Origin origin)
    {
        var word = (origin.Shape & TextShape.Quoted) != 0 ? spelt.Trim('"') : spelt;
        if ((origin.Shape & TextShape.Upper) != 0)
        {
            return contract.Members.FirstOrDefault(member => Same(member.Word.ToUpperInvariant(), word, comparison.IgnoreCase));
        }

        if ((origin.Shape & TextShape.Lower) != 0)
        {
            return contract.Members.FirstOrDefault(member => Same(member.Word.ToLowerInvariant(), word, comparison.IgnoreCase));
        }

        return contract.ByWord(word, comparison.IgnoreCase)
            ?? ((origin.Shape & TextShape.MemberName) != 0 ? contract.ByName(word, comparison.IgnoreCase) : null);
    }

    /// <summary>The member of which the word is the start, the end or a part, where only that is asked; or null.</summary>
    public static ContractMember? OfPart(string spelt, ContractEnum contract, Comparison comparison, Origin origin)
    {
        if (spelt.Trim().Length < 3)
        {
            return null;
        }

        var comparer = comparison.IgnoreCase || (origin.Shape & (TextShape.Upper | TextShape.Lower)) != 0 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return comparison.Match switch
        {
            Match.Start => contract.Members.FirstOrDefault(member => member.Word.StartsWith(spelt, comparer)),
            Match.End => contract.Members.FirstOrDefault(member => member.Word.EndsWith(spelt, comparer)),
            Match.Part => contract.Members.FirstOrDefault(member => member.Word.IndexOf(spelt, comparer) >= 0),
            _ => null,
        };
    }

    /// <summary>Whether a text could be a status at all: it has letters or digits, and is no prose.</summary>
    public static bool IsWord(string text) => text.Length <= 64 && text.Any(char.IsLetterOrDigit);

    private static bool Same(string left, string right, bool ignoreCase) =>
        string.Equals(left, right, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
