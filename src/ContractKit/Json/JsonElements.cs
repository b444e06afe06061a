using System;
using System.Text.Json;

namespace ContractKit.Json;

/// <summary>Makes free-form values.</summary>
internal static class JsonElements
{
    private static readonly (byte[] Json, JsonElement Value)[] s_common = [Common("{}"), Common("null"), Common("[]"), Common("\"\""), Common("false"), Common("true"), Common("0")];

    /// <summary>The text of a value, in memory of the element or of its own; empty when it is no UTF-8.</summary>
    public static ReadOnlySpan<byte> Raw(JsonElement value)
    {
#if NET9_0_OR_GREATER
        return System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value);
#else
        try
        {
            return JsonUtf8.FromText(value.GetRawText());
        }
        catch (InvalidOperationException)
        {
            return default; // System.Text.Json parses bytes that it cannot make a text of
        }
#endif
    }

    /// <summary>A value from text that has been checked.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        // What stands for "nothing" in many an answer is kept ready.
        if (json.Length <= 5)
        {
            for (var i = 0; i < s_common.Length; i++)
            {
                if (json.SequenceEqual(s_common[i].Json))
                {
                    return s_common[i].Value;
                }
            }
        }

        return ParseNew(json);
    }

    private static JsonElement ParseNew(ReadOnlySpan<byte> json)
    {
#if NET10_0_OR_GREATER
        return JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
#else
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref reader);
#endif
    }

    private static (byte[] Json, JsonElement Value) Common(string json)
    {
        var utf8 = JsonUtf8.FromText(json);
        return (utf8, ParseNew(utf8));
    }
}
