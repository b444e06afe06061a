using System;
using System.Buffers.Binary;

namespace ContractKit.Json;

/// <summary>Finds the index of a UTF-8 text in a fixed list: length and both ends of the text choose a slot, and one comparison confirms.</summary>
internal sealed class JsonWordTable
{
    private readonly byte[][] _words;
    private readonly int[] _slots; // index + 1, 0 where nothing stands
    private readonly int _shift;

    public JsonWordTable(byte[][] words)
    {
        _words = words;
        var bits = 2;
        while (1 << bits < words.Length * 2)
        {
            bits++;
        }

        _shift = 32 - bits;
        _slots = new int[1 << bits];
        for (var i = 0; i < words.Length; i++)
        {
            var slot = SlotOf(words[i]);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i + 1;
        }
    }

    /// <summary>The index of that text, or −1.</summary>
    public int IndexOf(ReadOnlySpan<byte> word)
    {
        var slot = SlotOf(word);
        while (true)
        {
            var index = _slots[slot] - 1;
            if (index < 0 || word.SequenceEqual(_words[index]))
            {
                return index;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }
    }

    private int SlotOf(ReadOnlySpan<byte> word)
    {
        ulong mixed;
        if (word.Length >= 8)
        {
            mixed = BinaryPrimitives.ReadUInt64LittleEndian(word) ^ Rotate(BinaryPrimitives.ReadUInt64LittleEndian(word.Slice(word.Length - 8)), 23);
        }
        else if (word.Length >= 4)
        {
            mixed = BinaryPrimitives.ReadUInt32LittleEndian(word) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(word.Slice(word.Length - 4)) << 32);
        }
        else
        {
            mixed = 0;
            foreach (var b in word)
            {
                mixed = (mixed << 8) | b;
            }
        }

        mixed = (mixed + (ulong)word.Length) * 0x9E3779B97F4A7C15;
        return (int)((uint)(mixed >> 32) >> _shift);
    }

    private static ulong Rotate(ulong value, int by) => (value << by) | (value >> (64 - by));
}
