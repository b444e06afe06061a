using System.Globalization;
using System.Text;

namespace ContractKit.Compiler.Output;

/// <summary>Encodes values as C# literals. Everything but printable ASCII is escaped, so that a reader is shown the code that the compiler reads.</summary>
public static class Literal
{
    /// <summary>A regular string literal.</summary>
    public static Code String(string value)
    {
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
                    if (c is >= ' ' and < '\u007f' || (char.IsLetter(c) && !char.IsSurrogate(c)))
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

    /// <summary>A 64-bit integer literal; the smallest value, which has no literal of its own, as an expression.</summary>
    public static Code Int64(long value) =>
        Code.Encoded(value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L");

    /// <summary>A 32-bit integer literal; the smallest value, which has no literal of its own, as an expression.</summary>
    public static Code Int32(int value) =>
        Code.Encoded(value == int.MinValue ? "int.MinValue" : value.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static Code Boolean(bool value) => Code.Encoded(value ? "true" : "false");
}
