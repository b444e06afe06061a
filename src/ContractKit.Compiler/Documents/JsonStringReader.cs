using System.Globalization;
using System.Text;

namespace ContractKit.Compiler.Documents;

/// <summary>Reads strings, and what people write where a string belongs.</summary>
internal sealed class JsonStringReader(JsonCursor cursor, JsonBrackets brackets)
{
    private const string QuoteMarks = "'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb";

    private int _continuesUntil;

    /// <summary>Whether a character opens a string in other languages or in a word processor.</summary>
    public static bool IsOtherQuote(char c) => QuoteMarks.IndexOf(c) >= 0;

    /// <summary>Whether a character can start a word without quotes.</summary>
    public static bool IsWordStart(char c) => char.IsLetter(c) || c is '_' or '$';

    /// <summary>Whether a character can stand in one.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '-' or '.' or '+';

    /// <summary>Reads a string in quotes.</summary>
    /// <param name="isName">Whether it names a member, so that a colon follows.</param>
    public StringToken Read(bool isName)
    {
        var text = cursor.Text;
        var start = cursor.At;
        var at = start + 1;
        while (at < text.Length && text[at] is not ('"' or '\\' or < ' '))
        {
            at++;
        }

        if (at < text.Length && text[at] == '"')
        {
            return Closed(start, at, CommonWords.Of(text, start + 1, at - start - 1), isName);
        }

        var plain = new StringBuilder(text, start + 1, at - start - 1, at - start + 32);
        var reported = false;
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] == '\\')
            {
                at = Escape(plain, at, ref reported);
            }
            else if (text[at] is '\n' or '\r')
            {
                if (!ContinuesAfter(at))
                {
                    return Unclosed(start, at, plain.ToString(), isName);
                }

                at = LineBreak(plain, at, ref reported);
            }
            else
            {
                if (text[at] < ' ' && !reported)
                {
                    reported = true;
                    var escape = text[at] == '\t' ? "\\t" : JsonText.EscapeUnit(text[at]);
                    cursor.Report(at, at + 1, "A control character cannot stand in a string: write " + escape + ".", escape);
                }

                plain.Append(text[at++]);
            }
        }

        return at < text.Length
            ? Closed(start, at, plain.ToString(), isName)
            : Unclosed(start, at, plain.ToString(), isName);
    }

    /// <summary>Reads a string in quotes of another kind.</summary>
    public StringToken ReadOtherQuotes()
    {
        var text = cursor.Text;
        var start = cursor.At;
        var end = cursor.LineEnd(start);
        var straight = text[start] is '\'' or '`';
        var plain = new StringBuilder();
        var at = start + 1;
        while (at < end && !(straight ? text[at] == text[start] : IsOtherQuote(text[at]) || text[at] == '"'))
        {
            if (text[at] == '\\' && at + 1 < end)
            {
                var reported = true;
                at = Escape(plain, at, ref reported);
            }
            else
            {
                plain.Append(text[at++]);
            }
        }

        cursor.At = System.Math.Min(at + 1, end);
        var value = plain.ToString();
        cursor.Report(start, cursor.At, "Strings are written in straight double quotes: write " + JsonText.Quote(Shown(value)) + ".", JsonText.Quote(value));
        return new StringToken(value, TextSpan.FromBounds(start, cursor.At));
    }

    /// <summary>Reads a name without quotes, or without the first of them.</summary>
    public StringToken ReadBareName()
    {
        var text = cursor.Text;
        var start = cursor.At;
        while (!cursor.AtEnd && IsWord(cursor.Current))
        {
            cursor.At++;
        }

        var value = text.Substring(start, cursor.At - start);
        if (cursor.Current == '"')
        {
            cursor.At++;
            cursor.Report(start, start, "A quotation mark is missing: write it before " + Shown(value) + ".", "\"");
        }
        else
        {
            cursor.Report(start, cursor.At, "Names stand in double quotes: write " + JsonText.Quote(Shown(value)) + ".", JsonText.Quote(value));
        }

        return new StringToken(value, TextSpan.FromBounds(start, cursor.At));
    }

    /// <summary>Reads a value that starts with a letter: a literal, or something that should have been one, or a string without its first quote or both.</summary>
    public JsonValue ReadWord()
    {
        var text = cursor.Text;
        var start = cursor.At;
        var end = start;
        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        var word = text.Substring(start, end - start);
        cursor.At = end;
        var span = TextSpan.FromBounds(start, end);
        switch (word)
        {
            case "true":
                return new JsonBoolean(span, true);
            case "false":
                return new JsonBoolean(span, false);
            case "null":
                return new JsonNull(span);
        }

        var lineEnd = cursor.LineEnd(start);
        if (cursor.Quotes(end, lineEnd) % 2 == 1)
        {
            var quote = text.IndexOf('"', end);
            cursor.At = quote + 1;
            cursor.Report(start, start, "A quotation mark is missing: write it before " + Shown(word) + ".", "\"");
            return new JsonString(TextSpan.FromBounds(start, quote + 1), text.Substring(start, quote - start));
        }

        switch (word.ToLowerInvariant())
        {
            case "true" or "false":
                var value = word[0] is 't' or 'T';
                cursor.Report(start, end, "JSON's literals are lower case: write " + (value ? "true." : "false."), value ? "true" : "false");
                return new JsonBoolean(span, value);
            case "null" or "none" or "nil" or "undefined":
                cursor.Report(start, end, "\"" + word + "\" is no JSON: write null.", "null");
                return new JsonNull(span);
            case "nan" or "infinity":
                cursor.Report(start, end, "JSON has no " + word + ": write a number, or take the member out.");
                return new JsonNull(span);
        }

        end = System.Math.Max(end, EndOfBareText(end, lineEnd));
        cursor.At = end;
        var bare = text.Substring(start, end - start);
        cursor.Report(start, end, "Text stands in double quotes: write " + JsonText.Quote(Shown(bare)) + ".", JsonText.Quote(bare));
        return new JsonString(TextSpan.FromBounds(start, end), bare);
    }

    private static string Shown(string value) => value.Length <= 40 ? value : value.Substring(0, 40) + "…";

    private static string EscapeQuotes(string inner)
    {
        var escaped = new StringBuilder(inner.Length + 8).Append('"');
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length)
            {
                escaped.Append(inner[i++]);
            }
            else if (inner[i] == '"')
            {
                escaped.Append('\\');
            }

            escaped.Append(inner[i]);
        }

        return escaped.Append('"').ToString();
    }

    private int EndOfBareText(int at, int lineEnd)
    {
        var stop = cursor.Text.IndexOfAny([',', '}', ']', '"', ':', '{', '['], at, lineEnd - at);
        var end = stop < 0 ? lineEnd : stop;
        while (end > at && char.IsWhiteSpace(cursor.Text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private int Escape(StringBuilder plain, int at, ref bool reported)
    {
        var text = cursor.Text;
        if (at + 1 >= text.Length)
        {
            return at + 1;
        }

        var c = text[at + 1];
        switch (c)
        {
            case '"' or '\\' or '/':
                plain.Append(c);
                return at + 2;
            case 'b':
                plain.Append('\b');
                return at + 2;
            case 'f':
                plain.Append('\f');
                return at + 2;
            case 'n':
                plain.Append('\n');
                return at + 2;
            case 'r':
                plain.Append('\r');
                return at + 2;
            case 't':
                plain.Append('\t');
                return at + 2;
            case 'u' when TryHex(text, at + 2, out var unit):
                plain.Append(unit);
                return at + 6;
        }

        if (!reported)
        {
            reported = true;
            cursor.Report(at, at + 1, c == 'u'
                ? "Four hexadecimal digits follow \\u: write them, or \\\\ for a backslash."
                : "JSON has no such escape: write \\\\ for a backslash.", "\\\\");
        }

        plain.Append('\\');
        return at + 1;
    }

    private static bool TryHex(string text, int at, out char unit)
    {
        unit = '\0';
        if (at + 4 > text.Length)
        {
            return false;
        }

        var value = 0;
        for (var i = at; i < at + 4; i++)
        {
            var c = text[i];
            var digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                >= 'a' and <= 'f' => c - 'a' + 10,
                >= 'A' and <= 'F' => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return false;
            }

            value = (value << 4) | digit;
        }

        unit = (char)value;
        return true;
    }

    // A string goes on behind a line break where the next line that has quotation marks at all has an odd number of them. What was
    // found is kept up to that line, so that a string of many lines is not looked through once for each of them.
    private bool ContinuesAfter(int lineBreak)
    {
        if (lineBreak < _continuesUntil)
        {
            return true;
        }

        var text = cursor.Text;
        for (var line = lineBreak; line < text.Length;)
        {
            var start = line + (text[line] == '\r' && line + 1 < text.Length && text[line + 1] == '\n' ? 2 : 1);
            var end = cursor.LineEnd(start < text.Length ? start : text.Length);
            var quotes = cursor.Quotes(start, end);
            if (quotes > 0)
            {
                _continuesUntil = quotes % 2 == 1 ? start : 0;
                return quotes % 2 == 1;
            }

            line = end;
        }

        return false;
    }

    private int LineBreak(StringBuilder plain, int at, ref bool reported)
    {
        var length = cursor.Text[at] == '\r' && at + 1 < cursor.Text.Length && cursor.Text[at + 1] == '\n' ? 2 : 1;
        if (!reported)
        {
            reported = true;
            cursor.Report(at, at + length, "A string cannot go over several lines: write \\n for a line break.", "\\n");
        }

        plain.Append('\n');
        return at + length;
    }

    // The string ends at a quotation mark; but a letter right behind it says that the mark was not meant to end it.
    private StringToken Closed(int start, int quote, string value, bool isName)
    {
        var text = cursor.Text;
        cursor.At = quote + 1;
        if (cursor.AtEnd || !IsWord(cursor.Current))
        {
            return new StringToken(value, TextSpan.FromBounds(start, quote + 1));
        }

        if (isName && value.IndexOf(':') > 0)
        {
            // "type: "string": the quote belongs to the value.
            return Unclosed(start, quote, value, isName);
        }

        if (!isName)
        {
            // "the "best" one": up to the last quote of the line that something follows which may follow a string.
            var end = cursor.LineEnd(quote);
            cursor.LookedAt(end - quote);
            for (var last = text.LastIndexOf('"', end - 1, end - 1 - quote); last > quote; last = text.LastIndexOf('"', last - 1, last - 1 - quote))
            {
                var next = last + 1;
                while (next < end && text[next] is ' ' or '\t')
                {
                    next++;
                }

                if (next == end || text[next] is ',' or '}' or ']')
                {
                    var inner = text.Substring(start + 1, last - start - 1);
                    cursor.At = last + 1;
                    cursor.Report(start, last + 1, "A quotation mark inside a string is written \\\".", EscapeQuotes(inner));
                    return new StringToken(inner, TextSpan.FromBounds(start, last + 1));
                }
            }

            if (value.IndexOf(',') >= 0)
            {
                return Unclosed(start, quote, value, isName);
            }
        }

        return new StringToken(value, TextSpan.FromBounds(start, quote + 1));
    }

    // Where the punctuation at the end of a line starts that closes what is open, in its order, and a comma at most after it.
    private int BeforePunctuation(int start, int end)
    {
        var text = cursor.Text;
        var closers = brackets.Closers();
        var earliest = end;
        while (earliest > start && end - earliest < 2 * JsonReader.MaxDepth && (char.IsWhiteSpace(text[earliest - 1]) || text[earliest - 1] is ',' or '}' or ']'))
        {
            earliest--;
        }

        for (var from = earliest; from < end; from++)
        {
            var closed = 0;
            var fits = true;
            var comma = false;
            for (var i = from; i < end && fits; i++)
            {
                if (!char.IsWhiteSpace(text[i]))
                {
                    fits = !comma && (text[i] == ',' || (closed < closers.Length && text[i] == closers[closed++]));
                    comma = text[i] == ',';
                }
            }

            if (fits)
            {
                return from;
            }
        }

        return end;
    }

    // The string is not closed where it should be: it ends before what looks like punctuation again.
    private StringToken Unclosed(int start, int end, string value, bool isName)
    {
        var text = cursor.Text;
        var stop = end;
        if (isName)
        {
            var colon = text.IndexOf(':', start, end - start);
            stop = colon < 0 ? end : colon;
        }
        else
        {
            stop = BeforePunctuation(start + 1, end);
        }

        while (stop > start + 1 && char.IsWhiteSpace(text[stop - 1]))
        {
            stop--;
        }

        cursor.At = stop;
        cursor.Report(stop, stop, "A quotation mark is missing here: write \" at the end of the string.", "\"");
        var written = text.Substring(start + 1, stop - start - 1);
        return new StringToken(stop == end ? value : written, TextSpan.FromBounds(start, stop));
    }
}
