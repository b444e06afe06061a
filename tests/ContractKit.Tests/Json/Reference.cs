using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>The same walk over the same text by System.Text.Json and by the cursor, each told as one string; null where the text is refused.</summary>
internal static class Reference
{
    /// <summary>What Utf8JsonReader, with its strict default options, says the text holds. It looks at the Unicode of a string only when asked for it.</summary>
    public static string? Walk(ReadOnlySpan<byte> json, int maxDepth = 64) => Walk(json, new JsonReaderOptions { MaxDepth = maxDepth });

    /// <summary>The same with other options.</summary>
    public static string? Walk(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        var told = new StringBuilder();
        try
        {
            var reader = new Utf8JsonReader(json, options);
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject: told.Append('{'); break;
                    case JsonTokenType.EndObject: told.Append('}'); break;
                    case JsonTokenType.StartArray: told.Append('['); break;
                    case JsonTokenType.EndArray: told.Append(']'); break;
                    case JsonTokenType.PropertyName: Tell(told, 'p', reader.GetString()!); break;
                    case JsonTokenType.String: Tell(told, 's', reader.GetString()!); break;
                    case JsonTokenType.Number: Tell(told, 'n', Encoding.ASCII.GetString(reader.ValueSpan)); break;
                    case JsonTokenType.True: told.Append('t'); break;
                    case JsonTokenType.False: told.Append('f'); break;
                    case JsonTokenType.Null: told.Append('0'); break;
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // a string that is not Unicode text
        }

        return told.ToString();
    }

    /// <summary>What the cursor says the text holds, reading every value.</summary>
    public static string? CursorWalk(ReadOnlySpan<byte> json, int maxDepth = 64)
    {
        var told = new StringBuilder();
        var cursor = new JsonCursor(json, maxDepth);
        CursorValue(ref cursor, told);
        cursor.End();
        return cursor.Failed ? null : told.ToString();
    }

    /// <summary>Whether the cursor accepts the text when it only skips it.</summary>
    public static bool CursorSkips(ReadOnlySpan<byte> json, int maxDepth = 64)
    {
        var cursor = new JsonCursor(json, maxDepth);
        cursor.Skip();
        cursor.End();
        return !cursor.Failed;
    }

    private static void CursorValue(ref JsonCursor cursor, StringBuilder told)
    {
        switch (cursor.Kind)
        {
            case JsonKind.Object:
                told.Append('{');
                cursor.StartObject();
                while (cursor.NextMember(out var name))
                {
                    Tell(told, 'p', Encoding.UTF8.GetString(name));
                    CursorValue(ref cursor, told);
                }

                told.Append('}');
                break;
            case JsonKind.Array:
                told.Append('[');
                cursor.StartArray();
                while (cursor.NextItem())
                {
                    CursorValue(ref cursor, told);
                }

                told.Append(']');
                break;
            case JsonKind.String:
                Tell(told, 's', cursor.ReadString() ?? "");
                break;
            case JsonKind.Number:
                cursor.ReadNumber(out var number);
                Tell(told, 'n', Encoding.ASCII.GetString(number));
                break;
            case JsonKind.True or JsonKind.False:
                told.Append(cursor.ReadBoolean() ? 't' : 'f');
                break;
            case JsonKind.Null:
                cursor.TryReadNull();
                told.Append('0');
                break;
        }
    }

    private static void Tell(StringBuilder told, char kind, string text) =>
        told.Append(kind).Append(text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(text);
}
