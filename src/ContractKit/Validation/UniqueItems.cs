using System;
using System.Buffers;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>Looks for equal items of an array (<c>uniqueItems</c>) by hash, in time linear in its length.</summary>
internal static class UniqueItems
{
    private const int OnStack = 32;

    /// <summary>Whether no two items of the array that stands next are equal; else where the first stands that equals an earlier one.</summary>
    public static bool Check(JsonCursor array, out int twin, ref Evaluation evaluation)
    {
        Span<Item> stack = stackalloc Item[OnStack];
        var items = stack;
        Item[]? borrowed = null;
        int[]? table = null;
        var count = 0;
        twin = -1;
        array.StartArray();
        var first = array;
        while (twin < 0 && array.NextItem())
        {
            if (count == items.Length)
            {
                var larger = ArrayPool<Item>.Shared.Rent(count * 2);
                items.CopyTo(larger);
                Return(borrowed);
                borrowed = larger;
                items = larger;
                Return(table);
                table = ArrayPool<int>.Shared.Rent(larger.Length * 2);
                Array.Clear(table, 0, table.Length);
                for (var i = 0; i < count; i++)
                {
                    Insert(table, items, i);
                }
            }

            var start = array;
            items[count] = new Item(array.Position, JsonHash.Of(ref array));
            var index = table is null ? FindAmong(items, count) : Insert(table, items, count);
            if (index >= 0 && IsTwin(first, items, index, count, start, ref evaluation))
            {
                twin = items[count].Position;
            }

            count++;
        }

        Return(borrowed);
        Return(table);
        return twin < 0;
    }

    private static int FindAmong(ReadOnlySpan<Item> items, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (items[i].Hash == items[count].Hash)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Looks an item's hash up in an open-addressed table of indexes plus one, and adds it; the index of the item that had it, or −1.</summary>
    private static int Insert(int[] table, ReadOnlySpan<Item> items, int index)
    {
        var hash = items[index].Hash;
        for (var place = (int)(hash % (uint)table.Length); ; place = place + 1 == table.Length ? 0 : place + 1)
        {
            if (table[place] == 0)
            {
                table[place] = index + 1;
                return -1;
            }

            if (items[table[place] - 1].Hash == hash)
            {
                return table[place] - 1;
            }
        }
    }

    private static bool IsTwin(JsonCursor array, scoped ReadOnlySpan<Item> items, int from, int count, in JsonCursor item, ref Evaluation evaluation)
    {
        // Unequal items of one hash do not come by chance more than once in a lifetime: each after the first is looked at in turn.
        for (var i = 0; array.NextItem() && i < count; i++)
        {
            if (i >= from && items[i].Hash == items[count].Hash && JsonEquality.AreEqual(array, item, ref evaluation))
            {
                return true;
            }

            array.Skip();
        }

        return false;
    }

    private static void Return<T>(T[]? borrowed)
    {
        if (borrowed is not null)
        {
            ArrayPool<T>.Shared.Return(borrowed);
        }
    }

    private readonly struct Item(int position, ulong hash)
    {
        public int Position { get; } = position;

        public ulong Hash { get; } = hash;
    }
}
