using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Http;

/// <summary>Takes values to and from the text that stands for them in a path, a query or a header: a JSON string's content, a JSON number or literal as it is written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContractText
{
    /// <summary>A value as a segment of a path, escaped.</summary>
    /// <exception cref="ArgumentException">The value would name another path: it is empty, <c>.</c> or <c>..</c>.</exception>
    public static string PathSegment<T>(string name, T value, ContractConverter<T> converter)
    {
        var text = string.Join(",", Values(name, value, converter));
        if (text.Length == 0 || text is "." or "..")
        {
            throw new ArgumentException("An empty text, \".\" and \"..\" cannot stand in a path: they would name another one.", name);
        }

        return Uri.EscapeDataString(text);
    }

    /// <summary>A value as a header's; a list with commas (OpenAPI: simple).</summary>
    /// <exception cref="ArgumentException">The value has characters that no header can carry.</exception>
    public static string Header<T>(string name, T value, ContractConverter<T> converter) => HeaderValue(name, Values(name, value, converter));

    /// <summary>The texts of a path segment or header that was received: several for a list.</summary>
    public static IReadOnlyList<string> Split(string text, bool isList)
    {
        if (!isList)
        {
            return [text];
        }

        var items = text.Split(',');
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = items[i].Trim();
        }

        return items;
    }

    /// <summary>The texts of a value: several for a list.</summary>
    internal static IReadOnlyList<string> Values<T>(string name, T value, ContractConverter<T> converter)
    {
        if (value is string text)
        {
            return [text];
        }

        var cursor = new JsonCursor(converter.ToUtf8Json(value));
        var values = new List<string>(1);
        if (cursor.Kind == JsonKind.Array)
        {
            cursor.StartArray();
            while (cursor.NextItem())
            {
                values.Add(Scalar(ref cursor));
            }
        }
        else if (cursor.Kind != JsonKind.Null)
        {
            values.Add(Scalar(ref cursor));
        }

        return cursor.Failed ? throw new ArgumentException("An object cannot stand in a path, a query or a header.", name) : values;
    }

    /// <summary>A header's value.</summary>
    internal static string HeaderValue(string name, IReadOnlyList<string> values)
    {
        var text = string.Join(",", values);
        foreach (var c in text)
        {
            if (c is (< ' ' and not '\t') or > '~')
            {
                throw new ArgumentException("A header cannot carry line breaks, control characters and letters beyond ASCII.", name);
            }
        }

        return text;
    }

    /// <summary>Writes the texts of a parameter as the JSON that its schema describes.</summary>
    /// <param name="texts">What was received, unescaped.</param>
    /// <param name="kind">How the schema has it.</param>
    public static byte[] ToUtf8Json(IReadOnlyList<string> texts, ContractTextKind kind)
    {
        var json = new StringBuilder();
        if ((kind & ContractTextKind.List) == 0)
        {
            Append(json, texts.Count == 1 ? texts[0] : string.Join(",", texts), kind);
        }
        else
        {
            json.Append('[');
            for (var i = 0; i < texts.Count; i++)
            {
                if (i > 0)
                {
                    json.Append(',');
                }

                Append(json, texts[i], kind);
            }

            json.Append(']');
        }

        return Encoding.UTF8.GetBytes(json.ToString());
    }

    private static void Append(StringBuilder json, string text, ContractTextKind kind)
    {
        // What is no number or literal is passed on as a string, so that the violation says that it is one.
        if ((kind & ContractTextKind.Literal) != 0 && IsLiteral(text))
        {
            json.Append(text);
        }
        else
        {
            json.Append('"').Append(System.Text.Json.JsonEncodedText.Encode(text)).Append('"');
        }
    }

    private static bool IsLiteral(string text)
    {
        if (text is "true" or "false")
        {
            return true;
        }

        if (text.Length is 0 or > 64 || (text[0] != '-' && text[0] is < '0' or > '9'))
        {
            return false;
        }

        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(text));
        cursor.Skip();
        cursor.End();
        return !cursor.Failed;
    }

    private static string Scalar(ref JsonCursor cursor)
    {
        switch (cursor.Kind)
        {
            case JsonKind.String:
                return cursor.ReadString() ?? "";
            case JsonKind.Object or JsonKind.Array:
                cursor.Fail(JsonFaultKind.UnexpectedKind);
                return "";
            default:
                return Encoding.UTF8.GetString(cursor.ReadRaw().ToArray());
        }
    }
}

/// <summary>What JSON the text of a parameter stands for.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ContractTextKind
{
    /// <summary>A string.</summary>
    Text = 0,

    /// <summary>A number, <c>true</c> or <c>false</c>.</summary>
    Literal = 1,

    /// <summary>A list of such.</summary>
    List = 2,
}
