using System.Globalization;
using System.Text;

namespace ContractKit.Compiler.Output;

/// <summary>Encodes values as C# literals. Everything but printable ASCII and letters is escaped, so that a reader is shown the code that the compiler reads.</summary>
public static class Literal
{
    /// <summary>A regular string literal.</summary>
    public static Code String(string value)
    {
        if (IsPlain(value))
        {
            return Code.Encoded("\"", value, "\"");
        }

        var text = new StringBuilder(value.Length + 2);
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                default:
                    if (ReadableCharacters.InLiteral(c))
                    {
                        text.Append(c);
                    }
                    else
                    {
                        text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }

                    break;
            }
        }

        text.Append('"');
        return Code.Encoded(text.ToString());
    }

    private static bool IsPlain(string value)
    {
        foreach (var c in value)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A raw UTF-8 literal (C# 11) of JSON in ASCII, line by line as it is. JSON never has three quotation marks in a row.</summary>
    /// <exception cref="System.ArgumentException">The text has other characters, or three quotation marks in a row.</exception>
    public static Code Utf8Lines(string json)
    {
        foreach (var c in json)
        {
            if (c is not ('\n' or (>= ' ' and < '\u007f')))
            {
                throw new System.ArgumentException("U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) + " is no printable ASCII.", nameof(json));
            }
        }

        return json.IndexOf("\"\"\"", System.StringComparison.Ordinal) < 0
            ? Code.Encoded("\"\"\"\n", json, "\n\"\"\"u8")
            : throw new System.ArgumentException("Three quotation marks would end the literal.", nameof(json));
    }

    /// <summary>A 64-bit integer literal; the smallest value, which has no literal of its own, as an expression.</summary>
    public static Code Int64(long value) =>
        Code.Encoded(value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L");

    /// <summary>A 32-bit integer literal; the smallest value, which has no literal of its own, as an expression.</summary>
    public static Code Int32(int value) =>
        Code.Encoded(value == int.MinValue ? "int.MinValue" : value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A 64-bit mask.</summary>
    public static Code Hexadecimal(ulong value) => Code.Encoded("0x" + value.ToString("X", CultureInfo.InvariantCulture) + "UL");

    /// <summary>A literal of a number in JSON's notation, which is C#'s too.</summary>
    /// <exception cref="System.ArgumentException">The text is no such number.</exception>
    public static Code Double(string json) => Real(json, "d");

    /// <summary>A literal of a number in JSON's notation, which is C#'s too.</summary>
    /// <exception cref="System.ArgumentException">The text is no such number.</exception>
    public static Code Decimal(string json) => Real(json, "m");

    private static Code Real(string json, string suffix)
    {
        foreach (var c in json)
        {
            if (c is not ((>= '0' and <= '9') or '+' or '-' or '.' or 'e' or 'E'))
            {
                throw new System.ArgumentException("'" + json + "' is no number.", nameof(json));
            }
        }

        return Code.Encoded("", json, suffix);
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static Code Boolean(bool value) => Code.Encoded(value ? "true" : "false");
}
