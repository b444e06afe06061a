using System;
using System.Collections.Generic;
using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>What the keyword <c>type</c> allows: a bit for each <see cref="JsonKind"/>. For generated code.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonTypes
{
    /// <summary>No value at all.</summary>
    None = 0,

    /// <summary>Objects.</summary>
    Object = 1 << JsonKind.Object,

    /// <summary>Arrays.</summary>
    Array = 1 << JsonKind.Array,

    /// <summary>Strings.</summary>
    String = 1 << JsonKind.String,

    /// <summary>Numbers.</summary>
    Number = 1 << JsonKind.Number,

    /// <summary><c>true</c> and <c>false</c>.</summary>
    Boolean = (1 << JsonKind.True) | (1 << JsonKind.False),

    /// <summary><c>null</c>.</summary>
    Null = 1 << JsonKind.Null,

    /// <summary>Any value.</summary>
    Any = Object | Array | String | Number | Boolean | Null,

    /// <summary>Of the numbers only those without a fraction, however they are written.</summary>
    Whole = 1 << 10,

    /// <summary>Of the numbers only those written without a fraction and an exponent, as draft-04 means integers.</summary>
    WrittenWhole = 1 << 11,
}

/// <summary>Says kinds and types in words.</summary>
internal static class JsonTypeWords
{
    /// <summary>A literal as JSON writes it.</summary>
    public static ReadOnlySpan<byte> Utf8(JsonKind kind) => kind switch
    {
        JsonKind.True => "true"u8,
        JsonKind.False => "false"u8,
        _ => "null"u8,
    };

    public static string Of(JsonKind kind) => kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "an array",
        JsonKind.String => "a string",
        JsonKind.Number => "a number",
        JsonKind.Null => "null",
        JsonKind.True => "true",
        JsonKind.False => "false",
        _ => "nothing",
    };

    public static string Of(JsonTypes types)
    {
        var words = new List<string>();
        Add(JsonTypes.Object, "an object");
        Add(JsonTypes.Array, "an array");
        Add(JsonTypes.String, "a string");
        Add(JsonTypes.Number, (types & (JsonTypes.Whole | JsonTypes.WrittenWhole)) != 0 ? "an integer" : "a number");
        Add(JsonTypes.Boolean, "true or false");
        Add(JsonTypes.Null, "null");
        return words.Count == 0 ? "nothing" : string.Join(" or ", words);

        void Add(JsonTypes type, string word)
        {
            if ((types & type) != 0)
            {
                words.Add(word);
            }
        }
    }
}
