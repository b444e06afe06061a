using System;
using System.Runtime.CompilerServices;

namespace ContractKit.Json;

public ref partial struct JsonCursor
{
    private static readonly double[] s_powersOfTen = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public bool ReadBoolean()
    {
        switch (Peek())
        {
            case 't': return ReadLiteral("true"u8);
            case 'f':
                ReadLiteral("false"u8);
                return false;
            default: return FailKind(JsonKind.True);
        }
    }

    /// <summary>Reads an integer, in whatever way its number is written: <c>1.0</c> and <c>1e2</c> are integers (JSON Schema 2020-12, section 6.1.1).</summary>
    public long ReadInt64()
    {
        var first = Peek();
        var index = _index;
        if (first == '-')
        {
            index++;
        }

        // Eighteen digits cannot overflow; whatever is longer or written otherwise goes the slow way.
        var start = index;
        long value = 0;
        while ((uint)index < (uint)_json.Length)
        {
            var digit = _json[index] - (uint)'0';
            if (digit > 9)
            {
                break;
            }

            value = (value * 10) + digit;
            if (++index - start > 18)
            {
                return ReadInt64Slowly();
            }
        }

        var digits = index - start;
        var next = (uint)index < (uint)_json.Length ? _json[index] | 0x20 : 0;
        if (digits == 0 || next == 'e' || next == ('.' | 0x20) || (digits > 1 && _json[start] == '0'))
        {
            return ReadInt64Slowly();
        }

        _index = index;
        if (first != '-')
        {
            return value;
        }

        Respelled |= value == 0;
        return -value;
    }

    /// <summary>Reads an integer of 32 bits, in whatever way its number is written.</summary>
    public int ReadInt32()
    {
        var position = Position;
        var value = ReadInt64();
        if (value is >= int.MinValue and <= int.MaxValue)
        {
            return (int)value;
        }

        FailAt(position, JsonFaultKind.NumberOutOfRange, "a 32-bit integer");
        return 0;
    }

    /// <summary>
    /// Reads a number as IEEE 754 binary64. What lies outside its range is refused, as is an integer that it cannot hold (2^53+1); fractions are rounded
    /// to the nearest, as RFC 8259, section 6, expects.
    /// </summary>
    public double ReadDouble() => TryReadShortDouble(out var value) ? value : ReadDoubleSlowly();

    /// <summary>
    /// Reads a number of up to fifteen characters without an exponent. Its digits make an integer below 2^53 and the power of ten below its point is exact, so that their
    /// quotient is the nearest to the number (Clinger, "How to read floating point numbers accurately", 1990). Else nothing happens.
    /// </summary>
    private bool TryReadShortDouble(out double value)
    {
        value = 0;
        var negative = Peek() == '-';
        var start = _index;
        var index = negative ? start + 1 : start;
        var first = index;
        long digits = 0;
        var point = 0;
        for (; ; index++)
        {
            var next = At(index);
            if ((uint)(next - '0') <= 9 && index - start < 15)
            {
                digits = (digits * 10) + (next - '0');
            }
            else if (next == '.' && point == 0 && index > first)
            {
                point = index;
            }
            else if (next is 'e' or 'E' or '.' || (uint)(next - '0') <= 9)
            {
                return false;
            }
            else
            {
                break;
            }
        }

        var last = At(index - 1);
        var whole = (point == 0 ? index : point) - first;
        if (index == first || last == '.' || (whole > 1 && At(first) == '0'))
        {
            return false;
        }

        _index = index;
        value = point == 0 ? digits : digits / s_powersOfTen[index - point - 1];
        value = negative ? -value : value;
        Respelled |= (negative && At(first) == '0') || (point != 0 && last == '0');
        return true;
    }

    private double ReadDoubleSlowly()
    {
        var position = Position;
        if (!ReadNumber(out var number))
        {
            return 0;
        }

        var fault = JsonNumber.ToDouble(number, out var value);
        if (fault != JsonFaultKind.None)
        {
            FailAt(position, fault, "a double-precision number");
        }

        Respelled |= MayBeRespelled(number, 15);

        return value;
    }

    /// <summary>Reads a number as <see cref="decimal"/>; one that would lose digits is refused.</summary>
    public decimal ReadDecimal()
    {
        var position = Position;
        if (!ReadNumber(out var number))
        {
            return 0;
        }

        var fault = JsonNumber.ToDecimal(number, out var value);
        if (fault != JsonFaultKind.None)
        {
            FailAt(position, fault, "a decimal number");
        }

        Respelled |= MayBeRespelled(number, 28);

        return value;
    }

    /// <summary>Reads a number as it is written, which is a part of the text walked.</summary>
    /// <param name="number">The number, in the grammar of RFC 8259, section 6.</param>
    public bool ReadNumber(out ReadOnlySpan<byte> number)
    {
        var first = Peek();
        if (first != '-' && (uint)(first - '0') > 9)
        {
            number = default;
            return FailKind(JsonKind.Number);
        }

        var start = _index;
        var end = NumberEnd(start, out var fault);
        if (fault != JsonFaultKind.None)
        {
            FailAt(end, fault);
            number = default;
            return false;
        }

        number = _json.Slice(start, end - start);
        _index = end;
        return true;
    }

    private long ReadInt64Slowly()
    {
        var position = Position;
        if (!ReadNumber(out var number))
        {
            return 0;
        }

        var fault = JsonNumber.ToInt64(number, out var value);
        if (fault != JsonFaultKind.None)
        {
            FailAt(position, fault, "a 64-bit integer");
        }

        Respelled |= MayBeRespelled(number, 19) || number.IndexOf((byte)'.') >= 0;

        return value;
    }

    /// <summary>Whether the number may be written otherwise than it was read. A false alarm is allowed, for numbers that are long or have an exponent.</summary>
    private static bool MayBeRespelled(ReadOnlySpan<byte> number, int digits)
    {
        var point = number.IndexOf((byte)'.');
        return number.Length > digits
            || number.IndexOfAny((byte)'e', (byte)'E') >= 0
            || (number[0] == '-' && number[1] == '0')
            || (point >= 0 && number[number.Length - 1] == '0');
    }

    /// <summary>Where the number ends that starts there, or what is wrong with it stands.</summary>
    private readonly int NumberEnd(int index, out JsonFaultKind fault)
    {
        fault = JsonFaultKind.None;
        if (_json[index] == '-')
        {
            index++;
        }

        if (At(index) == '0')
        {
            index++;
            if ((uint)(At(index) - '0') <= 9)
            {
                fault = JsonFaultKind.InvalidNumber;
                return index;
            }
        }
        else if (!Digits(ref index))
        {
            fault = Bad(index);
            return index;
        }

        if (At(index) == '.')
        {
            index++;
            if (!Digits(ref index))
            {
                fault = Bad(index);
                return index;
            }
        }

        if ((At(index) | 0x20) == 'e')
        {
            index++;
            if (At(index) is '+' or '-')
            {
                index++;
            }

            if (!Digits(ref index))
            {
                fault = Bad(index);
            }
        }

        return index;
    }

    private readonly JsonFaultKind Bad(int index) => index < _json.Length ? JsonFaultKind.InvalidNumber : JsonFaultKind.UnexpectedEnd;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int At(int index) => (uint)index < (uint)_json.Length ? _json[index] : 0;

    private readonly bool Digits(ref int index)
    {
        var start = index;
        while ((uint)(At(index) - '0') <= 9)
        {
            index++;
        }

        return index > start;
    }
}
