using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>The wire words of an enum. A table and no switch: ten thousand words cost the C# compiler no more than ten thousand literals.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireWords<T>
    where T : struct, Enum
{
    private readonly JsonWords _words;
    private readonly T[] _values;
    private readonly Dictionary<T, int>? _indexes;

    /// <summary>A table of words and, in the same order, the members that they stand for.</summary>
    public WireWords(string[] words, T[] values)
    {
        _words = new JsonWords(words);
        _values = values;
        if (values.Length > 8)
        {
            _indexes = new Dictionary<T, int>(values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                _indexes[values[i]] = i;
            }
        }
    }

    /// <summary>The member's word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public string TextOf(T value) => _words[IndexOf(value)];

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
        if (_indexes is not null)
        {
            return _indexes.TryGetValue(value, out var found) ? found : throw NoMember(value);
        }

        for (var i = 0; i < _values.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(_values[i], value))
            {
                return i;
            }
        }

        throw NoMember(value);
    }

    [SuppressMessage("Globalization", "CA1305", Justification = "The number of an enum's member reads the same in every culture.")]
    private static ArgumentOutOfRangeException NoMember(T value) =>
        new(nameof(value), value, "No member of " + typeof(T).Name + " has the number " + value.ToString("D") + ".");
}
