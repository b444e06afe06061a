using System;

namespace ContractKit.Compiler.Documents;

/// <summary>
/// The words that schemas are made of, each one object: half the strings of a document are <c>type</c>, <c>string</c> and their like,
/// and documents are kept.
/// </summary>
internal static class CommonWords
{
    private static readonly string?[] s_table = Table(
    [
        "$anchor", "$comment", "$defs", "$id", "$ref", "$schema", "additionalProperties", "allOf", "anyOf", "array", "boolean", "const", "date",
        "date-time", "default", "definitions", "deprecated", "description", "enum", "examples", "exclusiveMaximum", "exclusiveMinimum", "format",
        "integer", "items", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "multipleOf", "not", "null", "nullable",
        "number", "object", "oneOf", "pattern", "patternProperties", "properties", "readOnly", "required", "string", "title", "type", "uniqueItems",
        "uri", "uuid", "writeOnly", "id", "name", "http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2020-12/schema",
    ]);

    /// <summary>A part of a text as a string: the common word, where it is one.</summary>
    public static string Of(string text, int start, int length)
    {
        if (length == 0)
        {
            return "";
        }

        var part = text.AsSpan(start, length);
        for (var place = PlaceOf(part); s_table[place] is { } word; place = (place + 1) % s_table.Length)
        {
            if (part.SequenceEqual(word.AsSpan()))
            {
                return word;
            }
        }

        return text.Substring(start, length);
    }

    private static string?[] Table(string[] words)
    {
        // Four places a word: most others are told apart by the first look.
        var table = new string?[words.Length * 4];
        foreach (var word in words)
        {
            var place = PlaceOf(word.AsSpan(), table.Length);
            while (table[place] is not null)
            {
                place = (place + 1) % table.Length;
            }

            table[place] = word;
        }

        return table;
    }

    private static int PlaceOf(ReadOnlySpan<char> word) => PlaceOf(word, s_table.Length);

    private static int PlaceOf(ReadOnlySpan<char> word, int places) => ((word.Length * 31) + (word[0] * 7) + (word[word.Length - 1] * 3) + word[word.Length / 2]) % places;
}
