using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Looks up annotations among the schemas that apply to one value.</summary>
internal static class SchemaText
{
    /// <summary>The first text that one of the schemas gives under a keyword, or null.</summary>
    public static string? Of(EquatableArray<Schema> conjuncts, string keyword) => (First(conjuncts, keyword) as JsonString)?.Value;

    /// <summary>Whether one of the schemas says <c>true</c> under a keyword.</summary>
    public static bool Says(EquatableArray<Schema> conjuncts, string keyword) => First(conjuncts, keyword) is JsonBoolean { Value: true };

    /// <summary>The first value that one of the schemas gives under a keyword, or null.</summary>
    public static JsonValue? First(EquatableArray<Schema> conjuncts, string keyword)
    {
        for (var i = 0; i < conjuncts.Count; i++)
        {
            var schema = conjuncts[i];
            // Annotations beside a $ref count even in the dialects in which it silences constraints.
            if (schema.Boolean is null && (schema[keyword] ?? (schema.Json as JsonObject)?[keyword])?.Value is { } value)
            {
                return value;
            }
        }

        return null;
    }
}
