using System;
using System.Buffers;
using System.Buffers.Text;

namespace ContractKit.Json;

public ref partial struct JsonCursor
{
    /// <summary>Reads a <c>date-time</c> (RFC 3339, section 5.6); the offset from UTC must be there. Digits of a second beyond the seventh are dropped.</summary>
    public DateTimeOffset ReadDateTimeOffset()
    {
        var position = Position;
        if (!ReadStringUtf8(out var text))
        {
            return default;
        }

        var fault = JsonDates.TryRead(text, out var value);
        if (fault != JsonFaultKind.None)
        {
            FailAt(position, fault, fault == JsonFaultKind.InvalidFormat ? "a date-time (RFC 3339, with an offset from UTC)" : "DateTimeOffset");
            return default;
        }

        // Whole seconds of UTC, as most are, have one spelling but for the case of two letters.
        Respelled |= !(text.Length == 20 && text[10] == 'T' && text[19] == 'Z') && IsRespelled(text, value);
        return value;
    }

    private static bool IsRespelled(ReadOnlySpan<byte> text, DateTimeOffset value)
    {
        Span<byte> own = stackalloc byte[JsonDates.LongestDateTime];
        return !text.SequenceEqual(own.Slice(0, JsonDates.Write(value, own)));
    }

#if NET8_0_OR_GREATER
    /// <summary>Reads a <c>full-date</c> (RFC 3339, section 5.6).</summary>
    public DateOnly ReadDateOnly()
    {
        ReadDate(out var year, out var month, out var day);
        return year == 0 ? default : new DateOnly(year, month, day);
    }
#endif

    /// <summary>Reads a <c>full-date</c> (RFC 3339, section 5.6) as midnight of that day, of no time zone: for targets that have no type of date.</summary>
    public DateTime ReadDateTime()
    {
        ReadDate(out var year, out var month, out var day);
        return year == 0 ? default : new DateTime(year, month, day);
    }

    /// <summary>Reads a <c>uuid</c> (RFC 4122, section 3): 36 characters in either case.</summary>
    public Guid ReadGuid()
    {
        var position = Position;
        if (!ReadStringUtf8(out var text))
        {
            return default;
        }

        if (text.Length != 36 || !Utf8Parser.TryParse(text, out Guid value, out var taken, 'D') || taken != 36)
        {
            FailAt(position, JsonFaultKind.InvalidFormat, "a uuid");
            return default;
        }

        foreach (var digit in text)
        {
            Respelled |= digit is >= (byte)'A' and <= (byte)'F';
        }

        return value;
    }

    /// <summary>Reads bytes in base64 (RFC 4648, section 4), padded, with nothing else among them, and the bits left over by the padding zero: only what is written back as it was.</summary>
    /// <returns>The bytes; null after a failure.</returns>
    public byte[]? ReadBytes()
    {
        var position = Position;
        if (!ReadStringUtf8(out var text))
        {
            return null;
        }

        // The decoder would put up with white space.
        if (text.Length % 4 == 0 && text.IndexOfAny((byte)' ', (byte)'\n', (byte)'\r') < 0 && text.IndexOf((byte)'\t') < 0)
        {
            var padding = text.Length == 0 ? 0 : (text[text.Length - 1] == '=' ? 1 : 0) + (text[text.Length - 2] == '=' ? 1 : 0);
            var bytes = new byte[(text.Length / 4 * 3) - padding];
            if (Base64.DecodeFromUtf8(text, bytes, out var taken, out var written) == OperationStatus.Done
                && taken == text.Length
                && written == bytes.Length
                && (padding == 0 || IsCanonicalEnd(text, bytes)))
            {
                return bytes;
            }
        }

        FailAt(position, JsonFaultKind.InvalidFormat, "base64");
        return null;
    }

    /// <summary>Whether the bits that padding leaves over are zero, as an encoder writes them (RFC 4648, section 3.5).</summary>
    private static bool IsCanonicalEnd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> bytes)
    {
        Span<byte> again = stackalloc byte[4];
        var tail = bytes.Length % 3;
        Base64.EncodeToUtf8(bytes.Slice(bytes.Length - tail), again, out _, out _);
        return text.EndsWith(again);
    }

    private void ReadDate(out int year, out int month, out int day)
    {
        year = month = day = 0;
        var position = Position;
        if (!ReadStringUtf8(out var text))
        {
            return;
        }

        var fault = JsonDates.TryReadDate(text, out year, out month, out day);
        if (fault != JsonFaultKind.None)
        {
            year = 0;
            FailAt(position, fault, fault == JsonFaultKind.InvalidFormat ? "a date (RFC 3339)" : "DateTime");
        }
    }
}
