using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ContractKit.Compiler.Model.Names;

/// <summary>
/// Makes the identifiers that a person would have chosen of names and words that come from elsewhere: <c>refID</c> is
/// <c>RefId</c>, <c>in-progress</c> <c>InProgress</c>, <c>SUCCESS</c> <c>Success</c>.
/// </summary>
internal static class NameWords
{
    private static readonly Dictionary<char, string> s_symbols = new()
    {
        ['+'] = "Plus", ['-'] = "Minus", ['*'] = "Star", ['/'] = "Slash", ['%'] = "Percent", ['='] = "Equal", ['<'] = "Less",
        ['>'] = "Greater", ['!'] = "Not", ['&'] = "And", ['|'] = "Or", ['^'] = "Caret", ['~'] = "Tilde", ['?'] = "Question",
        ['.'] = "Dot", [','] = "Comma", [':'] = "Colon", [';'] = "Semicolon", ['#'] = "Hash", ['$'] = "Dollar", ['@'] = "At",
        ['_'] = "Underscore", [' '] = "Space", ['\''] = "Quote", ['"'] = "DoubleQuote", ['`'] = "Backtick", ['\\'] = "Backslash",
        ['('] = "Open", [')'] = "Close", ['['] = "OpenBracket", [']'] = "CloseBracket", ['{'] = "OpenBrace", ['}'] = "CloseBrace",
    };

    /// <summary>The text as one identifier with a capital at the start of each word; <c>Empty</c> for no text.</summary>
    public static string Pascal(string text)
    {
        if (text.Length == 0)
        {
            return "Empty";
        }

        if (IsPlainWord(text))
        {
            return Shorten(ToUpper(text[0]) + text.Substring(1));
        }

        var name = new StringBuilder();
        foreach (var word in Split(text))
        {
            if (name.Length > 0 && IsDigit(word[0]) && IsDigit(name[name.Length - 1]))
            {
                name.Append('_');
            }

            AppendWord(name, word);
        }

        if (name.Length == 0)
        {
            foreach (var c in text)
            {
                AppendWord(name, Spell(c));
            }
        }
        else if (text[0] is '-' or '+' && text.Length > 1 && IsDigit(text[1]))
        {
            name.Insert(0, s_symbols[text[0]]);
        }

        if (IsDigit(name[0]))
        {
            name.Insert(0, '_');
        }

        return Shorten(name.ToString());
    }

    /// <summary>The identifier with a small first letter, for parameters and locals.</summary>
    public static string Camel(string identifier)
    {
        var upper = 0;
        while (upper < identifier.Length && identifier[upper] is >= 'A' and <= 'Z')
        {
            upper++;
        }

        // OAuthToken: oAuthToken; Id: id; a name of capitals alone is small altogether.
        var small = upper == identifier.Length ? upper : upper > 0 ? 1 : 0;
        return small == 1 ? ToLower(identifier[0]) + identifier.Substring(1) : ToLower(identifier.Substring(0, small)) + identifier.Substring(small);
    }

    /// <summary>At most <see cref="CSharpName.MaxLength"/> characters, with room for an affix; a shortened name ends in a hash of the whole.</summary>
    public static string Shorten(string identifier) => identifier.Length <= 96
        ? identifier
        : identifier.Substring(0, 87) + "_" + StableHash.Of(identifier).ToString("x8", CultureInfo.InvariantCulture);

    // One word in small letters, digits among them: what most names are.
    private static bool IsPlainWord(string text)
    {
        if (!IsLower(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!IsLower(c) && !IsDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsLetter(c) || IsDigit(c))
            {
                if (word.Length > 0 && StartsWord(text, i))
                {
                    words.Add(word.ToString());
                    word.Clear();
                }

                word.Append(c);
                continue;
            }

            if (c is '\u200c' or '\u200d' || c > '\u007f')
            {
                // Letters of other scripts: their Latin spelling where there is one, else their number, so that the name can be typed and told apart.
                word.Append(Latin.Nearest(text, ref i));
                continue;
            }

            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    // aB starts a word at B, ABc at B; but the plural in IDs and URLs belongs to its word.
    private static bool StartsWord(string text, int i)
    {
        if (!IsUpper(text[i]))
        {
            return false;
        }

        var before = text[i - 1];
        if (IsLower(before) || IsDigit(before))
        {
            return true;
        }

        if (!IsUpper(before) || i + 1 >= text.Length || !IsLower(text[i + 1]))
        {
            return false;
        }

        var plural = text[i + 1] == 's' && (i + 2 >= text.Length || !IsLower(text[i + 2]));
        return !plural;
    }

    private static void AppendWord(StringBuilder name, string word)
    {
        var allUpper = true;
        foreach (var c in word)
        {
            allUpper &= !IsLower(c);
        }

        var plural = word.Length > 2 && word[word.Length - 1] == 's' && IsUpper(word[word.Length - 2]);
        name.Append(ToUpper(word[0]));
        name.Append(allUpper || plural ? ToLower(word.Substring(1)) : word.Substring(1));
    }

    private static string Spell(char c) => s_symbols.TryGetValue(c, out var symbol)
        ? symbol
        : "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static bool IsLetter(char c) => IsUpper(c) || IsLower(c);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static char ToUpper(char c) => IsLower(c) ? (char)(c - 32) : c;

    private static char ToLower(char c) => IsUpper(c) ? (char)(c + 32) : c;

    private static string ToLower(string text)
    {
        var lower = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            lower.Append(ToLower(c));
        }

        return lower.ToString();
    }
}
