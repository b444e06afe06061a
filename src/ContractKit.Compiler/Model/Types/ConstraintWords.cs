using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Says constraints in words, for whoever reads the generated code and not the schema.</summary>
internal static class ConstraintWords
{
    private const int LongestPattern = 200;
    private const KeywordGroups Constraining = KeywordGroups.Number | KeywordGroups.Text | KeywordGroups.Array | KeywordGroups.Object | KeywordGroups.Direction;
    private static readonly (string Keyword, string Words)[] s_bounds =
    [
        ("minimum", "At least "), ("exclusiveMinimum", "More than "), ("maximum", "At most "), ("exclusiveMaximum", "Less than "), ("multipleOf", "A multiple of "),
    ];

    /// <summary>The constraints as sentences with a blank between them; empty where there are none.</summary>
    public static string Of(EquatableArray<Schema> conjuncts)
    {
        List<string>? sentences = null;
        for (var i = 0; i < conjuncts.Count; i++)
        {
            if (conjuncts[i].HasAny(Constraining))
            {
                (sentences ??= []).AddRange(Of(conjuncts[i]));
            }
        }

        return sentences is null ? "" : string.Join(" ", sentences.Distinct());
    }

    private static IEnumerable<string> Of(Schema schema)
    {
        if (Range(Text(schema, "minLength"), Text(schema, "maxLength"), "character") is { } length)
        {
            yield return length;
        }

        if (schema["pattern"]?.Value is JsonString { Value: { Length: <= LongestPattern } pattern })
        {
            yield return "Matches " + pattern + " (ECMA-262).";
        }

        if (schema["format"]?.Value is JsonString { Value: { Length: > 0 and <= 64 } format })
        {
            yield return "Format: " + format + ".";
        }

        foreach (var (keyword, words) in s_bounds)
        {
            if (Text(schema, keyword) is { } number)
            {
                yield return words + number + ".";
            }
        }

        if (Range(Text(schema, "minItems"), Text(schema, "maxItems"), "item") is { } items)
        {
            yield return items;
        }

        if (schema["uniqueItems"]?.Value is JsonBoolean { Value: true })
        {
            yield return "No two items are equal.";
        }

        if (Range(Text(schema, "minProperties"), Text(schema, "maxProperties"), "member") is { } members)
        {
            yield return members;
        }

        if (schema["readOnly"]?.Value is JsonBoolean { Value: true })
        {
            yield return "Set by the service: a request need not have it.";
        }

        if (schema["writeOnly"]?.Value is JsonBoolean { Value: true })
        {
            yield return "Never sent back by the service: a response need not have it.";
        }
    }

    private static string? Text(Schema schema, string keyword) => schema[keyword]?.Value is JsonNumber { Text: { Length: <= 64 } text } ? text : null;

    private static string? Range(string? least, string? most, string unit) => (least, most) switch
    {
        (null or "0", null) => null,
        (null or "0", _) => "At most " + Count(most!, unit) + ".",
        (_, null) => "At least " + Count(least, unit) + ".",
        _ when least == most => "Exactly " + Count(least, unit) + ".",
        _ => least + " to " + Count(most!, unit) + ".",
    };

    private static string Count(string number, string unit) => number == "1" ? "1 " + unit : number + " " + unit + "s";
}
