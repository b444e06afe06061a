using System;
using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Compiler.Documents.Manifest;

/// <summary>Finds the word that was meant where another was written.</summary>
public static class NearMiss
{
    // Two edits in a shorter word leave too little of it.
    private const int LongEnoughForTwo = 6;

    /// <summary>
    /// The word that differs from what was written by its case alone, or by one letter added, dropped, changed, or by two neighbours
    /// swapped; two such edits where both have six letters or more; null where there is none.
    /// </summary>
    public static string? Of(string written, IEnumerable<string> words)
    {
        var all = words as IReadOnlyCollection<string> ?? words.ToList();
        return all.FirstOrDefault(word => word.Equals(written, StringComparison.OrdinalIgnoreCase))
            ?? all.FirstOrDefault(word => word.Length > 2 && Edits(written, word) == 1)
            ?? (written.Length < LongEnoughForTwo ? null : all.FirstOrDefault(word => word.Length >= LongEnoughForTwo && Edits(written, word) == 2));
    }

    /// <summary>
    /// How many edits lie between two texts, where there is at most one swap of neighbours to a place. Case does not count, but that
    /// another case is one edit in all; three stand for all that are more.
    /// </summary>
    public static int Edits(string left, string right)
    {
        const int many = 3;
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
        {
            return left == right ? 0 : 1;
        }

        if (Math.Abs(left.Length - right.Length) >= many)
        {
            return many;
        }

        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                var least = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1));
                var swapped = i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]);
                distances[i, j] = swapped ? Math.Min(least, distances[i - 2, j - 2] + 1) : least;
            }
        }

        return Math.Min(distances[left.Length, right.Length], many);
    }

    private static bool Same(char left, char right) => left == right || char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
