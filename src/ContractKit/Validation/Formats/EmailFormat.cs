using System;

namespace ContractKit.Validation;

/// <summary>The formats <c>email</c> (Mailbox of RFC 5321 section 4.1.2) and <c>idn-email</c> (RFC 6531).</summary>
internal static class EmailFormat
{
    private const int LongestLocalPart = 64;

    public static bool IsEmail(ReadOnlySpan<byte> text, bool international)
    {
        var at = text.LastIndexOf((byte)'@');
        return at > 0 && at <= LongestLocalPart * (international ? 4 : 1)
            && IsLocalPart(text.Slice(0, at), international)
            && IsDomain(text.Slice(at + 1), international);
    }

    private static bool IsLocalPart(ReadOnlySpan<byte> text, bool international)
    {
        if (text[0] == '"')
        {
            return IsQuoted(text, international);
        }

        var afterAtom = false;
        foreach (var c in text)
        {
            if (c == '.')
            {
                if (!afterAtom)
                {
                    return false;
                }

                afterAtom = false;
            }
            else if (HostFormat.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".IndexOf((char)c) >= 0 || (international && c >= 0x80))
            {
                afterAtom = true;
            }
            else
            {
                return false;
            }
        }

        return afterAtom;
    }

    private static bool IsQuoted(ReadOnlySpan<byte> text, bool international)
    {
        if (text.Length < 2 || text[text.Length - 1] != '"')
        {
            return false;
        }

        var content = text.Slice(1, text.Length - 2);
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\\')
            {
                i++;
                if (i == content.Length || content[i] is < 0x20 or > 0x7E)
                {
                    return false;
                }
            }
            else if (c == '"' || c < 0x20 || c == 0x7F || (c >= 0x80 && !international))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<byte> text, bool international)
    {
        if (text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']')
        {
            var literal = text.Slice(1, text.Length - 2);
            return literal.StartsWith("IPv6:"u8) ? HostFormat.IsIPv6(literal.Slice("IPv6:".Length)) : HostFormat.IsIPv4(literal);
        }

        return international ? HostFormat.IsIdnHostname(text) : HostFormat.IsHostname(text);
    }
}
