using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Gathers what the reader of a type or member is told.</summary>
internal static class DocumentationBinder
{
    /// <summary>From <c>description</c>, else <c>title</c>: of the schemas themselves first, then of what they refer to.</summary>
    public static Documentation Of(SchemaSet set, EquatableArray<Schema> conjuncts)
    {
        if (AreSame(set.Schemas, conjuncts))
        {
            // Nothing is referred to, as mostly.
            var own = Prose.Of(SchemaText.Of(conjuncts, "description")) ?? Prose.Of(SchemaText.Of(conjuncts, "title")) ?? "";
            var constraints = ConstraintWords.Of(conjuncts);
            return own.Length + constraints.Length == 0 ? Documentation.None : new Documentation(own, constraints);
        }

        var text = Prose.Of(SchemaText.Of(set.Schemas, "description"))
            ?? Prose.Of(SchemaText.Of(set.Schemas, "title"))
            ?? Prose.Of(SchemaText.Of(conjuncts, "description"))
            ?? Prose.Of(SchemaText.Of(conjuncts, "title"))
            ?? "";
        return new Documentation(text, ConstraintWords.Of(set.Schemas.Concat(conjuncts).Distinct().ToEquatableArray()));
    }

    private static bool AreSame(EquatableArray<Schema> schemas, EquatableArray<Schema> conjuncts)
    {
        var same = schemas.Count == conjuncts.Count;
        for (var i = 0; same && i < schemas.Count; i++)
        {
            same = ReferenceEquals(schemas[i], conjuncts[i]);
        }

        return same;
    }
}
