using System;
using System.Buffers;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>Finds names that stand twice in an object, in time linear in its length.</summary>
internal static class DuplicateMembers
{
    private const int OnStack = 32;

    public static string Message(string name) => "The member '" + (name.Length > 100 ? name.Substring(0, 100) + "…" : name) + "' stands more than once in its object.";

    /// <summary>Skips a value, and refuses the document for duplicates in any object of it.</summary>
    public static void Skip(ref JsonCursor cursor, ref Evaluation evaluation)
    {
        switch (cursor.Kind)
        {
            case JsonKind.Object:
                Walk(ref cursor, ref evaluation, nested: true);
                break;
            case JsonKind.Array:
                // The cursor's depth bounds the recursion.
                cursor.StartArray();
                while (cursor.NextItem())
                {
                    Skip(ref cursor, ref evaluation);
                }

                break;
            default:
                cursor.Skip();
                break;
        }
    }

    /// <summary>Refuses the document for duplicates in the object that stands next, not in those within it.</summary>
    public static void Check(JsonCursor cursor, ref Evaluation evaluation) => Walk(ref cursor, ref evaluation, nested: false);

    private static void Walk(ref JsonCursor cursor, ref Evaluation evaluation, bool nested)
    {
        cursor.StartObject();
        Span<ulong> stack = stackalloc ulong[OnStack];
        var hashes = stack;
        ulong[]? borrowed = null;
        var count = 0;
        var start = cursor;
        while (cursor.NextMember(out var name))
        {
            var hash = JsonHash.Of(name);
            if (count == hashes.Length)
            {
                Grow(ref hashes, ref borrowed, count);
            }

            if (borrowed is null ? hashes.Slice(0, count).IndexOf(hash) >= 0 : !TryInsert(borrowed, hash))
            {
                Compare(start, cursor, ref evaluation);
            }

            if (borrowed is null)
            {
                hashes[count] = hash;
            }

            count++;
            if (nested)
            {
                Skip(ref cursor, ref evaluation);
            }
            else
            {
                cursor.Skip();
            }
        }

        if (borrowed is not null)
        {
            ArrayPool<ulong>.Shared.Return(borrowed);
        }
    }

    /// <summary>Two names have the same hash: they are mostly the same name, and then the document is refused, whatever else it has.</summary>
    private static void Compare(JsonCursor first, JsonCursor second, ref Evaluation evaluation)
    {
        if (evaluation.Refused)
        {
            return;
        }

        var name = second.MemberName.ToArray();
        while (first.NextMember(out var earlier) && first.MemberPosition < second.MemberPosition)
        {
            if (earlier.SequenceEqual(name))
            {
                evaluation.Refuse(second, second.MemberPosition, Message(second.MemberText));
                return;
            }

            first.Skip();
        }
    }

    // Beyond what the stack holds: an open-addressed table, half full at most, in which 0 marks a free place.
    private static void Grow(ref Span<ulong> hashes, ref ulong[]? borrowed, int count)
    {
        var larger = ArrayPool<ulong>.Shared.Rent(SizeFor(count * 2));
        Array.Clear(larger, 0, larger.Length);
        foreach (var hash in borrowed is null ? hashes : borrowed)
        {
            if (hash != 0)
            {
                TryInsert(larger, hash);
            }
        }

        if (borrowed is not null)
        {
            ArrayPool<ulong>.Shared.Return(borrowed);
        }

        borrowed = larger;
        hashes = larger.AsSpan(0, larger.Length / 2);
    }

    private static int SizeFor(int count) => Math.Max(count * 2, OnStack * 4);

    private static bool TryInsert(ulong[] table, ulong hash)
    {
        for (var place = (int)(hash % (uint)table.Length); ; place = place + 1 == table.Length ? 0 : place + 1)
        {
            if (table[place] == 0)
            {
                table[place] = hash;
                return true;
            }

            if (table[place] == hash)
            {
                return false;
            }
        }
    }
}
