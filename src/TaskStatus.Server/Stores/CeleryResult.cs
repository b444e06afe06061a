using System;
using System.Text.Json;

namespace TaskStatus.Server.Stores;

/// <summary>What Celery has stored of a task: the members of its JSON that are needed.</summary>
/// <param name="Status">Celery's word: PENDING, STARTED, PROGRESS, SUCCESS, FAILURE, RETRY, REVOKED, or one of the application's own.</param>
/// <param name="Result">What the task gave, or the exception that ended it.</param>
/// <param name="Arguments">What it was called with, where <c>result_extended</c> is set.</param>
internal sealed record CeleryResult(string Status, JsonElement Result, JsonElement? Arguments)
{
    private const string Remedy = "Set Celery's result_serializer to \"json\".";

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
            throw new UnreadableResultException("The stored result is a Python pickle, which runs code when it is read. " + Remedy);
        }

        try
        {
            using var json = Parse(stored, out var hasDuplicates);
            var isPlain = !hasDuplicates && !PlainValue.IsNeededFor(stored.Span);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String)
            {
                return new CeleryResult(
                    status.GetString()!,
                    root.TryGetProperty("result", out var result) ? Value(result, isPlain) : default,
                    root.TryGetProperty("kwargs", out var arguments) && arguments.ValueKind == JsonValueKind.Object ? Value(arguments, isPlain) : null);
            }
        }
        catch (JsonException) when (BreaksOff(stored.Span))
        {
            return null;
        }
        catch (JsonException exception) when (StandsAtNonFiniteNumber(stored.Span, exception))
        {
            throw new UnreadableResultException("The stored result holds NaN or Infinity, which Python writes and JSON does not have. Let the task return null instead.");
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableResultException("The stored result holds a text that is no Unicode: half of a surrogate pair, or bytes that are no UTF-8.");
        }
        catch (JsonException)
        {
            // Yaml, msgpack, or nested too deeply: told below.
        }

        throw new UnreadableResultException("The stored result is not the JSON that Celery writes, or nested deeper than 64 levels. " + Remedy);
    }

    private static JsonElement Value(JsonElement value, bool isPlain) => isPlain ? value.Clone() : PlainValue.Of(value);

    private static JsonDocument Parse(ReadOnlyMemory<byte> stored, out bool hasDuplicates)
    {
        try
        {
            hasDuplicates = false;
            return JsonDocument.Parse(stored, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            hasDuplicates = true;
            return JsonDocument.Parse(stored);
        }
    }

    // Celery's file backend does not write atomically: a reader may meet the first half of an object.
    private static bool BreaksOff(ReadOnlySpan<byte> stored)
    {
        var reader = new Utf8JsonReader(stored, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return stored.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && (reader.CurrentDepth > 0 || reader.TokenType == JsonTokenType.StartObject);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // json.dumps writes on one line.
    private static bool StandsAtNonFiniteNumber(ReadOnlySpan<byte> stored, JsonException exception)
    {
        if (exception is not { LineNumber: 0, BytePositionInLine: { } position } || position >= stored.Length)
        {
            return false;
        }

        var rest = stored[(int)position..].TrimStart((byte)'-');
        return rest.StartsWith("NaN"u8) || rest.StartsWith("Infinity"u8);
    }
}
