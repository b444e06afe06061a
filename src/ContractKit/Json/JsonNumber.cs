using System;
using System.Buffers.Text;
using System.Globalization;

namespace ContractKit.Json;

/// <summary>
/// The value of a number written as RFC 8259 writes them: ±digits × 10^exponent, without zeros at either end of the digits. Zero has no digits.
/// </summary>
internal readonly ref struct JsonNumber
{
    /// <summary>Beyond any exponent that could matter, and far from overflow.</summary>
    private const int HugeExponent = 1_000_000_000;

    private readonly ReadOnlySpan<byte> _digits; // with the point, where it stands among them

    /// <summary>Takes a number apart that has been checked.</summary>
    public JsonNumber(ReadOnlySpan<byte> number)
    {
        Negative = number[0] == '-';
        number = number.Slice(Negative ? 1 : 0);
        long exponent = 0;
        var mark = number.IndexOfAny((byte)'e', (byte)'E');
        if (mark >= 0)
        {
            exponent = ExponentOf(number.Slice(mark + 1));
            number = number.Slice(0, mark);
        }

        var point = number.IndexOf((byte)'.');
        if (point >= 0)
        {
            exponent -= number.Length - point - 1;
        }

        var end = number.Length;
        while (end > 0 && number[end - 1] is (byte)'0' or (byte)'.')
        {
            exponent += number[end - 1] == '0' ? 1 : 0;
            end--;
        }

        var start = 0;
        while (start < end && number[start] is (byte)'0' or (byte)'.')
        {
            start++;
        }

        _digits = number.Slice(start, end - start);
        var inner = _digits.IndexOf((byte)'.');
        DigitCount = _digits.Length - (inner >= 0 ? 1 : 0);
        Exponent = _digits.IsEmpty ? 0 : (int)Math.Max(-HugeExponent, Math.Min(HugeExponent, exponent));
    }

    /// <summary>Whether a minus sign stands before it (before zero too).</summary>
    public bool Negative { get; }

    /// <summary>The power of ten that the digits, taken as an integer, are multiplied by.</summary>
    public int Exponent { get; }

    /// <summary>How many digits there are.</summary>
    public int DigitCount { get; }

    /// <summary>Whether the value is an integer.</summary>
    public bool IsInteger => Exponent >= 0;

    /// <summary>Whether both denote the same value.</summary>
    public bool Equals(JsonNumber other)
    {
        if (DigitCount != other.DigitCount || Exponent != other.Exponent || (Negative != other.Negative && DigitCount > 0))
        {
            return false;
        }

        int left = 0, right = 0;
        for (var i = 0; i < DigitCount; i++)
        {
            if (NextDigit(ref left) != other.NextDigit(ref right))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The digit at that place, and the place moves on to the next one.</summary>
    public int NextDigit(ref int place)
    {
        if (_digits[place] == '.')
        {
            place++;
        }

        return _digits[place++] - '0';
    }

    /// <summary>The value as a 64-bit integer, or what keeps it from being one.</summary>
    public static JsonFaultKind ToInt64(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        var number = new JsonNumber(text);
        if (!number.IsInteger)
        {
            return JsonFaultKind.NotAnInteger;
        }

        if (number.DigitCount + (long)number.Exponent > 19)
        {
            return JsonFaultKind.NumberOutOfRange;
        }

        ulong magnitude = 0;
        var place = 0;
        for (var i = 0; i < number.DigitCount + number.Exponent; i++)
        {
            magnitude = (magnitude * 10) + (i < number.DigitCount ? (ulong)number.NextDigit(ref place) : 0); // 19 digits always fit
        }

        if (magnitude > (number.Negative ? 1ul << 63 : long.MaxValue))
        {
            return JsonFaultKind.NumberOutOfRange;
        }

        value = number.Negative ? unchecked(-(long)magnitude) : (long)magnitude;
        return JsonFaultKind.None;
    }

    /// <summary>The value as binary64, or what keeps it from being one.</summary>
    public static JsonFaultKind ToDouble(ReadOnlySpan<byte> text, out double value)
    {
        value = ParseDouble(text);
        if (double.IsInfinity(value))
        {
            value = 0;
            return JsonFaultKind.NumberOutOfRange;
        }

        // Fifteen digits survive binary64 always, and far from its limits nothing comes out as zero.
        if (text.Length <= 15)
        {
            return value != 0 || new JsonNumber(text).DigitCount == 0 ? JsonFaultKind.None : Refused(JsonFaultKind.NumberOutOfRange, out value);
        }

        var number = new JsonNumber(text);
        if (value == 0)
        {
            return number.DigitCount == 0 ? JsonFaultKind.None : Refused(JsonFaultKind.NumberOutOfRange, out value);
        }

        if (number.DigitCount <= 15 || !number.IsInteger)
        {
            return JsonFaultKind.None;
        }

        return Holds(value, number) ? JsonFaultKind.None : Refused(JsonFaultKind.NumberInexact, out value);
    }

    /// <summary>The value as a decimal with all its digits, or what keeps it from being one.</summary>
    public static JsonFaultKind ToDecimal(ReadOnlySpan<byte> text, out decimal value)
    {
        // Up to 28 digits without an exponent always fit, and keep their trailing zeros.
        if (text.Length <= 28 && text.IndexOfAny((byte)'e', (byte)'E') < 0 && Utf8Parser.TryParse(text, out value, out var taken) && taken == text.Length)
        {
            return JsonFaultKind.None;
        }

        value = 0;
        var number = new JsonNumber(text);
        var zeros = Math.Max(number.Exponent, 0);
        if (number.DigitCount + (long)zeros > 29)
        {
            return number.DigitCount + (long)number.Exponent > 29 ? JsonFaultKind.NumberOutOfRange : JsonFaultKind.NumberInexact;
        }

        if (number.Exponent < -28)
        {
            return JsonFaultKind.NumberInexact;
        }

        uint low = 0, middle = 0, high = 0;
        var place = 0;
        for (var i = 0; i < number.DigitCount + zeros; i++)
        {
            var carry = (low * 10ul) + (i < number.DigitCount ? (uint)number.NextDigit(ref place) : 0);
            low = (uint)carry;
            carry = (middle * 10ul) + (carry >> 32);
            middle = (uint)carry;
            carry = (high * 10ul) + (carry >> 32);
            high = (uint)carry;
            if (carry >> 32 != 0)
            {
                return number.IsInteger ? JsonFaultKind.NumberOutOfRange : JsonFaultKind.NumberInexact;
            }
        }

        value = new decimal((int)low, (int)middle, (int)high, number.Negative, (byte)Math.Max(-number.Exponent, 0));
        return JsonFaultKind.None;
    }

    private static JsonFaultKind Refused(JsonFaultKind fault, out double value)
    {
        value = 0;
        return fault;
    }

    /// <summary>Whether the double denotes that integer: exactly, or as the shortest text that reads back as it.</summary>
    private static bool Holds(double value, JsonNumber number)
    {
#if NET8_0_OR_GREATER
        Span<byte> shortest = stackalloc byte[32];
        value.TryFormat(shortest, out var written, "R", CultureInfo.InvariantCulture);
        if (number.Equals(new JsonNumber(shortest.Slice(0, written))))
        {
            return true;
        }

        Span<byte> exact = stackalloc byte[400];
        value.TryFormat(exact, out written, "F0", CultureInfo.InvariantCulture);
        return number.Equals(new JsonNumber(exact.Slice(0, written)));
#else
        var shortest = System.Text.Encoding.ASCII.GetBytes(value.ToString("R", CultureInfo.InvariantCulture));
        if (number.Equals(new JsonNumber(shortest)))
        {
            return true;
        }

        var exact = System.Text.Encoding.ASCII.GetBytes(new System.Numerics.BigInteger(value).ToString(CultureInfo.InvariantCulture));
        return number.Equals(new JsonNumber(exact));
#endif
    }

    private static double ParseDouble(ReadOnlySpan<byte> text)
    {
#if NET8_0_OR_GREATER
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
#else
        // .NET Framework throws where newer ones give infinity.
        return double.TryParse(JsonUtf8.ToText(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.PositiveInfinity;
#endif
    }

    /// <summary>The exponent that those digits, perhaps with a sign, spell; beyond <see cref="HugeExponent"/> it is that.</summary>
    private static long ExponentOf(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        long exponent = 0;
        foreach (var digit in text)
        {
            if (digit is not ((byte)'-' or (byte)'+'))
            {
                exponent = Math.Min((exponent * 10) + (digit - '0'), 4L * HugeExponent);
            }
        }

        return negative ? -exponent : exponent;
    }
}
