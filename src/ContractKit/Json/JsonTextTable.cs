using System;
using System.Runtime.CompilerServices;

namespace ContractKit.Json;

/// <summary>Finds the index of a text in a fixed list as <see cref="JsonWordTable"/> does: length and both ends choose a slot, and one comparison confirms.</summary>
internal sealed class JsonTextTable
{
    private readonly string[] _texts;
    private readonly int[] _slots; // index + 1, 0 where nothing stands
    private readonly int _shift;

    public JsonTextTable(string[] texts)
    {
        _texts = texts;
        var bits = 2;
        while (1 << bits < texts.Length * 2)
        {
            bits++;
        }

        _shift = 32 - bits;
        _slots = new int[1 << bits];
        for (var i = 0; i < texts.Length; i++)
        {
            var slot = SlotOf(texts[i]);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i + 1;
        }
    }

    /// <summary>The index of that text, or −1.</summary>
    public int IndexOf(string text)
    {
        var slot = SlotOf(text);
        while (true)
        {
            var index = _slots[slot] - 1;
            if (index < 0 || string.Equals(text, _texts[index], StringComparison.Ordinal))
            {
                return index;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }
    }

    /// <summary>Mixes the length with the first two characters, the middle one and the last two: words of one enum mostly differ there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(string text)
    {
        var length = text.Length;
        if (length < 2)
        {
            return (int)(((length == 0 ? 0u : text[0] + 1u) * 0x9E3779B1u) >> _shift);
        }

        var first = text[0] | ((uint)text[1] << 16);
        var last = text[length - 1] | ((uint)text[length - 2] << 16);
        return (int)(((first ^ ((last << 7) | (last >> 25)) ^ ((uint)text[length >> 1] << 11)) + (uint)length) * 0x9E3779B1u >> _shift);
    }
}
