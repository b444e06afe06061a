using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Says what to write where something stands that is no schema.</summary>
internal static class ExpectedSchema
{
    /// <summary>The problem of a value where a schema belongs.</summary>
    /// <param name="document">The document.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="rules">The dialect.</param>
    /// <param name="keyword">The keyword whose schema it should be; null for a document.</param>
    /// <param name="entry">The member in that keyword's map; null where it has none.</param>
    public static Problem Problem(JsonDocument document, JsonValue value, DialectRules rules, string? keyword = null, JsonMember? entry = null)
    {
        if (keyword == "properties" && entry is not null && KeywordTable.Find(entry.Name) is { } known && known.IsIn(rules.Dialect) && value is not JsonString)
        {
            return SchemaRules.SchemaExpected.At(
                document.Text, value.Span,
                $"A schema is expected here: inside \"properties\" {JsonText.Shown(entry.Name)} is a property like any other. Move it out of them, if the keyword is meant.");
        }

        var (advice, remedy) = value switch
        {
            JsonString { Value: var text } when KeywordValues.IsTypeName(text) => Write($"{{ \"type\": {JsonText.Quote(text)} }}"),
            JsonString { Value: var text } when text.StartsWith("#", System.StringComparison.Ordinal) || text.EndsWith(".json", System.StringComparison.Ordinal) => Write($"{{ \"$ref\": {JsonText.Quote(text)} }}"),
            JsonArray when keyword == "items" && rules.Dialect == Dialect.Draft202012 => ("since 2020-12 the list of schemas for the first items is \"prefixItems\".", null),
            JsonBoolean => ("write {} for any value, and { \"not\": {} } for none.", value is JsonBoolean { Value: true } ? "{}" : "{ \"not\": {} }"),
            _ => (rules.HasBooleanSchemas ? "write an object, true or false." : "write an object.", (string?)null),
        };
        return SchemaRules.SchemaExpected.At(document.Text, value.Span, "A schema is expected here: " + advice, remedy);
    }

    private static (string Advice, string? Remedy) Write(string schema) => ("write " + schema + ".", schema);
}
