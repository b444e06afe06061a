using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>A type to be generated.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">The schema that it was made from.</param>
/// <param name="Documentation">What its reader is told.</param>
/// <param name="Deprecated">Whether the schema is deprecated.</param>
public abstract record TypeContract(CSharpName Name, SchemaLocation Location, Documentation Documentation, bool Deprecated)
{
    /// <summary>Whether the schema allows a null, which a value of the type itself cannot be: where one may stand, the type is nullable.</summary>
    public bool RefusesNull { get; init; }

    /// <summary>The schemas that a value keeps.</summary>
    public EquatableArray<SchemaLocation> Evaluated { get; init; }
}

/// <summary>What the reader of a type or member is told.</summary>
/// <param name="Summary">From <c>description</c> or <c>title</c>; empty where the schema says neither.</param>
/// <param name="Constraints">The constraints in words; empty where there are none.</param>
public sealed record Documentation(string Summary, string Constraints)
{
    /// <summary>Nothing is said.</summary>
    public static Documentation None { get; } = new("", "");
}

/// <summary>An object with known members.</summary>
/// <param name="Properties">The members that the schema names, in its order.</param>
/// <param name="Additional">Where other members are kept; null where the schema allows none.</param>
/// <param name="Other">The property that holds a value that is no object, where the schema, having no <c>type</c>, allows one; else null.</param>
public sealed record RecordContract(
    CSharpName Name,
    SchemaLocation Location,
    Documentation Documentation,
    bool Deprecated,
    EquatableArray<PropertyContract> Properties,
    AdditionalContract? Additional,
    CSharpName? Other)
    : TypeContract(Name, Location, Documentation, Deprecated)
{
    /// <summary>How the schema is kept while a value is read; null where it takes a pass of its own.</summary>
    public ReadEnforcement? Enforcement { get; init; }
}

/// <summary>A member of an object.</summary>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Shape">Its type; nullable where the schema allows a JSON null.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Default">What an absent member reads as; null where the schema does not say.</param>
/// <param name="Constant">Whether <paramref name="Default"/> is the only value that the schema allows.</param>
/// <param name="Documentation">What its reader is told.</param>
/// <param name="Deprecated">Whether it is deprecated.</param>
public sealed record PropertyContract(
    string JsonName,
    CSharpName Name,
    TypeShape Shape,
    bool Required,
    DefaultContract? Default,
    bool Constant,
    Documentation Documentation,
    bool Deprecated)
{
    /// <summary>Whether a JSON null is allowed and C# tells it from other values.</summary>
    public bool Nullable => Shape is NullableShape;

    /// <summary>Whether an object is incomplete without a value from its author.</summary>
    public bool Demanded => Required && !Constant;

    /// <summary>The C# type: with room for null where the member may be absent or null.</summary>
    public TypeShape TypeShape => Demanded || Default is not null ? Shape : Shape is NullableShape ? Shape : new NullableShape(Shape);
}

/// <summary>What an absent member reads as.</summary>
/// <param name="Json">The value: text, or a number or truth value as JSON writes it.</param>
/// <param name="Enum">The enum that it is a member of, where it is one.</param>
/// <param name="Member">The enum's member.</param>
public sealed record DefaultContract(string Json, CSharpName? Enum = null, CSharpName? Member = null);

/// <summary>An array whose items have a schema each.</summary>
/// <param name="Items">The items that have a schema of their own; those that must be there come first.</param>
/// <param name="More">Where the items behind them are kept; null where the schema allows none.</param>
public sealed record TupleContract(
    CSharpName Name,
    SchemaLocation Location,
    Documentation Documentation,
    bool Deprecated,
    EquatableArray<PropertyContract> Items,
    AdditionalContract? More)
    : TypeContract(Name, Location, Documentation, Deprecated);

/// <summary>Where the members of an object, or the items of an array, are kept that its schema does not tell apart.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Shape">The type of their values.</param>
public sealed record AdditionalContract(CSharpName Name, TypeShape Shape);

/// <summary>A list of words or integers.</summary>
/// <param name="Open">The struct that holds other words too, or null where no value of the enum is ever received.</param>
/// <param name="Text">The static class that takes members to and from their words.</param>
/// <param name="Integers">Whether the values are integers and not words.</param>
/// <param name="Members">The members, in the schema's order.</param>
public sealed record EnumContract(
    CSharpName Name,
    SchemaLocation Location,
    Documentation Documentation,
    bool Deprecated,
    CSharpName? Open,
    CSharpName Text,
    bool Integers,
    EquatableArray<EnumMemberContract> Members)
    : TypeContract(Name, Location, Documentation, Deprecated)
{
    /// <summary>Whether whoever has read a value knows that it keeps the schema.</summary>
    public bool ReadEnforces { get; init; }
}

/// <summary>A member of an enum.</summary>
/// <param name="Word">The wire word; digits for an integer.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Description">What it means, where the schema says so; else empty.</param>
public sealed record EnumMemberContract(string Word, CSharpName Name, long Number, string Description);

/// <summary>One of several kinds of objects.</summary>
/// <param name="Branches">The kinds, in the schema's order.</param>
/// <param name="Discriminator">The JSON name of the property that tells them apart; null where only trying does.</param>
/// <param name="Unknown">The name of the branch for what is none of them.</param>
public sealed record UnionContract(
    CSharpName Name,
    SchemaLocation Location,
    Documentation Documentation,
    bool Deprecated,
    EquatableArray<BranchContract> Branches,
    string? Discriminator,
    CSharpName Unknown)
    : TypeContract(Name, Location, Documentation, Deprecated);

/// <summary>One kind of object of a union.</summary>
/// <param name="Record">Its members.</param>
/// <param name="Words">The discriminator's values that mean it.</param>
/// <param name="Evaluated">The schemas that a value of this branch keeps.</param>
public sealed record BranchContract(RecordContract Record, EquatableArray<string> Words, EquatableArray<SchemaLocation> Evaluated);

/// <summary>One of several kinds of simple values.</summary>
/// <param name="Kinds">The kinds, each with its property.</param>
public sealed record ChoiceContract(
    CSharpName Name,
    SchemaLocation Location,
    Documentation Documentation,
    bool Deprecated,
    EquatableArray<ChoiceKindContract> Kinds)
    : TypeContract(Name, Location, Documentation, Deprecated);

/// <summary>A kind of value that a choice can have.</summary>
/// <param name="Kind">The JSON kind by which it is told.</param>
/// <param name="Name">The property.</param>
/// <param name="Shape">Its type.</param>
public sealed record ChoiceKindContract(JsonKinds Kind, CSharpName Name, TypeShape Shape);
