using System;
using System.Diagnostics;
using System.Text;
using ContractKit.Validation;

namespace ContractKit.Tests.Validation;

/// <summary>Numbers at any size and precision.</summary>
public sealed class DecimalTests
{
    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("100", "1e2", 0)]
    [InlineData("0", "-0.000e5", 0)]
    [InlineData("0.1", "0.10", 0)]
    [InlineData("12.5", "1250e-2", 0)]
    [InlineData("-1", "1", -1)]
    [InlineData("-2", "-1", -1)]
    [InlineData("9", "10", -1)]
    [InlineData("0.09", "0.1", -1)]
    [InlineData("99999999999999999999", "100000000000000000000", -1)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("1e400", "1e399", 1)]
    [InlineData("1e-400", "0", 1)]
    [InlineData("1.0000000000000000000000000000001", "1", 1)]
    [InlineData("1e999999999999999999999", "1", 1)]
    public void Compares(string left, string right, int order)
    {
        Assert.Equal(order, Math.Sign(DecimalText.Compare(Of(left), Of(right))));
        Assert.Equal(-order, Math.Sign(DecimalText.Compare(Of(right), Of(left))));
    }

    [Theory]
    [InlineData("0.3", "0.1", true)]
    [InlineData("19.99", "0.01", true)]
    [InlineData("0.0075", "0.0001", true)]
    [InlineData("0.00751", "0.0001", false)]
    [InlineData("1e308", "0.5", true)]
    [InlineData("1e308", "0.123456789", false)]
    [InlineData("12391239123", "1e-8", true)]
    [InlineData("7", "2", false)]
    [InlineData("-6", "3", true)]
    [InlineData("0", "1e-320", true)]
    [InlineData("123456789012345678901234567890", "12345678901234567890123456789", true)]
    [InlineData("123456789012345678901234567891", "12345678901234567890123456789", false)]
    [InlineData("1e999999999", "7", false)]
    [InlineData("7e999999999", "7", true)]
    [InlineData("1e999999999", "123456789012345678901", false)]
    [InlineData("10", "20", false)]
    [InlineData("1e-999999999", "3", false)]
    public void Divides(string number, string divisor, bool divides)
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal(divides, new DecimalDivisor(Encoding.ASCII.GetBytes(divisor)).Divides(Of(number)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    private static DecimalText Of(string number) => DecimalText.Of(Encoding.ASCII.GetBytes(number));
}
