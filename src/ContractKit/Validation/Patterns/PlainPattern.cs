using System;
#if NET8_0_OR_GREATER
using System.Buffers;
#endif
using System.Collections.Generic;

namespace ContractKit.Validation;

/// <summary>
/// A pattern that needs no regular expression engine: alternatives of runs, each run ended by a character that the next begins with
/// and that it cannot take itself, so that it is matched in one go from left to right, on the UTF-8 as it is.
/// </summary>
internal sealed class PlainPattern
{
    private const int MostAlternatives = 16;
    private const int MostSteps = 32;
    private const int WidestSearch = 32;

    private readonly List<Alternative> _alternatives;

    private PlainPattern(List<Alternative> alternatives) => _alternatives = alternatives;

    private sealed class Alternative
    {
        public bool AtStart { get; set; }

        public bool AtEnd { get; set; }

        public List<PatternStep> Steps { get; } = [];

#if NET8_0_OR_GREATER
        private const int ShortestSearch = 8;

        private SearchValues<byte>?[]? _ascii;

        /// <summary>Takes what is ASCII of a long run in one search, and says how many characters that is.</summary>
        public int TakeAscii(int index, in PatternStep step, ref ReadOnlySpan<byte> text)
        {
            if (step.Max < ShortestSearch || text.Length < ShortestSearch)
            {
                return 0;
            }

            // Made when the first long text comes: most patterns never see one.
            var searches = _ascii ??= new SearchValues<byte>?[Steps.Count];
            var search = searches[index] ??= step.Ascii();
            var window = text.Length > step.Max ? text.Slice(0, step.Max) : text;
            var end = window.IndexOfAnyExcept(search);
            var taken = end < 0 ? window.Length : end;
            text = text.Slice(taken);
            return taken;
        }
#else
        public int TakeAscii(int index, in PatternStep step, ref ReadOnlySpan<byte> text) => 0;
#endif

        public Alternative Copy()
        {
            var copy = new Alternative { AtStart = AtStart, AtEnd = AtEnd };
            copy.Steps.AddRange(Steps);
            return copy;
        }
    }

    /// <summary>The plain form of a pattern, or null where it has none.</summary>
    public static PlainPattern? Of(EcmaNode pattern)
    {
        var alternatives = new List<Alternative> { new() };
        if (!TryAppend(alternatives, pattern))
        {
            return null;
        }

        foreach (var alternative in alternatives)
        {
            if (!IsDeterministic(alternative))
            {
                return null;
            }
        }

        return new PlainPattern(alternatives);
    }

    /// <summary>Whether the pattern matches somewhere in the text.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        foreach (var alternative in _alternatives)
        {
            if (alternative.AtStart ? MatchesAt(alternative, text) : MatchesSomewhere(alternative, text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MatchesSomewhere(Alternative alternative, ReadOnlySpan<byte> text)
    {
        while (true)
        {
            if (MatchesAt(alternative, text))
            {
                return true;
            }

            if (text.IsEmpty)
            {
                return false;
            }

            CodePoints.Take(ref text);
        }
    }

    private static bool MatchesAt(Alternative alternative, ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < alternative.Steps.Count; i++)
        {
            var step = alternative.Steps[i];
            var count = alternative.TakeAscii(i, step, ref text);
            while (count < step.Max && !text.IsEmpty && step.Takes(text, out var length))
            {
                text = text.Slice(length);
                count++;
            }

            if (count < step.Min)
            {
                return false;
            }
        }

        return !alternative.AtEnd || text.IsEmpty;
    }

    private static bool TryAppend(List<Alternative> alternatives, EcmaNode node)
    {
        switch (node)
        {
            case EcmaNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (!TryAppend(alternatives, item))
                    {
                        return false;
                    }
                }

                return true;
            case EcmaNode.Group group:
                return TryAppend(alternatives, group.Item);
            case EcmaNode.Set set:
                return TryAppendStep(alternatives, set.Points, 1, 1);
            case EcmaNode.Repeat { Item: EcmaNode.Set set } repeat:
                return TryAppendStep(alternatives, set.Points, repeat.Min, repeat.Max);
            case EcmaNode.Repeat { Min: 0, Max: 1 } optional:
                return TryAppendChoice(alternatives, [new EcmaNode.Sequence([]), optional.Item]);
            case EcmaNode.Choice choice:
                return TryAppendChoice(alternatives, choice.Alternatives);
            case EcmaNode.Place { Kind: '^' }:
                return alternatives.TrueForAll(static alternative =>
                {
                    alternative.AtStart |= alternative.Steps.Count == 0;
                    return alternative.Steps.Count == 0;
                });
            case EcmaNode.Place { Kind: '$' }:
                alternatives.ForEach(static alternative => alternative.AtEnd = true);
                return true;
            default:
                return false;
        }
    }

    private static bool TryAppendChoice(List<Alternative> alternatives, IReadOnlyList<EcmaNode> choices)
    {
        if (alternatives.Count * choices.Count > MostAlternatives)
        {
            return false;
        }

        var before = alternatives.ToArray();
        alternatives.Clear();
        foreach (var choice in choices)
        {
            var branch = new List<Alternative>();
            foreach (var alternative in before)
            {
                branch.Add(alternative.Copy());
            }

            if (!TryAppend(branch, choice))
            {
                return false;
            }

            alternatives.AddRange(branch);
        }

        return alternatives.Count <= MostAlternatives;
    }

    private static bool TryAppendStep(List<Alternative> alternatives, CodePointSet set, int min, int max)
    {
        if (!TryReadSet(set, out var low, out var high, out var wide))
        {
            return false;
        }

        return alternatives.TrueForAll(alternative =>
        {
            alternative.Steps.Add(new PatternStep(low, high, wide, min, max));
            return !alternative.AtEnd && alternative.Steps.Count <= MostSteps;
        });
    }

    private static bool TryReadSet(CodePointSet set, out ulong low, out ulong high, out WideSet wide)
    {
        (low, high, wide) = (0, 0, WideSet.None);
        for (var c = 0; c < 64; c++)
        {
            low |= set.Contains(c) ? 1UL << c : 0;
            high |= set.Contains(c + 64) ? 1UL << c : 0;
        }

        if (set.Categories.Count > 0)
        {
            return false;
        }

        // Only where a range begins or has just ended can the answer change: tried there, the set is known.
        Span<bool> fits = [true, true, true, true, true];
        foreach (var (first, last) in set.Ranges)
        {
            Compare(set, fits, first);
            Compare(set, fits, first - 1);
            Compare(set, fits, last);
            Compare(set, fits, last + 1);
        }

        Compare(set, fits, 0x80);
        Compare(set, fits, CodePointSet.Last);
        foreach (var edge in s_edges)
        {
            Compare(set, fits, edge);
        }

        var found = fits.IndexOf(true);
        wide = (WideSet)found;
        return found >= 0;
    }

    private static void Compare(CodePointSet set, Span<bool> fits, int point)
    {
        if (point is < 0x80 or > CodePointSet.Last)
        {
            return;
        }

        var contains = set.Contains(point);
        for (var wide = WideSet.None; wide <= WideSet.AllButSpaces; wide++)
        {
            fits[(int)wide] &= new PatternStep(0, 0, wide, 0, 0).TakesWide(point) == contains;
        }
    }

    private static readonly int[] s_edges =
        [0x9F, 0xA0, 0xA1, 0x167F, 0x1680, 0x1681, 0x1FFF, 0x2000, 0x200A, 0x200B, 0x2027, 0x2028, 0x2029, 0x202A, 0x202E, 0x202F, 0x2030, 0x205E, 0x205F, 0x2060, 0x2FFF, 0x3000, 0x3001, 0xFEFE, 0xFEFF, 0xFF00];

    private static bool IsDeterministic(Alternative alternative)
    {
        var steps = alternative.Steps;
        if (!alternative.AtEnd)
        {
            // Where the end is free, the last run need not be longer than it must be, and one that may be empty is not needed.
            while (steps.Count > 0)
            {
                var last = steps[steps.Count - 1];
                steps.RemoveAt(steps.Count - 1);
                if (last.Min > 0)
                {
                    steps.Add(last with { Max = last.Min });
                    break;
                }
            }
        }

        var widest = 0L;
        for (var i = 0; i < steps.Count; i++)
        {
            widest += steps[i].Max;
            for (var next = i + 1; steps[i].Min != steps[i].Max && next < steps.Count; next++)
            {
                if (steps[i].Overlaps(steps[next]))
                {
                    return false;
                }

                if (steps[next].Min > 0)
                {
                    break;
                }
            }
        }

        // A search from every place of the text stays linear only where each try is short.
        return alternative.AtStart || widest <= WidestSearch;
    }
}
