using System;
using System.Text.Json;

namespace TaskStatus.Server.Stores;

/// <summary>What Celery has stored of a task: the members of its JSON that are needed.</summary>
/// <param name="Status">Celery's word: PENDING, STARTED, PROGRESS, SUCCESS, FAILURE, RETRY, REVOKED, or one of the application's own.</param>
/// <param name="Result">What the task gave, or the exception that ended it.</param>
/// <param name="Arguments">What it was called with, where <c>result_extended</c> is set.</param>
internal sealed record CeleryResult(string Status, JsonElement Result, JsonElement? Arguments)
{
    /// <summary>Reads a stored value; null where it breaks off, which is what a reader meets while Celery writes.</summary>
    /// <exception cref="UnreadableResultException">It is a pickle, or otherwise not the JSON that Celery stores.</exception>
    public static CeleryResult? TryRead(ReadOnlyMemory<byte> stored)
    {
        if (stored.IsEmpty)
        {
            return null;
        }

        if (stored.Span[0] == 0x80)
        {
            throw new UnreadableResultException("The stored result is a Python pickle, which runs code when it is read. Set Celery's result_serializer to \"json\".");
        }

        try
        {
            using var json = JsonDocument.Parse(stored);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String)
            {
                return new CeleryResult(
                    status.GetString()!,
                    root.TryGetProperty("result", out var result) ? result.Clone() : default,
                    root.TryGetProperty("kwargs", out var arguments) && arguments.ValueKind == JsonValueKind.Object ? arguments.Clone() : null);
            }
        }
        catch (JsonException exception) when (BreaksOff(stored.Span, exception))
        {
            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Yaml, msgpack, or text that is no UTF-8: told below.
        }

        throw new UnreadableResultException("The stored result is not the JSON that Celery writes. Set Celery's result_serializer to \"json\".");
    }

    // Celery's file backend does not write atomically: a reader may meet the first half of an object.
    private static bool BreaksOff(ReadOnlySpan<byte> stored, JsonException exception)
    {
        var reader = new Utf8JsonReader(stored, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return stored.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && exception is not null && reader.CurrentDepth > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
