using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Finds arrays that would have to be longer than they may be.</summary>
internal static class ListCheck
{
    public static void Check(Schema schema, List<Problem> problems)
    {
        if (Closed(schema) is { } closed && KeywordValues.Count(schema, "minItems") is { } min && min > closed.Length)
        {
            Report(schema, "minItems", $"No array can keep this: \"minItems\" is {JsonText.Number(min)}, and \"{closed.Keyword}\": false leaves {Items(closed.Length)}. Lower it, or describe more items.", problems);
        }

        if (schema.Dialect < Dialect.Draft06 || schema["contains"] is null || KeywordValues.Count(schema, "maxItems") is not { } max)
        {
            return;
        }

        // Before 2019-09 one item is looked for, and no keyword says otherwise.
        var told = schema.Dialect >= Dialect.Draft201909 ? KeywordValues.Count(schema, "minContains") : null;
        if ((told ?? 1) > max)
        {
            Report(
                schema, told is null ? "contains" : "minContains",
                $"No array can keep this: {(told is null ? "\"contains\" asks for 1 item" : $"\"minContains\" asks for {Items(told.Value)}")}, and \"maxItems\" allows {JsonText.Number(max)}. Raise \"maxItems\".", problems);
        }
    }

    // How many items are described, where none beyond them may follow.
    private static (string Keyword, int Length)? Closed(Schema schema)
    {
        var (list, rest) = schema.Dialect >= Dialect.Draft202012 ? ("prefixItems", "items") : ("items", "additionalItems");
        if (schema[rest]?.Value is not JsonBoolean { Value: false })
        {
            return null;
        }

        return schema[list]?.Value is JsonArray items ? (rest, items.Items.Count)
            : rest == "items" ? (rest, 0)
            : null;
    }

    private static string Items(long count) => count == 1 ? "1 item" : JsonText.Number(count) + " items";

    private static void Report(Schema schema, string keyword, string message, List<Problem> problems) =>
        problems.Add(KeywordRules.Unsatisfiable.At(schema.Document.Text, schema[keyword]!.NameSpan, message));
}
