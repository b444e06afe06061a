using System;

namespace ContractKit.Validation;

/// <summary>
/// A JSON number (RFC 8259 section 6) at full precision, read in place: <c>±digits × 10^Exponent</c>, the digits without leading
/// and trailing zeros. Every operation takes time in proportion to the text, however large the exponent is.
/// </summary>
internal readonly ref struct DecimalText
{
    /// <summary>Exponents beyond this are cut to it, far from where any sum of an exponent and a text's length overflows.</summary>
    private const long ExponentLimit = 1_000_000_000_000_000;

    /// <summary>From the first to the last significant digit; a decimal point may stand between.</summary>
    private readonly ReadOnlySpan<byte> _digits;

    private DecimalText(ReadOnlySpan<byte> digits, int digitCount, bool negative, long exponent)
    {
        _digits = digits;
        DigitCount = digitCount;
        Negative = negative;
        Exponent = exponent;
    }

    /// <summary>The count of significant digits; 0 for zero.</summary>
    public int DigitCount { get; }

    /// <summary>Whether the number is below zero; false for -0.</summary>
    public bool Negative { get; }

    /// <summary>The power of ten of the last significant digit.</summary>
    public long Exponent { get; }

    /// <summary>Whether the number is zero, whatever its sign.</summary>
    public bool IsZero => DigitCount == 0;

    /// <summary>Whether the number has no fraction, however it is written.</summary>
    public bool IsInteger => Exponent >= 0;

    /// <summary>Reads a number that is known to be in JSON's grammar.</summary>
    public static DecimalText Of(ReadOnlySpan<byte> number)
    {
        var negative = number.Length > 0 && number[0] == '-';
        var end = number.IndexOfAny((byte)'e', (byte)'E');
        var exponent = end < 0 ? 0 : ExponentOf(number.Slice(end + 1));
        var mantissa = end < 0 ? number : number.Slice(0, end);
        var point = mantissa.IndexOf((byte)'.');
        var first = negative ? 1 : 0;
        while (first < mantissa.Length && mantissa[first] is (byte)'0' or (byte)'.')
        {
            first++;
        }

        var last = mantissa.Length - 1;
        while (last >= first && mantissa[last] is (byte)'0' or (byte)'.')
        {
            last--;
        }

        if (last < first)
        {
            return default;
        }

        // The power of ten of the digit at `last`: digits after it and before the point raise it, digits after the point lower it.
        var units = point < 0 ? mantissa.Length : point;
        exponent += last < units ? units - 1 - last : units - last;
        var pointInside = point > first && point < last;
        return new DecimalText(mantissa.Slice(first, last - first + 1), last - first + (pointInside ? 0 : 1), negative, exponent);
    }

    /// <summary>Compares by value: below, at or above zero where <paramref name="left"/> is less, equal or greater.</summary>
    public static int Compare(DecimalText left, DecimalText right)
    {
        var leftSign = left.IsZero ? 0 : left.Negative ? -1 : 1;
        var rightSign = right.IsZero ? 0 : right.Negative ? -1 : 1;
        if (leftSign != rightSign || leftSign == 0)
        {
            return leftSign.CompareTo(rightSign);
        }

        return leftSign * CompareMagnitudes(left, right);
    }

    /// <summary>The significant digits, one a call; −1 after the last.</summary>
    public DigitReader Digits() => new(_digits);

    private static int CompareMagnitudes(DecimalText left, DecimalText right)
    {
        var order = (left.Exponent + left.DigitCount).CompareTo(right.Exponent + right.DigitCount);
        if (order != 0)
        {
            return order;
        }

        var leftDigits = left.Digits();
        var rightDigits = right.Digits();
        while (true)
        {
            // A number that has run out of digits goes on in zeros, and the other's last digit is none: −1 sorts right.
            var leftDigit = leftDigits.Next();
            var rightDigit = rightDigits.Next();
            if (leftDigit != rightDigit)
            {
                return leftDigit.CompareTo(rightDigit);
            }

            if (leftDigit < 0)
            {
                return 0;
            }
        }
    }

    private static long ExponentOf(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        var exponent = 0L;
        foreach (var c in text)
        {
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                exponent = Math.Min((exponent * 10) + (c - '0'), ExponentLimit);
            }
        }

        return negative ? -exponent : exponent;
    }

    /// <summary>Goes through significant digits.</summary>
    public ref struct DigitReader
    {
        private readonly ReadOnlySpan<byte> _digits;
        private int _next;

        internal DigitReader(ReadOnlySpan<byte> digits) => _digits = digits;

        /// <summary>The next digit, or −1 after the last.</summary>
        public int Next()
        {
            if (_next < _digits.Length && _digits[_next] == '.')
            {
                _next++;
            }

            return _next < _digits.Length ? _digits[_next++] - '0' : -1;
        }
    }
}
