using System;
using System.Collections.Generic;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Finds the name that somebody meant who wrote another.</summary>
public static class NearNames
{
    private const int LongestName = 64;
    private const int MostNames = 5000;

    /// <summary>The name that is fewest edits away from <paramref name="written"/>, at most a third of its length; the first of several; or null.</summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestName)
        {
            return null;
        }

        string? nearest = null;
        var fewest = Math.Max(1, written.Length / 3) + 1;
        var looked = 0;
        foreach (var name in names)
        {
            if (looked++ == MostNames)
            {
                break;
            }

            if (name.Length > LongestName || Math.Abs(name.Length - written.Length) >= fewest)
            {
                continue;
            }

            var edits = Edits(written, name);
            if (edits < fewest)
            {
                fewest = edits;
                nearest = name;
            }
        }

        return nearest;
    }

    /// <summary>The path whose file has the name asked for in another folder, or a near one in any; or null.</summary>
    internal static string? NearestPath(string written, IEnumerable<string> paths)
    {
        var name = FileName(written);
        string? nearest = null;
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var file = FileName(path);
            if (string.Equals(file, name, StringComparison.OrdinalIgnoreCase) && (nearest is null || string.CompareOrdinal(path, nearest) < 0))
            {
                nearest = path;
            }

            if (!byName.TryGetValue(file, out var other) || string.CompareOrdinal(path, other) < 0)
            {
                byName[file] = path;
            }
        }

        return nearest ?? (Nearest(name, byName.Keys) is { } near ? byName[near] : null);
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    // Levenshtein's distance, ignoring case, with two rows.
    private static int Edits(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
