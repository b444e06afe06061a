using System;
using System.Text.Json;

namespace TaskStatus.Server;

/// <summary>What of a worker's own words may reach callers: a traceback never does, wherever the worker put it.</summary>
internal static class CallerText
{
    // Python begins every traceback with these words, also that of the cause of another.
    private const string Traceback = "Traceback (most recent call last)";

    /// <summary>A sentence for callers; null where it is none, or holds a traceback.</summary>
    public static string? Sentence(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && !text.Contains(Traceback, StringComparison.Ordinal) ? text : null;

    /// <summary>A text or an object for callers; null where it is neither, or holds a traceback.</summary>
    public static JsonElement? Data(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Object && !value.GetRawText().Contains(Traceback, StringComparison.Ordinal) ? value : null;
}
