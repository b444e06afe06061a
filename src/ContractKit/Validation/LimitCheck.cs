using System;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>Asks whether the C# type of a record's property holds a value that its schema allows.</summary>
internal static class LimitCheck
{
    public static bool Text(ScalarLimit limit, ReadOnlySpan<byte> text, in JsonCursor cursor, int position, ref Evaluation evaluation)
    {
        var (holds, expected) = limit switch
        {
            ScalarLimit.DateTimeOffset => (DateTimeFormat.IsDateTime(text) && HasYear(text), "a date and time with an offset (RFC 3339)"),
            ScalarLimit.DateOnly => (DateTimeFormat.IsDate(text) && HasYear(text), "a date (RFC 3339)"),
            ScalarLimit.Guid => (PointerFormat.IsUuid(text), "a UUID"),
            ScalarLimit.Base64 => (IsBase64(text), "Base64"),
            _ => (true, ""),
        };
        return holds || (evaluation.Collects && evaluation.Report(cursor, position, "", "The text is not " + expected + "."));
    }

    public static bool Number(ScalarLimit limit, JsonCursor value, in JsonCursor cursor, int position, ref Evaluation evaluation)
    {
        switch (limit)
        {
            case ScalarLimit.Int64:
                value.ReadInt64();
                break;
            case ScalarLimit.Int32:
                value.ReadInt32();
                break;
            case ScalarLimit.Double:
                value.ReadDouble();
                break;
            case ScalarLimit.Decimal:
                value.ReadDecimal();
                break;
        }

        return !value.Failed || (evaluation.Collects && evaluation.Report(cursor, position, "", value.Fault.Message));
    }

    // .NET's calendar begins with the year 1.
    private static bool HasYear(ReadOnlySpan<byte> text) => !text.StartsWith("0000"u8);

    // RFC 4648 section 4: groups of four, padded.
    private static bool IsBase64(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 != 0)
        {
            return false;
        }

        var length = text.Length;
        for (var padding = 0; padding < 2 && length > 0 && text[length - 1] == '='; padding++)
        {
            length--;
        }

        foreach (var c in text.Slice(0, length))
        {
            if (!HostFormat.IsLetterOrDigit(c) && c is not ((byte)'+' or (byte)'/'))
            {
                return false;
            }
        }

        return true;
    }
}
