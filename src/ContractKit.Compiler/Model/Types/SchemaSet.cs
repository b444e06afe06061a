using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>
/// Schemas that one value must keep together: mostly one; several where <c>allOf</c> parts name the same member, or for a branch of
/// a union together with what stands beside the union. The value's type is decided for the set.
/// </summary>
/// <param name="Schemas">The schemas, each once.</param>
/// <param name="Chosen">The places of <c>oneOf</c> and <c>anyOf</c> keywords from which a branch has been taken into the set.</param>
/// <param name="Branches">The branches taken, one a union; of a union in a branch only the inner one.</param>
internal sealed record SchemaSet(EquatableArray<Schema> Schemas, EquatableArray<SchemaLocation> Chosen, EquatableArray<Schema> Branches = default)
{
    /// <summary>A set of one.</summary>
    public static SchemaSet Of(Schema schema) => new(new EquatableArray<Schema>([schema]), default);

    /// <summary>A set of several.</summary>
    public static SchemaSet Of(IEnumerable<Schema> schemas) => new(schemas.Distinct().ToEquatableArray(), default);

    /// <summary>The set with one branch of a union in it.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="union">Where the union stands.</param>
    /// <param name="isInner">Whether the union stands in the branch that was taken last.</param>
    public SchemaSet With(Schema branch, SchemaLocation union, bool isInner) => new(
        Schemas.Concat([branch]).Distinct().ToEquatableArray(),
        Chosen.Concat([union]).ToEquatableArray(),
        Branches.Take(Branches.Count - (isInner ? 1 : 0)).Concat([branch]).ToEquatableArray());

    /// <summary>The set's most specific schema, at whose place its type is at home.</summary>
    public Schema Home => Schemas[Schemas.Count - 1];
}
