using System.Globalization;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Decides the C# types of texts and numbers.</summary>
internal static class ScalarFacts
{
    /// <summary>The type of a text: by <c>format</c> and <c>contentEncoding</c> where .NET has a type that holds all of it.</summary>
    public static TypeShape Text(EquatableArray<Schema> conjuncts)
    {
        if (WordFacts.Constant(conjuncts) is not null)
        {
            return TypeShape.String;
        }

        for (var i = 0; i < conjuncts.Count; i++)
        {
            var schema = conjuncts[i];
            if (schema["contentEncoding"]?.Value is JsonString { Value: "base64" })
            {
                return ScalarShape.Of(ScalarKind.Bytes);
            }

            switch ((schema["format"]?.Value as JsonString)?.Value)
            {
                case "date-time":
                    return ScalarShape.Of(ScalarKind.DateTimeOffset);
                case "date":
                    return ScalarShape.Of(ScalarKind.DateOnly);
                case "uuid":
                    return ScalarShape.Of(ScalarKind.Guid);
            }
        }

        return TypeShape.String;
    }

    /// <summary>The type of an integer: 32 bits where the schema says that they are enough, else 64.</summary>
    public static TypeShape Integer(EquatableArray<Schema> conjuncts)
    {
        if (HaveFormat(conjuncts, "int32"))
        {
            return ScalarShape.Of(ScalarKind.Int32);
        }

        decimal? least = null, most = null;
        for (var i = 0; i < conjuncts.Count; i++)
        {
            var schema = conjuncts[i];
            if (!schema.HasAny(KeywordGroups.Number))
            {
                continue;
            }

            least = Max(least, Bound(schema, "minimum"));
            least = Max(least, Bound(schema, "exclusiveMinimum"));
            most = Min(most, Bound(schema, "maximum"));
            most = Min(most, Bound(schema, "exclusiveMaximum"));
        }

        return ScalarShape.Of(least >= int.MinValue && most <= int.MaxValue ? ScalarKind.Int32 : ScalarKind.Int64);
    }

    /// <summary>The type of a number: <c>double</c>, or <c>decimal</c> by <c>format</c>.</summary>
    public static TypeShape Number(EquatableArray<Schema> conjuncts) => ScalarShape.Of(
        HaveFormat(conjuncts, "decimal") ? ScalarKind.Decimal : ScalarKind.Double);

    private static bool HaveFormat(EquatableArray<Schema> conjuncts, string format)
    {
        for (var i = 0; i < conjuncts.Count; i++)
        {
            if (conjuncts[i]["format"]?.Value is JsonString { Value: var text } && text == format)
            {
                return true;
            }
        }

        return false;
    }

    private static decimal? Bound(Schema schema, string keyword) =>
        schema[keyword]?.Value is JsonNumber { Text: var text }
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
            ? bound
            : null;

    private static decimal? Max(decimal? a, decimal? b) => a is null || b > a ? b ?? a : a;

    private static decimal? Min(decimal? a, decimal? b) => a is null || b < a ? b ?? a : a;
}
