using System;
using System.Collections.Generic;
using System.Text;

namespace ContractKit.Analyzers.Contracts;

/// <summary>Whether two words are so alike that one is probably a slip for the other.</summary>
internal static class NearWord
{
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "", "E", "D", "ED", "LED", "LLED", "ING", "LING", "S", "SS", "ES", "URE", "ION", "ATION", "FUL", "SFUL", "SSFUL", "EDED", "ESS", "EED", "SION", "TION", "OR", "ER", "EN", "ELED", "ELLED", "LATION",
    };

    /// <summary>The letters and digits of a word in capitals: what is left when case and separators are not counted.</summary>
    public static string Bare(string word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var character in word)
        {
            if (char.IsLetterOrDigit(character))
            {
                bare.Append(char.ToUpperInvariant(character));
            }
        }

        return bare.ToString();
    }

    /// <summary>How far the words are apart: 0 for the same letters, or <see cref="int.MaxValue"/> where neither is a slip for the other.</summary>
    public static int Distance(string left, string right)
    {
        var (a, b) = (Bare(left), Bare(right));
        if (a.Length == 0 || b.Length == 0)
        {
            return int.MaxValue;
        }

        if (a == b)
        {
            return 0;
        }

        var shorter = Math.Min(a.Length, b.Length);
        var edits = Edits(a, b);
        if (shorter >= 4 && edits <= (shorter >= 8 ? 2 : 1))
        {
            return edits;
        }

        return SameStem(a, b, shorter) ? 3 + edits : int.MaxValue;
    }

    // FAILURE and FAILED, SUCCEEDED and SUCCESS, CANCELLATION and CANCELED: one stem, another ending.
    private static bool SameStem(string a, string b, int shorter)
    {
        var common = 0;
        while (common < shorter && a[common] == b[common])
        {
            common++;
        }

        for (var stem = common; stem >= 4; stem--)
        {
            if (stem * 2 >= Math.Max(a.Length, b.Length) && Endings.Contains(a.Substring(stem)) && Endings.Contains(b.Substring(stem)))
            {
                return true;
            }
        }

        return false;
    }

    // Optimal string alignment: a swap of two neighbours is one slip.
    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2 || a.Length > 64)
        {
            return int.MaxValue - 3;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, rows[i - 2, j - 2] + 1);
                }

                rows[i, j] = best;
            }
        }

        return rows[a.Length, b.Length];
    }
}
