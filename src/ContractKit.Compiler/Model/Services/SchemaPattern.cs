using System;
using System.Collections.Generic;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Schema references with wild-cards: <c>*</c> and <c>?</c> within a folder, <c>**</c> across folders, as MSBuild has them.</summary>
internal static class SchemaPattern
{
    /// <summary>Whether a reference has wild-cards.</summary>
    public static bool IsPattern(string reference) => reference.IndexOf('*') >= 0 || reference.IndexOf('?') >= 0;

    /// <summary>The paths, relative to the manifest's folder and in ordinal order, that match.</summary>
    /// <param name="library">The documents at hand.</param>
    /// <param name="folder">The manifest's folder with a slash at its end, or empty.</param>
    /// <param name="pattern">The reference with its wild-cards.</param>
    public static IReadOnlyList<string> Matches(SchemaLibrary library, string folder, string pattern)
    {
        var normalized = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern.Substring(2) : pattern;
        var found = new List<string>();
        foreach (var path in library.DocumentPaths)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal) && IsMatch(path, folder.Length, normalized))
            {
                found.Add(path.Substring(folder.Length));
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Matches by remembering the last wild-card alone, so that the cost stays proportional to path times pattern.</summary>
    private static bool IsMatch(string path, int start, string pattern)
    {
        int at = start, p = 0, starAt = -1, starP = -1, deepAt = -1, deepP = -1;
        while (at < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                if (p + 1 < pattern.Length && pattern[p + 1] == '*')
                {
                    p += p + 2 < pattern.Length && pattern[p + 2] == '/' ? 3 : 2;
                    (deepAt, deepP, starAt) = (at, p, -1);
                }
                else
                {
                    (starAt, starP) = (at, ++p);
                }
            }
            else if (p < pattern.Length && (pattern[p] == path[at] || (pattern[p] == '?' && path[at] != '/')))
            {
                p++;
                at++;
            }
            else if (starAt >= 0 && path[starAt] != '/')
            {
                (at, p) = (++starAt, starP);
            }
            else
            {
                // "**/" stands for whole folders, "**" at the end for any text.
                var next = deepAt < 0 ? -1 : pattern[deepP - 1] == '/' ? path.IndexOf('/', deepAt) : deepAt;
                if (next < 0)
                {
                    return false;
                }

                deepAt = next + 1;
                (at, p, starAt) = (deepAt, deepP, -1);
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
