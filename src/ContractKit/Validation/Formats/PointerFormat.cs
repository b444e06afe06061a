using System;

namespace ContractKit.Validation;

/// <summary>The formats <c>json-pointer</c> (RFC 6901), <c>relative-json-pointer</c> (draft-bhutton-relative-json-pointer-00) and <c>uuid</c> (RFC 4122).</summary>
internal static class PointerFormat
{
    public static bool IsPointer(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] != '/')
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ((byte)'0' or (byte)'1')))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsRelativePointer(ReadOnlySpan<byte> text)
    {
        var scanner = new TextScanner(text);
        if (!TakeIndex(ref scanner))
        {
            return false;
        }

        if ((scanner.Take('+') || scanner.Take('-')) && !TakeIndex(ref scanner))
        {
            return false;
        }

        return (scanner.Take('#') && scanner.AtEnd) || IsPointer(scanner.Rest);
    }

    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !HostFormat.IsHex(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    // A number without leading zeros.
    private static bool TakeIndex(ref TextScanner scanner) => scanner.Take('0') ? scanner.Peek is not (>= (byte)'0' and <= (byte)'9') : scanner.TakeDigits();
}
