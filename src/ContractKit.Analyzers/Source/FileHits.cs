using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Source;

/// <summary>The hits in a file, kept per syntax tree: an edit in one file does not have the others read again.</summary>
internal static class FileHits
{
    private static readonly ConditionalWeakTable<SyntaxTree, List<Found>> Known = new();

    private sealed record Found(string Key, IReadOnlyList<Hit> Hits);

    public static IReadOnlyList<Hit> In(SyntaxTree tree, Needles needles, CancellationToken cancellation)
    {
        var known = Known.GetOrCreateValue(tree);
        lock (known)
        {
            foreach (var found in known)
            {
                if (found.Key == needles.Key)
                {
                    return found.Hits;
                }
            }
        }

        var hits = needles.FindIn(tree.GetText(cancellation).ToString());
        lock (known)
        {
            // Two needle sets are in use at a time; more than a few are leftovers of contracts since edited.
            if (known.Count > 3)
            {
                known.RemoveAt(0);
            }

            known.Add(new Found(needles.Key, hits));
        }

        return hits;
    }
}
