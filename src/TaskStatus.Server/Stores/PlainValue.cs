using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;

namespace TaskStatus.Server.Stores;

/// <summary>
/// Takes out of a stored value what Python's JSON has and callers cannot be asked to know. Values that JSON does not have are written
/// by newer kombu as <c>{"__type__": "uuid", "__value__": …}</c>: callers get the text that Python has for the value, which is also
/// what older kombu stored. A dictionary with the keys <c>1</c> and <c>"1"</c> is stored with one name twice: the last stands, as in
/// Celery's own answer.
/// </summary>
internal static class PlainValue
{
    private const string TypeName = "__type__";
    private const string ValueName = "__value__";

    /// <summary>Whether a stored text may hold values of kombu's, or half a surrogate pair, which only its unescaping finds.</summary>
    public static bool IsNeededFor(ReadOnlySpan<byte> stored) =>
        stored.IndexOf("\"__type__\""u8) >= 0 || stored.IndexOf("\\ud"u8) >= 0 || stored.IndexOf("\\uD"u8) >= 0;

    /// <summary>The value with plain texts in the place of kombu's; types that an application registered itself are left as they are.</summary>
    /// <exception cref="InvalidOperationException">A text is none: half a surrogate pair, or no UTF-8.</exception>
    public static JsonElement Of(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, value);
        }

        using var unwrapped = JsonDocument.Parse(buffer.WrittenMemory);
        return unwrapped.RootElement.Clone();
    }

    // As deep as the document, whose reader stops at 64 levels.
    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when Text(value) is { } text:
                writer.WriteStringValue(text);
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, member) in Members(value))
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static OrderedDictionary<string, JsonElement> Members(JsonElement value)
    {
        var members = new OrderedDictionary<string, JsonElement>(value.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }

    private static string? Text(JsonElement wrapper)
    {
        if (wrapper.GetPropertyCount() != 2
            || !wrapper.TryGetProperty(TypeName, out var type) || type.ValueKind != JsonValueKind.String
            || !wrapper.TryGetProperty(ValueName, out var value))
        {
            return null;
        }

        return type.GetString() switch
        {
            "uuid" when Hexadecimal(value) is { } digits && Guid.TryParse(digits, out var uuid) => uuid.ToString(),
            "datetime" or "date" or "time" or "decimal" or "bytes" or "base64" when value.ValueKind == JsonValueKind.String => value.GetString(),
            _ => null,
        };
    }

    private static string? Hexadecimal(JsonElement value)
    {
        var digits = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("hex", out var hex) ? hex : value;
        return digits.ValueKind == JsonValueKind.String ? digits.GetString() : null;
    }
}
