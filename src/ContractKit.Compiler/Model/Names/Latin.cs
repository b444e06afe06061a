using System.Globalization;

namespace ContractKit.Compiler.Model.Names;

/// <summary>Latin spellings of characters that identifiers are not made of here. The table is our own, so that a name does not depend on the host's Unicode version.</summary>
internal static class Latin
{
    // U+00C0 to U+00FF, by their base letters.
    private static readonly string[] s_latin1 =
    [
        "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I", "I",
        "D", "N", "O", "O", "O", "O", "O", "", "O", "U", "U", "U", "U", "Y", "Th", "ss",
        "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
        "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
    ];

    // U+0100 to U+017F, by their base letters.
    private static readonly string[] s_extendedA =
    [
        "A", "a", "A", "a", "A", "a", "C", "c", "C", "c", "C", "c", "C", "c", "D", "d",
        "D", "d", "E", "e", "E", "e", "E", "e", "E", "e", "E", "e", "G", "g", "G", "g",
        "G", "g", "G", "g", "H", "h", "H", "h", "I", "i", "I", "i", "I", "i", "I", "i",
        "I", "i", "IJ", "ij", "J", "j", "K", "k", "k", "L", "l", "L", "l", "L", "l", "L",
        "l", "L", "l", "N", "n", "N", "n", "N", "n", "n", "Ng", "ng", "O", "o", "O", "o",
        "O", "o", "OE", "oe", "R", "r", "R", "r", "R", "r", "S", "s", "S", "s", "S", "s",
        "S", "s", "T", "t", "T", "t", "T", "t", "U", "u", "U", "u", "U", "u", "U", "u",
        "U", "u", "U", "u", "W", "w", "Y", "y", "Y", "Z", "z", "Z", "z", "Z", "z", "s",
    ];

    // U+0386 to U+03CE, as ISO 843 writes them; empty where there is no letter.
    private static readonly string[] s_greek =
    [
        "A", "", "E", "I", "I", "", "O", "", "Y", "O", "i", "A", "V", "G", "D", "E",
        "Z", "I", "Th", "I", "K", "L", "M", "N", "X", "O", "P", "R", "", "S", "T", "Y",
        "F", "Ch", "Ps", "O", "I", "Y", "a", "e", "i", "i", "y", "a", "v", "g", "d", "e",
        "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y",
        "f", "ch", "ps", "o", "i", "y", "o", "y", "o",
    ];

    // U+0400 to U+045F, as English writes Russian, Ukrainian and their neighbours; the hard and the soft sign are silent.
    private static readonly string[] s_cyrillic =
    [
        "E", "Yo", "Dj", "Gj", "Ye", "Dz", "I", "Yi", "J", "Lj", "Nj", "C", "Kj", "I", "U", "Dz",
        "A", "B", "V", "G", "D", "E", "Zh", "Z", "I", "Y", "K", "L", "M", "N", "O", "P",
        "R", "S", "T", "U", "F", "Kh", "Ts", "Ch", "Sh", "Shch", "", "Y", "", "E", "Yu", "Ya",
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p",
        "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
        "e", "yo", "dj", "gj", "ye", "dz", "i", "yi", "j", "lj", "nj", "c", "kj", "i", "u", "dz",
    ];

    /// <summary>The nearest Latin spelling of the character at <paramref name="i"/>, which is moved to its last code unit; <c>U</c> and the hexadecimal number of a character that has none.</summary>
    public static string Nearest(string text, ref int i)
    {
        var c = text[i];
        var (table, first) = c switch
        {
            >= '\u00c0' and <= '\u00ff' => (s_latin1, '\u00c0'),
            >= '\u0100' and <= '\u017f' => (s_extendedA, '\u0100'),
            >= '\u0386' and <= '\u03ce' => (s_greek, '\u0386'),
            >= '\u0400' and <= '\u045f' => (s_cyrillic, '\u0400'),
            _ => ([], c),
        };
        if (table.Length > 0 && (table[c - first].Length > 0 || IsSilent(text, i)))
        {
            var spelling = table[c - first];
            return spelling.Length > 1 && IsAmongCapitals(text, i) ? spelling.ToUpperInvariant() : spelling;
        }

        int point = c;
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            point = char.ConvertToUtf32(c, text[i + 1]);
            i++;
        }

        return "U" + point.ToString("X4", CultureInfo.InvariantCulture);
    }

    // The hard and the soft sign, behind a letter.
    private static bool IsSilent(string text, int i) =>
        i > 0 && text[i - 1] is >= '\u0400' and <= '\u045f' && (text[i] is '\u042a' or '\u042c' or '\u044a' or '\u044c');

    // A word of capitals stays one where a letter becomes two.
    private static bool IsAmongCapitals(string text, int i) =>
        char.IsUpper(text[i]) && ((i > 0 && char.IsUpper(text[i - 1])) || (i + 1 < text.Length && char.IsUpper(text[i + 1])));
}
