using System;

namespace ContractKit.Validation;

/// <summary>The formats of hosts: <c>ipv4</c> (RFC 2673 section 3.2), <c>ipv6</c> (RFC 4291 section 2.2), <c>hostname</c> (RFC 1123 section 2.1) and <c>idn-hostname</c> (RFC 5890).</summary>
internal static class HostFormat
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    public static bool IsIPv4(ReadOnlySpan<byte> text)
    {
        var scanner = new TextScanner(text);
        for (var part = 0; part < 4; part++)
        {
            if (part > 0 && !scanner.Take('.'))
            {
                return false;
            }

            var rest = scanner.Rest;
            if (!scanner.TakeDigits())
            {
                return false;
            }

            var length = rest.Length - scanner.Rest.Length;
            if (length > 3 || (length > 1 && rest[0] == '0'))
            {
                return false;
            }

            var value = 0;
            for (var i = 0; i < length; i++)
            {
                value = (value * 10) + (rest[i] - '0');
            }

            if (value > 255)
            {
                return false;
            }
        }

        return scanner.AtEnd;
    }

    public static bool IsIPv6(ReadOnlySpan<byte> text)
    {
        var groups = 0;
        var shortened = false;
        if (text.Length >= 2 && text[0] == ':' && text[1] == ':')
        {
            shortened = true;
            text = text.Slice(2);
            if (text.IsEmpty)
            {
                return true;
            }
        }

        while (true)
        {
            var length = 0;
            while (length < text.Length && IsHex(text[length]))
            {
                length++;
            }

            if (length < text.Length && text[length] == '.')
            {
                groups += 2;
                return IsIPv4(text) && (shortened ? groups < 8 : groups == 8);
            }

            if (length is 0 or > 4)
            {
                return false;
            }

            groups++;
            text = text.Slice(length);
            if (text.IsEmpty)
            {
                return shortened ? groups < 8 : groups == 8;
            }

            if (text[0] != ':')
            {
                return false;
            }

            text = text.Slice(1);
            if (!text.IsEmpty && text[0] == ':')
            {
                if (shortened)
                {
                    return false;
                }

                shortened = true;
                text = text.Slice(1);
                if (text.IsEmpty)
                {
                    return groups < 8;
                }
            }
        }
    }

    public static bool IsHostname(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > LongestName)
        {
            return false;
        }

        while (true)
        {
            var dot = text.IndexOf((byte)'.');
            var label = dot < 0 ? text : text.Slice(0, dot);
            if (!IsAsciiLabel(label))
            {
                return false;
            }

            if (dot < 0)
            {
                return true;
            }

            text = text.Slice(dot + 1);
        }
    }

    public static bool IsIdnHostname(ReadOnlySpan<byte> text)
    {
        // The labels' separators of RFC 3490 section 3.1: U+002E, U+3002, U+FF0E, U+FF61.
        var encodedLength = 0;
        while (true)
        {
            var length = 0;
            var separator = 0;
            while (length < text.Length && separator == 0)
            {
                separator = SeparatorAt(text.Slice(length));
                length += separator == 0 ? 1 : 0;
            }

            if (!InternationalLabel.IsLabel(text.Slice(0, length), out var encoded) || encoded > LongestLabel)
            {
                return false;
            }

            encodedLength += encoded + 1;
            if (separator == 0)
            {
                return encodedLength - 1 <= LongestName;
            }

            text = text.Slice(length + separator);
        }
    }

    internal static bool IsAsciiLabel(ReadOnlySpan<byte> label)
    {
        if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[label.Length - 1] == '-')
        {
            return false;
        }

        foreach (var c in label)
        {
            if (!IsLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        // Two hyphens in the third and fourth place mark an A-label (RFC 5890 section 2.3.1): then it must be one.
        return label.Length < 4 || label[2] != '-' || label[3] != '-' || InternationalLabel.IsALabel(label);
    }

    internal static bool IsHex(byte c) => c is >= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'f' or >= (byte)'A' and <= (byte)'F';

    internal static bool IsLetterOrDigit(byte c) => c is >= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z';

    private static int SeparatorAt(ReadOnlySpan<byte> text)
    {
        if (text[0] == '.')
        {
            return 1;
        }

        return text.Length >= 3
            && ((text[0] == 0xE3 && text[1] == 0x80 && text[2] == 0x82)
                || (text[0] == 0xEF && text[1] == 0xBC && text[2] == 0x8E)
                || (text[0] == 0xEF && text[1] == 0xBD && text[2] == 0xA1))
            ? 3
            : 0;
    }
}
