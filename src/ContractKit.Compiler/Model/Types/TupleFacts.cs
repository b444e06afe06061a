using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>What a schema says about arrays whose items have a schema each.</summary>
internal static class TupleFacts
{
    /// <summary>The schemas of all items that there can be, <c>true</c> schemas included where any item may follow; null where items are alike.</summary>
    public static IReadOnlyList<Schema>? Of(Schema schema)
    {
        var (keyword, rest) = schema["prefixItems"]?.Value is JsonArray ? ("prefixItems", "items")
            : schema["items"]?.Value is JsonArray ? ("items", "additionalItems")
            : ("", "");
        if (keyword.Length == 0 || schema[keyword]!.Value is not JsonArray { Items: var prefix } || prefix.Count == 0)
        {
            return null;
        }

        var schemas = Enumerable.Range(0, prefix.Count)
            .Select(index => schema.Subschema(keyword, index.ToString(CultureInfo.InvariantCulture)))
            .ToList();
        var bounded = schema["maxItems"]?.Value is JsonNumber { Text: var most } && JsonKindOf.TryInt64(most, out var count) && count <= prefix.Count;
        if (schema[rest]?.Value is JsonObject or JsonBoolean)
        {
            var others = schema.Subschema(rest);
            if (others.Boolean != false && !bounded)
            {
                schemas.Add(others);
            }
        }
        else if (!bounded)
        {
            // Whatever follows may be anything.
            return null;
        }

        return schemas;
    }

    /// <summary>Whether the schema gives items a schema each.</summary>
    public static bool IsTuple(Schema schema) => schema["prefixItems"]?.Value is JsonArray || schema["items"]?.Value is JsonArray;
}
