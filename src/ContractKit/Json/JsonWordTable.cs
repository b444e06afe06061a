using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>The index of the text that stands between those offsets, or −1, if eight bytes may be read from its start on and up to its end.</summary>
    public int IndexOf(ref byte json, int start, int end)
    {
        var length = end - start;
        var first = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref json, start));
        var mixed = length >= 8 ? Mix(first, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref json, end - 8))) : first & ((1ul << (length * 8)) - 1);
        var slot = SlotOf(mixed, length);
        while (true)
        {
            var index = _slots[slot] - 1;
            if (index < 0 || IsWord(ref Unsafe.Add(ref json, start), length, _words[index]))
            {
                return index;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }
    }

    private int SlotOf(ReadOnlySpan<byte> word)
    {
        ulong mixed = 0;
        if (word.Length >= 8)
        {
            mixed = Mix(MemoryMarshal.Read<ulong>(word), MemoryMarshal.Read<ulong>(word.Slice(word.Length - 8)));
        }
        else
        {
            for (var i = 0; i < word.Length; i++)
            {
                mixed |= (ulong)word[i] << (i * 8);
            }
        }

        return SlotOf(mixed, word.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ulong mixed, int length) => (int)(((mixed + (ulong)length) * 0x9E3779B97F4A7C15) >> 32 >> _shift);

    private static ulong Mix(ulong first, ulong last) => first ^ ((last << 23) | (last >> 41));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWord(ref byte start, int length, byte[] word)
    {
        if (word.Length != length)
        {
            return false;
        }

        ref var other = ref MemoryMarshal.GetReference(word.AsSpan());
        if (length is >= 8 and <= 16)
        {
            return Unsafe.ReadUnaligned<ulong>(ref start) == Unsafe.ReadUnaligned<ulong>(ref other)
                && Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, length - 8)) == Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref other, length - 8));
        }

        for (var i = 0; i < length; i++)
        {
            if (Unsafe.Add(ref start, i) != Unsafe.Add(ref other, i))
            {
                return false;
            }
        }

        return true;
    }
}
