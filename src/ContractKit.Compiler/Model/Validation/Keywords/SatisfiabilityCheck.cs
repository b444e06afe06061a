using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Finds constraints that no value can keep.</summary>
internal static class SatisfiabilityCheck
{
    public static void Check(Schema schema, List<Problem> problems)
    {
        Counts(schema, "minLength", "maxLength", problems);
        Counts(schema, "minItems", "maxItems", problems);
        Counts(schema, "minProperties", "maxProperties", problems);
        Counts(schema, "minContains", "maxContains", problems);
        Bounds(schema, "minimum", "maximum", mayBeEqual: true, problems);
        if (schema.Dialect > Dialect.Draft04)
        {
            Bounds(schema, "exclusiveMinimum", "maximum", mayBeEqual: false, problems);
            Bounds(schema, "minimum", "exclusiveMaximum", mayBeEqual: false, problems);
            Bounds(schema, "exclusiveMinimum", "exclusiveMaximum", mayBeEqual: false, problems);
        }

        Required(schema, problems);
    }

    private static void Counts(Schema schema, string least, string most, List<Problem> problems)
    {
        if (KeywordValues.Count(schema, least) is { } min && KeywordValues.Count(schema, most) is { } max && min > max)
        {
            Report(schema, least, most, problems);
        }
    }

    private static void Bounds(Schema schema, string least, string most, bool mayBeEqual, List<Problem> problems)
    {
        if (KeywordValues.Number(schema, least) is not { } min || KeywordValues.Number(schema, most) is not { } max)
        {
            return;
        }

        var order = DecimalText.Compare(DecimalText.Of(Encoding.ASCII.GetBytes(min)), DecimalText.Of(Encoding.ASCII.GetBytes(max)));
        if (order > 0 || (order == 0 && !mayBeEqual))
        {
            Report(schema, least, most, problems);
        }
    }

    private static void Required(Schema schema, List<Problem> problems)
    {
        var required = KeywordValues.Names(schema["required"]?.Value).ToList();
        if (KeywordValues.Count(schema, "maxProperties") is { } max && required.Count > max)
        {
            problems.Add(KeywordRules.Unsatisfiable.At(
                schema.Document.Text, schema["maxProperties"]!.NameSpan, "No object can keep this: \"required\" has more names than \"maxProperties\" allows."));
        }

        foreach (var name in required)
        {
            if ((schema["properties"]?.Value as JsonObject)?[name] is { Value: JsonBoolean { Value: false } } member)
            {
                problems.Add(KeywordRules.Unsatisfiable.At(
                    schema.Document.Text, member.NameSpan, "No object can keep this: \"required\" asks for the member, and its schema allows no value."));
            }
        }
    }

    private static void Report(Schema schema, string least, string most, List<Problem> problems) => problems.Add(KeywordRules.Unsatisfiable.At(
        schema.Document.Text, schema[least]!.NameSpan, "No value can keep this: \"" + least + "\" is above what \"" + most + "\" allows."));
}
