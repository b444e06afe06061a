using System;
using System.Text.Json;

namespace ContractKit.Json;

/// <summary>Makes free-form values.</summary>
internal static class JsonElements
{
    // The cursor has checked the depth already.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = int.MaxValue };

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
        var reader = new Utf8JsonReader(json, s_options);
        return JsonElement.ParseValue(ref reader);
    }
}
