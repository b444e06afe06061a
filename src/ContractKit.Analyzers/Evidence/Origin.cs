using System;
using System.Collections.Immutable;
using ContractKit.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Evidence;

/// <summary>What was done to a contract value's text on the way to where it is looked at.</summary>
[Flags]
internal enum TextShape
{
    None = 0,

    /// <summary>Turned to capitals.</summary>
    Upper = 1,

    /// <summary>Turned to small letters.</summary>
    Lower = 2,

    /// <summary>Space was cut off.</summary>
    Trimmed = 4,

    /// <summary>The C# name of a member, as <c>Enum.ToString</c> gives it, instead of the wire word.</summary>
    MemberName = 8,

    /// <summary>Raw JSON text, quotes included.</summary>
    Quoted = 16,

    /// <summary>What a reader stands at: now a name, now a value, so that other words say nothing.</summary>
    Positional = 32,
}

/// <summary>Where a value comes from, as far as it can be seen. An immutable sum of what all its definitions say.</summary>
internal sealed class Origin
{
    /// <summary>A constant, or nothing at all: says neither for nor against.</summary>
    public static readonly Origin Nothing = new();

    /// <summary>Something visible that has to do with no contract: the console, a database, another service.</summary>
    public static readonly Origin Elsewhere = new() { IsElsewhere = true };

    /// <summary>Strong evidence: the value is of these enums.</summary>
    public ImmutableArray<ContractEnum> Enums { get; init; } = ImmutableArray<ContractEnum>.Empty;

    /// <summary>The value is, holds, or is JSON of these contract types.</summary>
    public ImmutableArray<INamedTypeSymbol> Records { get; init; } = ImmutableArray<INamedTypeSymbol>.Empty;

    /// <summary>Evidence by name: enums of contract properties that are called as this is.</summary>
    public ImmutableArray<ContractEnum> Named { get; init; } = ImmutableArray<ContractEnum>.Empty;

    /// <summary>The variables and JSON members that the whole value passed through: two comparisons that share one look at the same text.</summary>
    public ImmutableArray<object> Keys { get; init; } = ImmutableArray<object>.Empty;

    public bool IsElsewhere { get; init; }

    public TextShape Shape { get; init; }

    public bool IsStrong => !Enums.IsEmpty;

    public static Origin Of(ContractEnum contract) => new() { Enums = ImmutableArray.Create(contract) };

    public static Origin Of(INamedTypeSymbol record) => new() { Records = ImmutableArray.Create(record) };

    public Origin Or(Origin other) =>
        ReferenceEquals(other, Nothing) ? this
        : ReferenceEquals(this, Nothing) ? other
        : new Origin
        {
            Enums = Union(Enums, other.Enums),
            Records = Union(Records, other.Records),
            Named = Union(Named, other.Named),
            Keys = Union(Keys, other.Keys),
            IsElsewhere = IsElsewhere || other.IsElsewhere,
            Shape = Shape | other.Shape,
        };

    public Origin With(TextShape shape) => new() { Enums = Enums, Records = Records, Named = Named, Keys = Keys, IsElsewhere = IsElsewhere, Shape = Shape | shape };

    public Origin Through(object key) => new() { Enums = Enums, Records = Records, Named = Named, Keys = Keys.Add(key), IsElsewhere = IsElsewhere, Shape = Shape };

    /// <summary>By name, unless something is known for or against it.</summary>
    public Origin OrNamed(ImmutableArray<ContractEnum> named) =>
        IsStrong || IsElsewhere || named.IsEmpty ? this
        : new Origin { Records = Records, Named = Union(Named, named), Keys = Keys, Shape = Shape };

    /// <summary>What is left when only the tie to a contract's JSON or the proof of another source matters.</summary>
    public Origin Tie => Records.IsEmpty && !IsElsewhere ? Nothing : new Origin { Records = Records, IsElsewhere = IsElsewhere && Records.IsEmpty };

    private static ImmutableArray<T> Union<T>(ImmutableArray<T> left, ImmutableArray<T> right)
    {
        if (left.IsEmpty)
        {
            return right;
        }

        foreach (var item in right)
        {
            if (!left.Contains(item))
            {
                left = left.Add(item);
            }
        }

        return left;
    }
}
