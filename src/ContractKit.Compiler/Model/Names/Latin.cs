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

    /// <summary>The nearest Latin spelling of the character at <paramref name="i"/>, which is moved to its last code unit; <c>U</c> and the hexadecimal number of a character that has none.</summary>
    public static string Nearest(string text, ref int i)
    {
        var c = text[i];
        if (c is >= '\u00c0' and <= '\u00ff' && s_latin1[c - 0xc0].Length > 0)
        {
            return s_latin1[c - 0xc0];
        }

        int point = c;
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            point = char.ConvertToUtf32(c, text[i + 1]);
            i++;
        }

        return "U" + point.ToString("X4", CultureInfo.InvariantCulture);
    }
}
