using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>The wire words of an enum. A table and no switch: ten thousand words cost the C# compiler no more than ten thousand literals.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireWords<T>
    where T : struct, Enum
{
    private readonly JsonWords _words;
    private readonly string[] _texts;
    private readonly T[] _values;
    private readonly ulong[] _numbers;
    private readonly int[] _slots; // index + 1, 0 where nothing stands
    private readonly int _shift;

    /// <summary>A table of words and, in the same order, the members that they stand for.</summary>
    public WireWords(string[] words, T[] values)
    {
        _words = new JsonWords(words);
        _texts = (string[])words.Clone();
        _values = values;
        _numbers = new ulong[values.Length];
        var bits = 2;
        while (1 << bits < values.Length * 2)
        {
            bits++;
        }

        _shift = 64 - bits;
        _slots = new int[1 << bits];
        for (var i = 0; i < values.Length; i++)
        {
            _numbers[i] = NumberOf(values[i]);
            var slot = SlotOf(_numbers[i]);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i + 1;
        }
    }

    /// <summary>The member's word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public string TextOf(T value) => _texts[IndexOf(value)];

    /// <summary>The member that a word stands for, compared exactly.</summary>
    public bool TryParse(string? text, out T value) => TryAt(_words.IndexOf(text), out value);

    /// <summary>The member that a word stands for, compared exactly.</summary>
    public bool TryParse(ReadOnlySpan<byte> utf8Text, out T value) => TryAt(_words.IndexOf(utf8Text), out value);

    /// <summary>Reads a word; one that no member has is a failure.</summary>
    public T Read(ref JsonCursor cursor)
    {
        TryAt(cursor.ReadWord(_words), out var value);
        return value;
    }

    /// <summary>Reads any word.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="text">The word.</param>
    /// <returns>Its member, or null where no member has it.</returns>
    public T? Read(ref JsonCursor cursor, out string? text)
    {
        var index = cursor.ReadWord(_words, out text);
        if (!TryAt(index, out var value))
        {
            return null;
        }

        text = _words[index];
        return value;
    }

    /// <summary>Writes a member's word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public void Write(ref JsonOutput output, T value) => output.WriteWord(_words, IndexOf(value));

    private bool TryAt(int index, out T value)
    {
        value = index < 0 ? default : _values[index];
        return index >= 0;
    }

    private int IndexOf(T value)
    {
        var number = NumberOf(value);
        var slot = SlotOf(number);
        while (true)
        {
            var index = _slots[slot] - 1;
            if (index < 0)
            {
                throw NoMember(value);
            }

            if (_numbers[index] == number)
            {
                return index;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ulong number) => (int)((number * 0x9E3779B97F4A7C15) >> _shift);

    // An enum has the layout of its underlying type, whose size the JIT knows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong NumberOf(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.As<T, byte>(ref value),
        2 => Unsafe.As<T, ushort>(ref value),
        4 => Unsafe.As<T, uint>(ref value),
        _ => Unsafe.As<T, ulong>(ref value),
    };

    [SuppressMessage("Globalization", "CA1305", Justification = "The number of an enum's member reads the same in every culture.")]
    private static ArgumentOutOfRangeException NoMember(T value) =>
        new(nameof(value), value, "No member of " + typeof(T).Name + " has the number " + value.ToString("D") + ".");
}
