using System;
using System.Numerics;

namespace ContractKit.Validation;

/// <summary>The value of <c>multipleOf</c>: tells multiples of any decimal number apart from others, exactly.</summary>
internal sealed class DecimalDivisor
{
    private readonly BigInteger _digits;
    private readonly ulong _smallDigits;
    private readonly long _exponent;

    /// <summary>A divisor above zero, in JSON's grammar.</summary>
    public DecimalDivisor(ReadOnlySpan<byte> number)
    {
        var divisor = DecimalText.Of(number);
        _exponent = divisor.Exponent;
        var digits = divisor.Digits();
        var value = BigInteger.Zero;
        for (var digit = digits.Next(); digit >= 0; digit = digits.Next())
        {
            value = (value * 10) + digit;
        }

        _digits = value;
        _smallDigits = value <= uint.MaxValue ? (ulong)value : 0;
    }

    /// <summary>Whether the number divided by this one is whole. Nothing is allocated for divisors of up to nine digits.</summary>
    public bool Divides(DecimalText number)
    {
        if (number.IsZero)
        {
            return true;
        }

        // With trailing zeros taken away, digits × 10^shift ÷ divisor digits: where shift is below zero the divisor ends in a zero
        // that the number does not have.
        var shift = number.Exponent - _exponent;
        return shift >= 0 && (_smallDigits != 0 ? SmallRemainder(number, shift) == 0 : BigRemainder(number, shift).IsZero);
    }

    private ulong SmallRemainder(DecimalText number, long shift)
    {
        var divisor = _smallDigits;
        var remainder = 0UL;
        var digits = number.Digits();
        for (var digit = digits.Next(); digit >= 0; digit = digits.Next())
        {
            remainder = ((remainder * 10) + (uint)digit) % divisor;
        }

        // 10^shift modulo the divisor by squaring, so that 1e999999999 costs thirty steps.
        for (var power = 10 % divisor; shift > 0 && remainder != 0; shift >>= 1)
        {
            if ((shift & 1) != 0)
            {
                remainder = remainder * power % divisor;
            }

            power = power * power % divisor;
        }

        return remainder;
    }

    private BigInteger BigRemainder(DecimalText number, long shift)
    {
        var remainder = BigInteger.Zero;
        var digits = number.Digits();
        var chunk = 0UL;
        var scale = 1UL;
        for (var digit = digits.Next(); digit >= 0; digit = digits.Next())
        {
            chunk = (chunk * 10) + (uint)digit;
            scale *= 10;
            if (scale == 1_000_000_000_000_000_000)
            {
                remainder = ((remainder * scale) + chunk) % _digits;
                (chunk, scale) = (0, 1);
            }
        }

        remainder = ((remainder * scale) + chunk) % _digits;
        return remainder * BigInteger.ModPow(10, shift, _digits) % _digits;
    }
}
