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
    public static string Shown(string value) => Shorten(new StringBuilder("\""), value, 120).Append('"').ToString();

    /// <summary>
    /// A message as it may be shown: on one line, since a line of its own would be taken for one of the build's, without characters
    /// that change how others are read, and of a bearable length whatever names it repeats.
    /// </summary>
    public static string Legible(string message) => Shorten(new StringBuilder(message.Length), message, 1_000).ToString();

    private static StringBuilder Shorten(StringBuilder text, string value, int longest)
    {
        for (var i = 0; i < value.Length && i < longest; i++)
        {
            var c = value[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            var isSeen = CharUnicodeInfo.GetUnicodeCategory(value, i)
                is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.Surrogate);
            text.Append(isSeen ? c.ToString() : EscapeUnit(c));
            if (isPair)
            {
                i++;
                text.Append(isSeen ? value[i].ToString() : EscapeUnit(value[i]));
            }
        }

        return value.Length > longest ? text.Append('…') : text;
    }

    /// <summary>A number in plain digits, in every culture.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>One UTF-16 unit as a <c>\u</c> escape.</summary>
    public static string EscapeUnit(char unit) => "\\u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture);
}
