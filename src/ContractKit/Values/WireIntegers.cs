using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>The wire integers of an enum.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireIntegers<T>
    where T : struct, Enum
{
    private readonly Dictionary<long, T> _values;
    private readonly Dictionary<T, long> _integers;

    /// <summary>A table of integers and, in the same order, the members that they stand for.</summary>
    public WireIntegers(long[] integers, T[] values)
    {
        _values = new Dictionary<long, T>(integers.Length);
        _integers = new Dictionary<T, long>(integers.Length);
        for (var i = 0; i < integers.Length; i++)
        {
            _values[integers[i]] = values[i];
            _integers[values[i]] = integers[i];
        }
    }

    /// <summary>The member's integer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public long ValueOf(T value) =>
        _integers.TryGetValue(value, out var integer) ? integer : throw new ArgumentOutOfRangeException(nameof(value), value, "The enum has no such member.");

    /// <summary>The member's integer in digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public string TextOf(T value) => ValueOf(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>The member that an integer stands for.</summary>
    public bool TryFind(long integer, out T value) => _values.TryGetValue(integer, out value);

    /// <summary>The member that an integer in plain digits stands for.</summary>
    public bool TryParse(string? text, out T value)
    {
        value = default;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            && string.Equals(text, integer.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            && TryFind(integer, out value);
    }

    /// <summary>The member that an integer in plain digits stands for.</summary>
    public bool TryParse(ReadOnlySpan<byte> utf8Text, out T value)
    {
        value = default;
        return utf8Text.Length is > 0 and <= 20
            && System.Buffers.Text.Utf8Parser.TryParse(utf8Text, out long integer, out var taken)
            && taken == utf8Text.Length
            && utf8Text[0] != '+'
            && TryFind(integer, out value);
    }

    /// <summary>Reads an integer; one that no member has is a failure.</summary>
    public T Read(ref JsonCursor cursor)
    {
        var position = cursor.Position;
        var integer = cursor.ReadInt64();
        if (!TryFind(integer, out var value))
        {
            cursor.FailAt(position, JsonFaultKind.UnknownWord, integer.ToString(CultureInfo.InvariantCulture));
        }

        return value;
    }

    /// <summary>Writes a member's integer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member.</exception>
    public void Write(ref JsonOutput output, T value) => output.WriteInt64(ValueOf(value));
}
