using System;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>Asks whether the C# type of a record's property holds a value that its schema allows.</summary>
internal static class LimitCheck
{
    public static bool Holds(ScalarLimit limit, JsonCursor value, in JsonCursor cursor, int position, ref Evaluation evaluation)
    {
        switch (limit) // in the very way in which it is read
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
            case ScalarLimit.DateTimeOffset:
                value.ReadDateTimeOffset();
                break;
            case ScalarLimit.DateOnly:
                value.ReadDateTime();
                break;
            case ScalarLimit.Guid:
                value.ReadGuid();
                break;
            case ScalarLimit.Base64:
                return (value.ReadStringUtf8(out var text) && IsBase64(text))
                    || (evaluation.Collects && evaluation.Report(cursor, position, "", "The text is not Base64."));
        }

        return !value.Failed || (evaluation.Collects && evaluation.Report(cursor, position, "", value.Fault.Message));
    }

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
