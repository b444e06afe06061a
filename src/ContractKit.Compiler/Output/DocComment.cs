using System.Text;

namespace ContractKit.Compiler.Output;

/// <summary>Encodes text as XML documentation comments.</summary>
public static class DocComment
{
    /// <summary>A <c>summary</c> element, or nothing where there is no text.</summary>
    public static Code Summary(string? text) => Element("/// <summary>", text, "</summary>");

    /// <summary>A <c>remarks</c> element, or nothing where there is no text.</summary>
    public static Code Remarks(string? text) => Element("/// <remarks>", text, "</remarks>");

    /// <summary>A <c>param</c> element.</summary>
    public static Code Param(Model.Names.CSharpName name, string text)
    {
        var lines = Encode(text).Replace('\n', ' ');
        return Code.Encoded("/// <param name=\"" + name.Identifier + "\">" + lines + "</param>");
    }

    private static Code Element(string start, string? text, string end)
    {
        if (text is null || text.Trim(Model.Prose.Spaces).Length == 0)
        {
            return Code.Empty;
        }

        var encoded = Encode(text);
        if (encoded.IndexOf('\n') < 0)
        {
            return Code.Encoded(start, encoded, end);
        }

        var lines = encoded.Split('\n');
        var code = new StringBuilder();
        code.Append(start).Append('\n');
        foreach (var line in lines)
        {
            code.Append(line.Length == 0 ? "///" : "/// ").Append(line).Append('\n');
        }

        return Code.Encoded(code.Append("/// ").Append(end).ToString());
    }

    /// <summary>
    /// Text for an XML element's content, one line a line: characters that end a C# line become line breaks, markup is escaped,
    /// and what XML 1.0 section 2.2 does not allow, or what is not seen when read, is written as U+XXXX.
    /// </summary>
    private static string Encode(string text)
    {
        var trimmed = text.Trim(Model.Prose.Spaces);
        if (IsPlain(trimmed))
        {
            return trimmed;
        }

        var encoded = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            var c = trimmed[i];
            switch (c)
            {
                case '\r' when i + 1 < trimmed.Length && trimmed[i + 1] == '\n':
                    break;
                case '\r' or '\n' or '\u0085' or '\u2028' or '\u2029':
                    encoded.Append('\n');
                    break;
                case '&':
                    encoded.Append("&amp;");
                    break;
                case '<':
                    encoded.Append("&lt;");
                    break;
                case '>':
                    encoded.Append("&gt;");
                    break;
                case '\t':
                    encoded.Append(' ');
                    break;
                default:
                    AppendVisible(encoded, trimmed, ref i);
                    break;
            }
        }

        return encoded.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '&' or '<' or '>')
            {
                return false;
            }
        }

        return true;
    }

    private static void AppendVisible(StringBuilder encoded, string text, ref int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            var point = char.ConvertToUtf32(c, text[i + 1]);
            if (ReadableCharacters.InComment(point))
            {
                encoded.Append(c).Append(text[i + 1]);
            }
            else
            {
                encoded.Append("U+").Append(point.ToString("X", System.Globalization.CultureInfo.InvariantCulture));
            }

            i++;
            return;
        }

        if (ReadableCharacters.InComment(c))
        {
            encoded.Append(c);
        }
        else
        {
            encoded.Append("U+").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
