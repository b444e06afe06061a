using System;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>
/// Schemas that one value must keep together: mostly one; several where <c>allOf</c> parts name the same member, or for a branch of
/// a union together with what stands beside the union. The value's type is decided for the set. Two sets are equal when they have the
/// same schemas, and the same branches taken from the same unions, in the same order; what follows from that is worked out once.
/// </summary>
internal sealed class SchemaSet : IEquatable<SchemaSet>
{
    private EquatableArray<Schema>? _conjuncts;
    private JsonKinds? _kinds;
    private JsonKinds? _literalKinds;
    private int? _hash;

    public SchemaSet(EquatableArray<Schema> schemas, EquatableArray<SchemaLocation> chosen = default, EquatableArray<Schema> branches = default)
    {
        Schemas = schemas;
        Chosen = chosen;
        Branches = branches;
    }

    /// <summary>The schemas, each once.</summary>
    public EquatableArray<Schema> Schemas { get; }

    /// <summary>The places of <c>oneOf</c> and <c>anyOf</c> keywords from which a branch has been taken into the set.</summary>
    public EquatableArray<SchemaLocation> Chosen { get; }

    /// <summary>The branches taken, one a union; of a union in a branch only the inner one.</summary>
    public EquatableArray<Schema> Branches { get; }

    /// <summary>The set's most specific schema, at whose place its type is at home.</summary>
    public Schema Home => Schemas[Schemas.Count - 1];

    /// <summary>The schemas that apply to the same value: the set's own, and those that <c>$ref</c> and <c>allOf</c> add, in the order of the text.</summary>
    public EquatableArray<Schema> Conjuncts => _conjuncts ??= SchemaExpansion.Conjuncts(Schemas);

    /// <summary>The kinds that the schemas allow together, references, <c>allOf</c> and unions included.</summary>
    public JsonKinds Kinds => _kinds ??= SchemaKinds.Of(this, meant: true);

    /// <summary>The same to the letter: a branch of a union that states no kind allows any, whatever it means.</summary>
    public JsonKinds LiteralKinds => _literalKinds ??= SchemaKinds.Of(this, meant: false);

    /// <summary>A set of one.</summary>
    public static SchemaSet Of(Schema schema) => schema.AsSet;

    /// <summary>A set of several.</summary>
    public static SchemaSet Of(EquatableArray<Schema> schemas) => schemas.Count == 1 ? schemas[0].AsSet : new(schemas.Distinct().ToEquatableArray());

    /// <summary>The set with one branch of a union in it.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="union">Where the union stands.</param>
    /// <param name="isInner">Whether the union stands in the branch that was taken last.</param>
    public SchemaSet With(Schema branch, SchemaLocation union, bool isInner) => new(
        Schemas.Concat([branch]).Distinct().ToEquatableArray(),
        Chosen.Concat([union]).ToEquatableArray(),
        Branches.Take(Branches.Count - (isInner ? 1 : 0)).Concat([branch]).ToEquatableArray());

    /// <inheritdoc />
    public bool Equals(SchemaSet? other) =>
        ReferenceEquals(this, other)
        || (other is not null && GetHashCode() == other.GetHashCode() && Schemas == other.Schemas && Chosen == other.Chosen && Branches == other.Branches);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SchemaSet);

    /// <inheritdoc />
    public override int GetHashCode() => _hash ??= (Schemas.GetHashCode() * 397) ^ Chosen.GetHashCode();
}
