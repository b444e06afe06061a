using System.Globalization;
using System.Text;

namespace ContractKit.Compiler.Documents;

/// <summary>Writes values as JSON text, for remedies.</summary>
public static class JsonText
{
    /// <summary>A string with its quotes, escaped as RFC 8259 section 7 wants it.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(EscapeUnit(c)),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>A string with its quotes for a message: what makes no sense to a reader escaped, and no longer than a line.</summary>
    public static string Shown(string value)
    {
        const int longest = 120;
        var text = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length && i < longest; i++)
        {
            var c = value[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (isPair)
            {
                text.Append(c).Append(value[++i]);
            }
            else if (char.IsSurrogate(c) || char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                text.Append(EscapeUnit(c));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.Append(value.Length > longest ? "…\"" : "\"").ToString();
    }

    /// <summary>One UTF-16 unit as a <c>\u</c> escape.</summary>
    public static string EscapeUnit(char unit) => "\\u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture);
}
