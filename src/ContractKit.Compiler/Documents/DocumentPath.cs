using System;
using System.Collections.Generic;

namespace ContractKit.Compiler.Documents;

/// <summary>Paths of files, spelt one way on every platform. Nothing is looked up: they are text.</summary>
public static class DocumentPath
{
    /// <summary>The path with <c>/</c> between folders, and without <c>.</c> and <c>..</c> as far as folders before them allow: <c>/app/../contracts.json</c> is <c>/contracts.json</c>.</summary>
    public static string Normalize(string path)
    {
        var slashed = path.Replace('\\', '/');
        if (slashed.IndexOf("/.", StringComparison.Ordinal) < 0 && !slashed.StartsWith("./", StringComparison.Ordinal))
        {
            return slashed;
        }

        var kept = new List<string>();
        foreach (var part in slashed.Split('/'))
        {
            if (part == ".." && kept.Count > 0 && kept[kept.Count - 1] is not (".." or ""))
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (part != "." && !(part == ".." && kept.Count == 1 && kept[0].Length == 0))
            {
                kept.Add(part);
            }
        }

        return string.Join("/", kept);
    }

    /// <summary>How somebody in a folder would write the path: with <c>..</c> where it lies outside; as it is where both have nothing in common.</summary>
    /// <param name="folder">A normalised folder with a slash at its end; empty where it is not known.</param>
    /// <param name="path">A normalised path.</param>
    public static string Relative(string folder, string path)
    {
        var shared = 0;
        for (var i = 0; i < folder.Length && i < path.Length && folder[i] == path[i]; i++)
        {
            shared = folder[i] == '/' ? i + 1 : shared;
        }

        // The root, or the root of a drive, is all that two strangers share.
        if (shared <= path.IndexOf('/') + 1 && shared < folder.Length)
        {
            return path;
        }

        var up = 0;
        for (var i = shared; i < folder.Length; i++)
        {
            up += folder[i] == '/' ? 1 : 0;
        }

        return string.Concat(System.Linq.Enumerable.Repeat("../", up)) + path.Substring(shared);
    }
}
