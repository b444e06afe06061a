using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Contracts;

namespace ContractKit.Analyzers.Source;

/// <summary>
/// The words that make a piece of C# worth binding. Looking for them in the text first keeps the rules off nearly all
/// code: binding a method costs a hundred times what reading its text does.
/// </summary>
internal sealed class Needles
{
    private static readonly string[] Doors = ["ToText", "Known"];
    private static readonly string[] NearDoors = ["Text", "ToString"];

    private readonly Dictionary<int, Needle> _byHash = [];
    private readonly ulong[] _filter = new ulong[64];

    public Needles(ContractIndex contracts, IEnumerable<string> wordHolders)
    {
        foreach (var contract in contracts.Enums)
        {
            Add(contract.Type.Name, Hits.Type);
            Add(contract.Text?.Name, Hits.Type);
            Add(contract.Open?.Name, Hits.Type);
            foreach (var member in contract.Members)
            {
                Add(member.Word, Hits.Word);
            }
        }

        foreach (var name in contracts.Names)
        {
            Add(name, Hits.Name);
        }

        foreach (var record in contracts.Records)
        {
            Add(record.Name, Hits.Type);
        }

        foreach (var operation in contracts.Operations)
        {
            Add(operation.Client.Name, Hits.Type);
            Add(operation.Method.Name, Hits.Operation);
            Add(operation.Path.Split('/').LastOrDefault(static segment => segment.Length > 0 && segment[0] != '{'), Hits.Path);
        }

        foreach (var holder in wordHolders)
        {
            Add(holder, Hits.WordHolder);
        }

        foreach (var door in Doors)
        {
            Add(door, Hits.Door);
        }

        foreach (var door in NearDoors)
        {
            Add(door, Hits.NearDoor);
        }

        var keys = new List<string>();
        foreach (var needles in _byHash.Values)
        {
            for (var needle = needles; needle is not null; needle = needle.Next)
            {
                keys.Add(needle.Kind + needle.Text);
            }
        }

        keys.Sort(StringComparer.Ordinal);
        Key = string.Join("\n", keys);
    }

    /// <summary>Equal needles have equal keys, over compilations.</summary>
    public string Key { get; }

    // Not optimized aggressively, though a build runs it once over all text: such methods are left out where the assembly is compiled ahead.
    /// <summary>All places in the text where a needle stands, in order.</summary>
    public List<Hit> FindIn(string text)
    {
        var hits = new List<Hit>();
        var name = -1;
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && text[i] == '_')
            {
                i++;
            }

            var first = i;
            var hash = 17;
            for (; i < text.Length && IsPart(text[i]); i++)
            {
                hash = unchecked((hash * 31) + (text[i] | 0x20));
            }

            if ((_filter[(hash >> 6) & 63] & (1UL << (hash & 63))) != 0 && _byHash.TryGetValue(hash, out var needles))
            {
                var kinds = Match(text, start, first, i, needles);
                if ((kinds & Hits.NearDoor) != 0)
                {
                    kinds = (kinds & ~Hits.NearDoor) | (name >= 0 && Steps(text, name, start) ? Hits.Door : Hits.None);
                }

                name = (kinds & Hits.Name) != 0 ? i : -1;
                if (kinds != Hits.None)
                {
                    hits.Add(new Hit(start, kinds));
                }
            }
        }

        return hits;
    }

    private static Hits Match(string text, int start, int first, int end, Needle needles)
    {
        var kinds = Hits.None;
        for (var entry = needles; entry is not null; entry = entry.Next)
        {
            var (needle, kind) = (entry.Text, entry.Kind);

            // Names of types and methods are spelt one way; words and properties are met in any case.
            var comparison = (kind & (Hits.Word | Hits.Name)) != 0 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            if (string.Compare(text, first, needle, 0, Math.Max(needle.Length, end - first), comparison) != 0
                || (kind == Hits.Word && !(InLiteral(text, start) && Ends(text, first + needle.Length))) || (kind == Hits.Path && (start == 0 || text[start - 1] is not ('/' or '"'))))
            {
                continue;
            }

            kinds |= kind;
        }

        return kinds == Hits.Path ? Hits.Operation : kinds;
    }

    // Status.Text, Status?.Text, Status!.Text: nothing but the step between the two names.
    private static bool Steps(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i] is not ('.' or '?' or '!' or ' ' or '\r' or '\n'))
            {
                return false;
            }
        }

        return true;
    }

    // "open" and "open|closed" are words; "Open a file" is prose.
    private static bool Ends(string text, int end) => end >= text.Length || text[end] is '"' or '|' or '$' or ')' or ',' or ';' or '\\' or '\'';

    private static bool InLiteral(string text, int start) =>
        start > 0 && (text[start - 1] is '"' or '^' or '|' or '\'' || (text[start - 1] == '(' && start > 1 && text[start - 2] is '"' or '^'));

    private void Add(string? needle, Hits kind)
    {
        if (needle is null)
        {
            return;
        }

        needle = needle.TrimStart('_');
        var length = 0;
        var hash = 17;
        while (length < needle.Length && IsPart(needle[length]))
        {
            hash = unchecked((hash * 31) + (needle[length++] | 0x20));
        }

        if (length == 0)
        {
            return;
        }

        _filter[(hash >> 6) & 63] |= 1UL << (hash & 63);

        // Of a word with spaces or dashes the first run is looked up; the rest is compared at the spot.
        _byHash[hash] = new Needle(needle, kind, _byHash.TryGetValue(hash, out var others) ? others : null);
    }

    private static bool IsPart(char character) =>
        (uint)((character | 0x20) - 'a') < 26 || (uint)(character - '0') < 10 || character == '_' || (character > 127 && char.IsLetterOrDigit(character));

    // One of those whose first runs have the same hash.
    private sealed class Needle(string text, Hits kind, Needle? next)
    {
        public string Text { get; } = text;

        public Hits Kind { get; } = kind;

        public Needle? Next { get; } = next;
    }
}
