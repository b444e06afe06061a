using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Reads the values of keywords; what is not as it must be, which <see cref="KeywordCheck"/> reports, is taken for absent.</summary>
internal static class KeywordValues
{
    /// <summary>A count: an integer from 0 on, however it is written; more than a <see cref="long"/> holds is its maximum.</summary>
    public static long? Count(Schema schema, string keyword)
    {
        if (schema[keyword]?.Value is not JsonNumber number)
        {
            return null;
        }

        var value = DecimalText.Of(Encoding.ASCII.GetBytes(number.Text));
        if (!value.IsInteger || value.Negative)
        {
            return null;
        }

        return decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count < long.MaxValue
            ? (long)count
            : value.IsZero ? 0 : long.MaxValue;
    }

    /// <summary>A number as it is written.</summary>
    public static string? Number(Schema schema, string keyword) => (schema[keyword]?.Value as JsonNumber)?.Text;

    /// <summary>Whether a number in JSON is above zero.</summary>
    public static bool IsPositive(string number)
    {
        var value = DecimalText.Of(Encoding.ASCII.GetBytes(number));
        return !value.IsZero && !value.Negative;
    }

    /// <summary>Whether the keyword is <c>true</c>.</summary>
    public static bool IsTrue(Schema schema, string keyword) => schema[keyword]?.Value is JsonBoolean { Value: true };

    /// <summary>A list of names, each once.</summary>
    public static IReadOnlyList<JsonString> Names(JsonValue? value)
    {
        if (value is not JsonArray { Items: { Count: > 0 } items })
        {
            return [];
        }

        var names = new List<JsonString>(items.Count);
        var seen = new NameSet(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is JsonString name && seen.Add(name.Value))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>The kinds that <c>type</c> allows.</summary>
    public static ValueKinds Types(Schema schema)
    {
        var kinds = ValueKinds.None;
        var (anyInteger, anyNumber) = (false, false);
        switch (schema["type"]?.Value)
        {
            case JsonString name when Take(name):
                break;
            case JsonArray { Items.Count: > 0 } list when TakeAll(list.Items):
                break;
            default:
                return ValueKinds.Any;
        }

        if (anyInteger && !anyNumber)
        {
            kinds |= schema.Dialect == Dialect.Draft04 ? ValueKinds.WrittenWhole : ValueKinds.Whole;
        }

        // OpenAPI 3.0.3: nullable counts only beside a type.
        return IsTrue(schema, "nullable") ? kinds | ValueKinds.Null : kinds;

        bool TakeAll(IReadOnlyList<JsonValue> names)
        {
            foreach (var item in names)
            {
                if (item is JsonString name && !Take(name))
                {
                    return false;
                }
            }

            return true;
        }

        bool Take(JsonString name)
        {
            anyInteger |= name.Value == "integer";
            anyNumber |= name.Value == "number";
            var kind = KindOf(name.Value);
            kinds |= kind;
            return kind != ValueKinds.None;
        }
    }

    /// <summary>Whether a word is the name of a type.</summary>
    public static bool IsTypeName(string word) => KindOf(word) != ValueKinds.None;

    /// <summary>The names of types.</summary>
    public static IReadOnlyList<string> TypeNames { get; } = ["object", "array", "string", "number", "integer", "boolean", "null"];

    private static ValueKinds KindOf(string typeName) => typeName switch
    {
        "object" => ValueKinds.Object,
        "array" => ValueKinds.Array,
        "string" => ValueKinds.String,
        "number" or "integer" => ValueKinds.Number,
        "boolean" => ValueKinds.Boolean,
        "null" => ValueKinds.Null,
        _ => ValueKinds.None,
    };
}
