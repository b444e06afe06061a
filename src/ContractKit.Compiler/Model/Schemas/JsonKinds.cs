using System;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Kinds of JSON values, as the keyword <c>type</c> tells them.</summary>
[Flags]
public enum JsonKinds
{
    /// <summary>None: nothing is valid.</summary>
    None = 0,

    /// <summary>An object.</summary>
    Object = 1,

    /// <summary>An array.</summary>
    Array = 2,

    /// <summary>A string.</summary>
    String = 4,

    /// <summary>A number without a fraction.</summary>
    Integer = 8,

    /// <summary>Any other number.</summary>
    Fraction = 16,

    /// <summary>Any number.</summary>
    Number = Integer | Fraction,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 32,

    /// <summary><c>null</c>.</summary>
    Null = 64,

    /// <summary>Any kind.</summary>
    Any = 127,
}

/// <summary>Tells kinds of values.</summary>
internal static class JsonKindOf
{
    /// <summary>The kind that a word of the keyword <c>type</c> names.</summary>
    public static JsonKinds Word(string word) => word switch
    {
        "object" => JsonKinds.Object,
        "array" => JsonKinds.Array,
        "string" => JsonKinds.String,
        "integer" => JsonKinds.Integer,
        "number" => JsonKinds.Number,
        "boolean" => JsonKinds.Boolean,
        "null" => JsonKinds.Null,
        _ => JsonKinds.None,
    };

    /// <summary>The kind of a value.</summary>
    public static JsonKinds Value(JsonValue value) => value switch
    {
        JsonObject => JsonKinds.Object,
        JsonArray => JsonKinds.Array,
        JsonString => JsonKinds.String,
        JsonNumber number => IsInteger(number.Text) ? JsonKinds.Integer : JsonKinds.Fraction,
        JsonBoolean => JsonKinds.Boolean,
        _ => JsonKinds.Null,
    };

    /// <summary>The integer that a number is, where it is one that <see cref="long"/> holds: 1, 1.0 and 1e0 are.</summary>
    public static bool TryInt64(string text, out long value)
    {
        value = 0;
        return decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue
            && (value = (long)number) == number;
    }

    private static bool IsInteger(string text)
    {
        if (text.IndexOf('.') < 0 && text.IndexOf('e') < 0 && text.IndexOf('E') < 0)
        {
            return true;
        }

        return TryInt64(text, out _);
    }
}
