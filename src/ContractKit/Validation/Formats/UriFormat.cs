using System;

namespace ContractKit.Validation;

/// <summary>The formats <c>uri</c>, <c>uri-reference</c> (RFC 3986), <c>iri</c>, <c>iri-reference</c> (RFC 3987) and <c>uri-template</c> (RFC 6570).</summary>
internal static class UriFormat
{
    private const string SubDelimiters = "!$&'()*+,;=";

    public static bool IsUri(ReadOnlySpan<byte> text, bool international) =>
        SchemeLength(text) is > 0 and var scheme && IsHierarchy(text.Slice(scheme + 1), international);

    public static bool IsReference(ReadOnlySpan<byte> text, bool international)
    {
        var scheme = SchemeLength(text);
        if (scheme > 0)
        {
            return IsHierarchy(text.Slice(scheme + 1), international);
        }

        // The first segment of a relative path has no colon (RFC 3986 section 4.2).
        var end = text.IndexOfAny((byte)'/', (byte)'?', (byte)'#');
        return (end < 0 ? text : text.Slice(0, end)).IndexOf((byte)':') < 0 && IsHierarchy(text, international);
    }

    public static bool IsTemplate(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '{')
            {
                var end = text.IndexOf((byte)'}');
                if (end < 0 || !IsExpression(text.Slice(1, end - 1)))
                {
                    return false;
                }

                text = text.Slice(end + 1);
                continue;
            }

            // RFC 6570 section 2.1: literals.
            var point = CodePoints.At(text, out var length);
            if (point is <= ' ' or '"' or '\'' or '<' or '>' or '\\' or '^' or '`' or '|' or '}' or 0x7F
                || (point == '%' && !IsPercentEncoded(text))
                || (point > 0x7F && !IsInternational(point, inQuery: true)))
            {
                return false;
            }

            text = text.Slice(length);
        }

        return true;
    }

    private static bool IsExpression(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && "+#./;?&=,!@|".IndexOf((char)text[0]) >= 0)
        {
            text = text.Slice(1);
        }

        while (true)
        {
            var comma = text.IndexOf((byte)',');
            if (!IsVariable(comma < 0 ? text : text.Slice(0, comma)))
            {
                return false;
            }

            if (comma < 0)
            {
                return true;
            }

            text = text.Slice(comma + 1);
        }
    }

    private static bool IsVariable(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[text.Length - 1] == '*')
        {
            text = text.Slice(0, text.Length - 1);
        }
        else if (text.IndexOf((byte)':') is >= 0 and var colon)
        {
            var prefix = text.Slice(colon + 1);
            if (prefix.Length is 0 or > 4 || prefix[0] is < (byte)'1' or > (byte)'9')
            {
                return false;
            }

            foreach (var c in prefix)
            {
                if (c is < (byte)'0' or > (byte)'9')
                {
                    return false;
                }
            }

            text = text.Slice(0, colon);
        }

        var afterName = false;
        while (!text.IsEmpty)
        {
            var length = 1;
            if (text[0] == '.')
            {
                if (!afterName)
                {
                    return false;
                }

                afterName = false;
            }
            else if (HostFormat.IsLetterOrDigit(text[0]) || text[0] == '_' || (text[0] == '%' && IsPercentEncoded(text)))
            {
                length = text[0] == '%' ? 3 : 1;
                afterName = true;
            }
            else
            {
                return false;
            }

            text = text.Slice(length);
        }

        return afterName;
    }

    private static int SchemeLength(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ':')
            {
                return i;
            }

            var letter = (c | 0x20) is >= 'a' and <= 'z';
            if (!letter && (i == 0 || !(c is >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.')))
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsHierarchy(ReadOnlySpan<byte> text, bool international)
    {
        var hash = text.IndexOf((byte)'#');
        if (hash >= 0)
        {
            if (!IsMadeOf(text.Slice(hash + 1), ":@/?", international, inQuery: false))
            {
                return false;
            }

            text = text.Slice(0, hash);
        }

        var question = text.IndexOf((byte)'?');
        if (question >= 0)
        {
            if (!IsMadeOf(text.Slice(question + 1), ":@/?", international, inQuery: true))
            {
                return false;
            }

            text = text.Slice(0, question);
        }

        if (text.Length >= 2 && text[0] == '/' && text[1] == '/')
        {
            text = text.Slice(2);
            var slash = text.IndexOf((byte)'/');
            if (!IsAuthority(slash < 0 ? text : text.Slice(0, slash), international))
            {
                return false;
            }

            text = slash < 0 ? default : text.Slice(slash);
        }

        return IsMadeOf(text, ":@/", international, inQuery: false);
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text, bool international)
    {
        var at = text.IndexOf((byte)'@');
        if (at >= 0)
        {
            if (!IsMadeOf(text.Slice(0, at), ":", international, inQuery: false))
            {
                return false;
            }

            text = text.Slice(at + 1);
        }

        var port = text;
        if (!text.IsEmpty && text[0] == '[')
        {
            var end = text.IndexOf((byte)']');
            if (end < 0 || !IsAddressLiteral(text.Slice(1, end - 1)))
            {
                return false;
            }

            port = text.Slice(end + 1);
        }
        else
        {
            var colon = text.IndexOf((byte)':');
            if (!IsMadeOf(colon < 0 ? text : text.Slice(0, colon), "", international, inQuery: false))
            {
                return false;
            }

            port = colon < 0 ? default : text.Slice(colon);
        }

        if (port.IsEmpty)
        {
            return true;
        }

        var scanner = new TextScanner(port);
        return scanner.Take(':') && (scanner.TakeDigits() | true) && scanner.AtEnd;
    }

    private static bool IsAddressLiteral(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] | 0x20) != 'v')
        {
            return HostFormat.IsIPv6(text);
        }

        var dot = text.IndexOf((byte)'.');
        if (dot < 2 || dot + 1 == text.Length)
        {
            return false;
        }

        foreach (var c in text.Slice(1, dot - 1))
        {
            if (!HostFormat.IsHex(c))
            {
                return false;
            }
        }

        return text.Slice(dot + 1).IndexOf((byte)'%') < 0 && IsMadeOf(text.Slice(dot + 1), ":", international: false, inQuery: false);
    }

    /// <summary>Whether the text is made of unreserved characters, sub-delimiters, percent encodings and the further characters.</summary>
    private static bool IsMadeOf(ReadOnlySpan<byte> text, string further, bool international, bool inQuery)
    {
        while (!text.IsEmpty)
        {
            var c = text[0];
            if (HostFormat.IsLetterOrDigit(c) || c is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
            {
                text = text.Slice(1);
            }
            else if (c == '%')
            {
                if (!IsPercentEncoded(text))
                {
                    return false;
                }

                text = text.Slice(3);
            }
            else if (c < 0x80)
            {
                if (SubDelimiters.IndexOf((char)c) < 0 && further.IndexOf((char)c) < 0)
                {
                    return false;
                }

                text = text.Slice(1);
            }
            else
            {
                if (!international || !IsInternational(CodePoints.Take(ref text), inQuery))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsPercentEncoded(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && HostFormat.IsHex(text[1]) && HostFormat.IsHex(text[2]);

    // RFC 3987 section 2.2: ucschar, and iprivate in queries.
    private static bool IsInternational(int point, bool inQuery) => point switch
    {
        >= 0xA0 and <= 0xD7FF or >= 0xF900 and <= 0xFDCF or >= 0xFDF0 and <= 0xFFEF => true,
        >= 0xE000 and <= 0xF8FF or >= 0xF0000 => inQuery && (point & 0xFFFE) != 0xFFFE,
        >= 0x10000 => (point & 0xFFFE) != 0xFFFE && point is < 0xE0000 or >= 0xE1000,
        _ => false,
    };
}
