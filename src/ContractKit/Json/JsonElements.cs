using System;
using System.Text.Json;

namespace ContractKit.Json;

/// <summary>Makes free-form values.</summary>
internal static class JsonElements
{
    // The cursor has checked the depth already.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = int.MaxValue };

    /// <summary>A value from text that has been checked.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, s_options);
        return JsonElement.ParseValue(ref reader);
    }
}
