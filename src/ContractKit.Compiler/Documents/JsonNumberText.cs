using System.Globalization;
using System.Text;

namespace ContractKit.Compiler.Documents;

/// <summary>The grammar of numbers (RFC 8259 section 6).</summary>
internal static class JsonNumberText
{
    /// <summary>Whether the text is a number.</summary>
    public static bool IsNumber(string text)
    {
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var whole = Digits(text, ref at);
        if (whole == 0 || (whole > 1 && text[at - whole] == '0'))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
            {
                at++;
            }

            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    /// <summary>The number that was meant by text as other languages write it: with a plus sign, leading zeros, a bare point, underscores, in hexadecimal; or null.</summary>
    public static string? Repair(string text)
    {
        var negative = text[0] == '-';
        var rest = (negative || text[0] == '+' ? text.Substring(1) : text).Replace("_", "");
        if (rest.Length > 2 && rest[0] == '0' && rest[1] is 'x' or 'X')
        {
            return long.TryParse(rest.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value >= 0
                ? (negative ? "-" : "") + value.ToString(CultureInfo.InvariantCulture)
                : null;
        }

        var repaired = new StringBuilder(rest.TrimStart('0'));
        if (repaired.Length == 0 || repaired[0] is < '0' or > '9')
        {
            repaired.Insert(0, '0');
        }

        var plain = repaired.ToString();
        var point = plain.IndexOf('.');
        if (point >= 0 && (point + 1 == plain.Length || plain[point + 1] is 'e' or 'E'))
        {
            plain = plain.Remove(point, 1);
        }

        if (negative)
        {
            plain = "-" + plain;
        }

        return rest.Length > 0 && rest[0] is (>= '0' and <= '9') or '.' && IsNumber(plain) ? plain : null;
    }

    private static int Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at - start;
    }
}
