using System;
using System.Collections.Generic;

namespace ContractKit.Compiler.Documents.Manifest;

/// <summary>Finds the word that was meant where another was written.</summary>
public static class NearMiss
{
    /// <summary>The word that differs from what was written by its case alone, or by one letter added, dropped, changed, or by two neighbours swapped; null where there is none.</summary>
    public static string? Of(string written, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (string.Equals(written, word, StringComparison.OrdinalIgnoreCase) || (word.Length > 2 && IsOneLetterOff(written, word)))
            {
                return word;
            }
        }

        return null;
    }

    private static bool IsOneLetterOff(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < left.Length - start && end < right.Length - start && left[left.Length - 1 - end] == right[right.Length - 1 - end])
        {
            end++;
        }

        var leftRest = left.Length - start - end;
        var rightRest = right.Length - start - end;
        return (leftRest <= 1 && rightRest <= 1)
            || (leftRest == 2 && rightRest == 2 && left[start] == right[start + 1] && left[start + 1] == right[start]);
    }
}
