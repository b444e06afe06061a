using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Looks at the values of <c>enum</c>: whether there are any, and each once; and at the names that are given to them.</summary>
internal static class EnumCheck
{
    public static void Check(Schema schema, List<Problem> problems)
    {
        if (schema["enum"] is not { Value: JsonArray values } member)
        {
            return;
        }

        if (values.Items.Count == 0)
        {
            problems.Add(KeywordRules.Unsatisfiable.At(
                schema.Document.Text, member.Value.Span, "No value can keep this: \"enum\" lists none. Write the values, or take it out."));
        }

        var seen = new Dictionary<string, int>();
        for (var i = 0; i < values.Items.Count; i++)
        {
            var text = CanonicalJson.Of(values.Items[i]);
            if (!seen.TryGetValue(text, out var first))
            {
                seen.Add(text, i);
                continue;
            }

            problems.Add(KeywordRules.ValueTwice.At(
                schema.Document.Text, values.Items[i].Span,
                $"This value stands in the list already, in line {JsonText.Number(schema.Document.Text.PositionOf(values.Items[first].Span.Start).Line + 1)}: take it out.", "") with
            {
                // With the comma before it.
                RemedySpan = TextSpan.FromBounds(values.Items[i - 1].Span.End, values.Items[i].Span.End),
            });
        }

        foreach (var keyword in new[] { "x-enum-varnames", "x-enumNames", "x-enum-descriptions" })
        {
            if (schema[keyword] is { Value: JsonArray names } list && names.Items.Count != values.Items.Count)
            {
                problems.Add(KeywordRules.AnnotationValue.At(
                    schema.Document.Text, list.Value.Span,
                    $"\"{keyword}\" has {JsonText.Number(names.Items.Count)} of the {JsonText.Number(values.Items.Count)} entries that \"enum\" asks for: write one for each value, in the same order."));
            }
        }
    }
}
