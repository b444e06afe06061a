using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>
/// Finds references that lead back to themselves while the instance stays the same: evaluating them would never end. What leads
/// through <c>properties</c> or <c>items</c> ends with the instance, and is fine. Each circle is broken at the reference that closes
/// it. Goes through the references with a stack of its own, each of them once.
/// </summary>
internal sealed class ReferenceCircles
{
    private const int MostHops = 256;

    private static readonly List<LinkedReference> s_none = [];

    private readonly Dictionary<JsonValue, List<LinkedReference>> _inPlace = [];

    /// <summary>Takes the targets away from references that close a circle or that more than 256 others follow, and reports them.</summary>
    public void Break(IReadOnlyList<LinkedReference> references)
    {
        var path = new Stack<(LinkedReference Reference, int Next)>();
        var onPath = new HashSet<LinkedReference>();
        foreach (var start in references)
        {
            if (start.Hops > 0 || !Counts(start))
            {
                continue;
            }

            if (Following(start).Count == 0)
            {
                start.Hops = 1;
                continue;
            }

            path.Push((start, 0));
            onPath.Add(start);
            while (path.Count > 0)
            {
                var (reference, next) = path.Pop();
                var following = Following(reference);
                if (next < following.Count)
                {
                    path.Push((reference, next + 1));
                    var followed = following[next];
                    if (!Counts(followed) || followed.Hops > 0)
                    {
                        continue;
                    }

                    if (onPath.Contains(followed))
                    {
                        // The reference on top of the path is the one that leads back.
                        ReportCircle(reference);
                        path.Pop();
                        onPath.Remove(reference);
                    }
                    else
                    {
                        path.Push((followed, 0));
                        onPath.Add(followed);
                    }

                    continue;
                }

                onPath.Remove(reference);
                Finish(reference, following);
            }
        }
    }

    // A dynamic reference may lead elsewhere, so that no circle is certain.
    private static bool Counts(LinkedReference reference) => reference.Target is not null && reference.DynamicAnchor is null && !reference.Outline.IsIgnored;

    private static void Finish(LinkedReference reference, List<LinkedReference> following)
    {
        var hops = 1;
        foreach (var followed in following)
        {
            if (Counts(followed) && followed.Hops >= hops)
            {
                hops = followed.Hops + 1;
            }
        }

        reference.Hops = hops;
        if (hops > MostHops)
        {
            Cut(reference, SchemaRules.TooManyHops.At(
                reference.Document.Document.Text, reference.Outline.Text.Span,
                "More than " + MostHops + " references follow each other from here: let this one lead to the last of them."));
        }
    }

    private static void ReportCircle(LinkedReference reference) => Cut(reference, SchemaRules.Circle.At(
        reference.Document.Document.Text, reference.Outline.Text.Span,
        JsonText.Shown(reference.Outline.Text.Value) + " leads back here without looking at any part of the instance, so that it would never end: let it lead to a schema that says something itself."));

    private static void Cut(LinkedReference reference, Problem problem)
    {
        reference.Document.Problems.Add(problem);
        reference.Target = null;
        reference.TargetDocument = null;
        reference.Hops = 0;
    }

    private List<LinkedReference> Following(LinkedReference reference)
    {
        if (!_inPlace.TryGetValue(reference.Target!, out var following))
        {
            following = reference.TargetDocument!.InPlaceReferences(reference.Target!) ?? s_none;
            _inPlace.Add(reference.Target!, following);
        }

        return following;
    }
}
