using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Finds counts and numbers between whose bounds nothing lies.</summary>
internal static class BoundsCheck
{
    public static void Check(Schema schema, List<Problem> problems)
    {
        Counts(schema, "minLength", "maxLength", "string", problems);
        Counts(schema, "minItems", "maxItems", "array", problems);
        Counts(schema, "minProperties", "maxProperties", "object", problems);
        Counts(schema, "minContains", "maxContains", "array", problems);
        if (Least(schema) is not { } least || Most(schema) is not { } most)
        {
            return;
        }

        var order = DecimalText.Compare(DecimalText.Of(Encoding.ASCII.GetBytes(least.Text)), DecimalText.Of(Encoding.ASCII.GetBytes(most.Text)));
        if (order > 0)
        {
            Report(schema, least.Keyword, $"No number can keep this: {Shown(schema, least)} is above {Shown(schema, most)}. Write the smaller one as the lower bound.", problems);
        }
        else if (order == 0 && (least.Excluded || most.Excluded))
        {
            Report(schema, least.Keyword, $"No number can keep this: nothing lies between {Shown(schema, least)} and {Shown(schema, most)}. Raise the upper one.", problems);
        }
        else
        {
            Steps(schema, least, most, problems);
        }
    }

    private static void Counts(Schema schema, string least, string most, string kind, List<Problem> problems)
    {
        if (KeywordValues.Count(schema, least) is { } min && KeywordValues.Count(schema, most) is { } max && min > max)
        {
            Report(schema, least, $"No {kind} can keep this: \"{least}\" is {JsonText.Number(min)}, and \"{most}\" is {JsonText.Number(max)}. Write the smaller one as \"{least}\".", problems);
        }
    }

    // Whole numbers, and multiples: whether one of them lies between the bounds.
    private static void Steps(Schema schema, Bound least, Bound most, List<Problem> problems)
    {
        var kinds = KeywordValues.Types(schema);
        var wholeOnly = (kinds & (ValueKinds.Whole | ValueKinds.WrittenWhole)) != 0;
        var multiple = KeywordValues.Number(schema, "multipleOf");
        if ((!wholeOnly && multiple is null) || !TryDecimal(least.Text, out var low) || !TryDecimal(most.Text, out var high))
        {
            return;
        }

        var step = 1m;
        if (multiple is not null && (!TryDecimal(multiple, out step) || step <= 0 || (wholeOnly && step != decimal.Truncate(step))))
        {
            return;
        }

        try
        {
            var first = decimal.Ceiling(low / step) * step;
            first = first == low && least.Excluded ? first + step : first;
            if (first > high || (first == high && most.Excluded))
            {
                var what = multiple is null ? "whole number" : "multiple of " + multiple;
                Report(schema, least.Keyword, $"No {what} lies between {Shown(schema, least)} and {Shown(schema, most)}: widen them.", problems);
            }
        }
        catch (OverflowException)
        {
            // Bounds that far apart have something between them.
        }
    }

    private static Bound? Least(Schema schema) => Tighter(schema, "minimum", "exclusiveMinimum", isLower: true);

    private static Bound? Most(Schema schema) => Tighter(schema, "maximum", "exclusiveMaximum", isLower: false);

    private static Bound? Tighter(Schema schema, string inclusive, string exclusive, bool isLower)
    {
        var plain = KeywordValues.Number(schema, inclusive) is { } number
            ? new Bound(inclusive, number, schema.Dialect == Dialect.Draft04 && KeywordValues.IsTrue(schema, exclusive))
            : null;
        var strict = schema.Dialect > Dialect.Draft04 && KeywordValues.Number(schema, exclusive) is { } other ? new Bound(exclusive, other, true) : null;
        if (plain is null || strict is null)
        {
            return plain ?? strict;
        }

        var order = DecimalText.Compare(DecimalText.Of(Encoding.ASCII.GetBytes(plain.Text)), DecimalText.Of(Encoding.ASCII.GetBytes(strict.Text)));
        return (isLower ? order > 0 : order < 0) ? plain : strict;
    }

    private static bool TryDecimal(string text, out decimal value) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static string Shown(Schema schema, Bound bound) =>
        $"\"{bound.Keyword}\" {(bound.Text.Length > 30 ? bound.Text.Substring(0, 30) + "…" : bound.Text)}"
        + (bound.Excluded && schema.Dialect == Dialect.Draft04 ? " (excluded)" : "");

    private static void Report(Schema schema, string keyword, string message, List<Problem> problems) =>
        problems.Add(KeywordRules.Unsatisfiable.At(schema.Document.Text, schema[keyword]!.NameSpan, message));

    private sealed record Bound(string Keyword, string Text, bool Excluded);
}
