using System;
using System.Collections.Generic;
using System.Linq;

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

    /// <summary>The path whose file has the name asked for in another folder, or a near one, in the same folder if there is one; or null.</summary>
    internal static string? NearestPath(string written, IEnumerable<string> paths)
    {
        var name = FileName(written);
        var folder = written.Substring(0, written.Length - name.Length);
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var beside = new List<string>();
        foreach (var path in paths)
        {
            var file = FileName(path);
            if (path.Length == folder.Length + file.Length && path.StartsWith(folder, StringComparison.Ordinal))
            {
                beside.Add(file);
            }

            if (!byName.TryGetValue(file, out var other) || Nearer(path, other, folder))
            {
                byName[file] = path;
            }
        }

        beside.Sort(StringComparer.Ordinal);
        return byName.TryGetValue(name, out var same) ? same
            : Nearest(name, beside) is { } near ? folder + near
            : Nearest(name, byName.Keys.OrderBy(static file => file, StringComparer.Ordinal)) is { } far ? byName[far]
            : null;
    }

    // The one that shares more of the folder; else the first by name.
    private static bool Nearer(string path, string other, string folder)
    {
        var (left, right) = (Shared(path, folder), Shared(other, folder));
        return left != right ? left > right : string.CompareOrdinal(path, other) < 0;
    }

    private static int Shared(string path, string folder)
    {
        var shared = 0;
        while (shared < path.Length && shared < folder.Length && path[shared] == folder[shared])
        {
            shared++;
        }

        return shared;
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
