using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Contracts;

/// <summary>A generated enum with its wire words and the types that go with it.</summary>
internal sealed class ContractEnum(
    INamedTypeSymbol type, INamedTypeSymbol? text, INamedTypeSymbol? open, ImmutableArray<ContractMember> members)
{
    public INamedTypeSymbol Type { get; } = type;

    /// <summary>The static class with <c>ToText</c> and <c>TryParse</c>.</summary>
    public INamedTypeSymbol? Text { get; } = text;

    /// <summary>The struct that holds a member or a word that the contract lacks.</summary>
    public INamedTypeSymbol? Open { get; } = open;

    public ImmutableArray<ContractMember> Members { get; } = members;

    public string Name => Type.Name;

    /// <summary>What identifies the enum from the analyzer to the code fix.</summary>
    public string Key => Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Whether the wire carries numbers, and the C# numbers are those.</summary>
    public bool NumbersAreWords => Members.Length > 0 && Members.All(static member =>
        member.Field.HasConstantValue && Convert.ToString(member.Field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture) == member.Word);

    public ContractMember? ByWord(string word, bool ignoreCase = false) =>
        Members.FirstOrDefault(member => string.Equals(member.Word, word, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    public ContractMember? ByName(string name, bool ignoreCase = false) =>
        Members.FirstOrDefault(member => string.Equals(member.Name, name, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    /// <summary>The member whose word is so near that <paramref name="word"/> is probably a slip for it.</summary>
    public ContractMember? Nearest(string word)
    {
        ContractMember? nearest = null;
        var least = int.MaxValue;
        foreach (var member in Members)
        {
            var distance = Math.Min(NearWord.Distance(word, member.Word), NearWord.Distance(word, member.Name));
            if (distance < least)
            {
                (nearest, least) = (member, distance);
            }
        }

        return nearest;
    }
}
