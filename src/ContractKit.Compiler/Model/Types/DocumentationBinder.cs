using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Gathers what the reader of a type or member is told.</summary>
internal static class DocumentationBinder
{
    private const int LongestText = 4096;

    /// <summary>From <c>description</c>, else <c>title</c>: of the schemas themselves first, then of what they refer to.</summary>
    public static Documentation Of(SchemaSet set, IReadOnlyList<Schema> conjuncts)
    {
        var text = SchemaText.Of(set.Schemas, "description")
            ?? SchemaText.Of(set.Schemas, "title")
            ?? SchemaText.Of(conjuncts, "description")
            ?? SchemaText.Of(conjuncts, "title")
            ?? "";
        return new Documentation(Shorten(text), ConstraintWords.Of(set.Schemas.Concat(conjuncts).Distinct().ToList()));
    }

    private static string Shorten(string text) => text.Length <= LongestText ? text : text.Substring(0, LongestText) + " (and more in the schema)";
}
