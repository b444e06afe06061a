using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ContractKit.Validation;

/// <summary>
/// Writes an ECMA-262 pattern in .NET's regular expressions: whole code points where .NET knows UTF-16 units, ECMA-262's classes,
/// <c>$</c> at the very end only, and a reference to a group without a match matches nothing.
/// </summary>
internal static class DotNetPattern
{
    private const string AnyPair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";
    private const string Word = "[0-9A-Z_a-z]";

    public static string Of(EcmaNode pattern)
    {
        var text = new StringBuilder();
        Write(text, pattern);
        return text.ToString();
    }

    private static void Write(StringBuilder text, EcmaNode node)
    {
        switch (node)
        {
            case EcmaNode.Set set:
                WriteSet(text, set.Points);
                break;
            case EcmaNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    // What a choice in a sequence holds together is written around it.
                    WriteUnit(text, item, always: false);
                }

                break;
            case EcmaNode.Choice choice:
                for (var i = 0; i < choice.Alternatives.Count; i++)
                {
                    text.Append(i == 0 ? "" : "|");
                    Write(text, choice.Alternatives[i]);
                }

                break;
            case EcmaNode.Repeat repeat:
                WriteUnit(text, repeat.Item, always: true);
                WriteCounts(text, repeat);
                break;
            case EcmaNode.Group group:
                text.Append('(');
                Write(text, group.Item);
                text.Append(')');
                break;
            case EcmaNode.BackReference reference:
                var number = reference.Number.ToString(CultureInfo.InvariantCulture);
                text.Append("(?(").Append(number).Append(")\\").Append(number).Append("|)");
                break;
            case EcmaNode.Look look:
                text.Append(look.Behind ? "(?<" : "(?").Append(look.Negative ? '!' : '=');
                Write(text, look.Item);
                text.Append(')');
                break;
            case EcmaNode.Place place:
                text.Append(place.Kind switch
                {
                    '^' => "\\A",
                    '$' => "\\z",
                    'b' => "(?:(?<=" + Word + ")(?!" + Word + ")|(?<!" + Word + ")(?=" + Word + "))",
                    _ => "(?:(?<=" + Word + ")(?=" + Word + ")|(?<!" + Word + ")(?!" + Word + "))",
                });
                break;
        }
    }

    private static void WriteUnit(StringBuilder text, EcmaNode node, bool always)
    {
        if (node is EcmaNode.Choice || (always && node is EcmaNode.Sequence or EcmaNode.BackReference or EcmaNode.Repeat))
        {
            text.Append("(?:");
            Write(text, node);
            text.Append(')');
        }
        else
        {
            Write(text, node);
        }
    }

    private static void WriteCounts(StringBuilder text, EcmaNode.Repeat repeat)
    {
        var max = repeat.Max == EcmaNode.Repeat.Unbounded ? "" : repeat.Max.ToString(CultureInfo.InvariantCulture);
        text.Append('{').Append(repeat.Min.ToString(CultureInfo.InvariantCulture)).Append(',').Append(max).Append('}');
        text.Append(repeat.Lazy ? "?" : "");
    }

    private static void WriteSet(StringBuilder text, CodePointSet set)
    {
        var basic = new StringBuilder();
        foreach (var (first, last) in set.Ranges)
        {
            AppendRange(basic, first, last < 0xFFFF ? last : 0xFFFF);
        }

        foreach (var (category, negated) in set.Categories)
        {
            basic.Append(negated ? "\\P{" : "\\p{").Append(category).Append('}');
        }

        var pairs = PairsOf(set);
        if (set.Negated)
        {
            text.Append("(?:");
            text.Append("[^\\uD800-\\uDFFF").Append(basic).Append(']');
        }
        else if (pairs.Count == 0)
        {
            text.Append(basic.Length == 0 ? "(?!)" : "[" + basic + "]");
            return;
        }
        else
        {
            text.Append("(?:").Append(basic.Length == 0 ? "" : "[" + basic + "]");
        }

        var separator = set.Negated || basic.Length > 0 ? "|" : "";
        foreach (var pair in pairs)
        {
            text.Append(separator).Append(pair);
            separator = "|";
        }

        text.Append(')');
    }

    private static List<string> PairsOf(CodePointSet set)
    {
        var pairs = new List<string>();
        var ranges = SupplementaryRanges(set);
        if (ranges is [(0x10000, CodePointSet.Last)])
        {
            pairs.Add(AnyPair);
            return pairs;
        }

        foreach (var (first, last) in ranges)
        {
            AddPairs(pairs, first, last);
        }

        return pairs;
    }

    // Splits a range at its high surrogates: a part of the first, all of those between, a part of the last.
    private static void AddPairs(List<string> pairs, int first, int last)
    {
        var highFirst = 0xD800 + ((first - 0x10000) >> 10);
        var highLast = 0xD800 + ((last - 0x10000) >> 10);
        var lowFirst = 0xDC00 + ((first - 0x10000) & 0x3FF);
        var lowLast = 0xDC00 + ((last - 0x10000) & 0x3FF);
        if (highFirst == highLast)
        {
            pairs.Add(Unit(highFirst) + Class(lowFirst, lowLast));
            return;
        }

        if (lowFirst > 0xDC00)
        {
            pairs.Add(Unit(highFirst++) + Class(lowFirst, 0xDFFF));
        }

        var partial = lowLast < 0xDFFF;
        if (highFirst <= highLast - (partial ? 1 : 0))
        {
            pairs.Add(Class(highFirst, highLast - (partial ? 1 : 0)) + Class(0xDC00, 0xDFFF));
        }

        if (partial)
        {
            pairs.Add(Unit(highLast) + Class(0xDC00, lowLast));
        }
    }

    private static List<(int First, int Last)> SupplementaryRanges(CodePointSet set)
    {
        var ranges = new List<(int First, int Last)>();
        if (set.Categories.Count == 0)
        {
            // Only where a range begins or has just ended can the answer change.
            var edges = new SortedSet<int> { 0x10000 };
            foreach (var (first, last) in set.Ranges)
            {
                edges.Add(first > 0x10000 ? first : 0x10000);
                edges.Add(last >= 0x10000 ? last + 1 : 0x10000);
            }

            edges.Remove(CodePointSet.Last + 1);
            var points = new List<int>(edges);
            for (var i = 0; i < points.Count; i++)
            {
                if (set.Contains(points[i]))
                {
                    AddJoined(ranges, points[i], i + 1 < points.Count ? points[i + 1] - 1 : CodePointSet.Last);
                }
            }

            return ranges;
        }

        for (var point = 0x10000; point <= CodePointSet.Last; point++)
        {
            if (set.Contains(point))
            {
                AddJoined(ranges, point, point);
            }
        }

        return ranges;
    }

    private static void AddJoined(List<(int First, int Last)> ranges, int first, int last)
    {
        if (ranges.Count > 0 && ranges[ranges.Count - 1].Last == first - 1)
        {
            first = ranges[ranges.Count - 1].First;
            ranges.RemoveAt(ranges.Count - 1);
        }

        ranges.Add((first, last));
    }

    private static void AppendRange(StringBuilder text, int first, int last)
    {
        if (first > last)
        {
            return;
        }

        text.Append(Unit(first));
        if (last > first)
        {
            text.Append('-').Append(Unit(last));
        }
    }

    private static string Class(int first, int last) => first == last ? Unit(first) : "[" + Unit(first) + "-" + Unit(last) + "]";

    private static string Unit(int unit) => "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
