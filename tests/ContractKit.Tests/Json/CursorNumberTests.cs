using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>Numbers keep their value, or are refused: nothing is rounded, cut off or made infinite in silence.</summary>
public class CursorNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("0e99999999999999999999", 0)]
    [InlineData("1.0", 1)]
    [InlineData("1e2", 100)]
    [InlineData("1E+2", 100)]
    [InlineData("12300e-2", 123)]
    [InlineData("0.000123e6", 123)]
    [InlineData("-15.00e1", -150)]
    [InlineData("123456789012345678", 123456789012345678)]
    [InlineData("1234567890123456789", 1234567890123456789)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775807.000", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("0.0000000000000000001e19", 1)]
    public void Integers_are_read_however_they_are_written(string json, long expected)
    {
        var cursor = Over(json);
        Assert.Equal(expected, cursor.ReadInt64());
        cursor.End();
        Assert.False(cursor.Failed, cursor.Fault.Message);
    }

    [Theory]
    [InlineData("9223372036854775808", JsonFaultKind.NumberOutOfRange)]
    [InlineData("-9223372036854775809", JsonFaultKind.NumberOutOfRange)]
    [InlineData("1e19", JsonFaultKind.NumberOutOfRange)]
    [InlineData("1e400", JsonFaultKind.NumberOutOfRange)]
    [InlineData("1e99999999999999999999", JsonFaultKind.NumberOutOfRange)]
    [InlineData("1.5", JsonFaultKind.NotAnInteger)]
    [InlineData("1e-1", JsonFaultKind.NotAnInteger)]
    [InlineData("1e-99999999999999999999", JsonFaultKind.NotAnInteger)]
    [InlineData("01", JsonFaultKind.InvalidNumber)]
    [InlineData("1.", JsonFaultKind.UnexpectedEnd)]
    [InlineData("1.x", JsonFaultKind.InvalidNumber)]
    [InlineData("-", JsonFaultKind.UnexpectedEnd)]
    [InlineData("-x", JsonFaultKind.InvalidNumber)]
    [InlineData("\"1\"", JsonFaultKind.UnexpectedKind)]
    [InlineData("true", JsonFaultKind.UnexpectedKind)]
    [InlineData("tru", JsonFaultKind.UnexpectedEnd)]
    [InlineData("+1", JsonFaultKind.UnexpectedByte)]
    [InlineData("", JsonFaultKind.UnexpectedEnd)]
    public void What_is_no_64_bit_integer_is_refused(string json, JsonFaultKind expected)
    {
        var cursor = Over(json);
        Assert.Equal(0, cursor.ReadInt64());
        Assert.Equal(expected, cursor.Fault.Kind);
    }

    [Theory]
    [InlineData("2147483647", 2147483647, true)]
    [InlineData("-2147483648", -2147483648, true)]
    [InlineData("2147483648", 0, false)]
    [InlineData("-2147483649", 0, false)]
    public void Integers_of_32_bits_have_their_range(string json, int expected, bool accepted)
    {
        var cursor = Over(json);
        Assert.Equal(expected, cursor.ReadInt32());
        Assert.Equal(accepted, !cursor.Failed);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("0.1")]
    [InlineData("3.14159265358979323846264338327950288")]
    [InlineData("9007199254740992")]
    [InlineData("9007199254740994")]
    [InlineData("18446744073709551616")]
    [InlineData("18446744073709552000")]
    [InlineData("100000000000000000000000")]
    [InlineData("1e23")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123347747978e-2")]
    [InlineData("5e-324")]
    [InlineData("0e-999")]
    [InlineData("-12.50")]
    public void Doubles_are_read(string json)
    {
        var cursor = Over(json);
        Assert.Equal(double.Parse(json, CultureInfo.InvariantCulture), cursor.ReadDouble());
        cursor.End();
        Assert.False(cursor.Failed, cursor.Fault.Message);
    }

    [Theory]
    [InlineData("1e400", JsonFaultKind.NumberOutOfRange)]
    [InlineData("-1e400", JsonFaultKind.NumberOutOfRange)]
    [InlineData("1e-400", JsonFaultKind.NumberOutOfRange)]
    [InlineData("0.0000000000000000000001e-400", JsonFaultKind.NumberOutOfRange)]
    [InlineData("9007199254740993", JsonFaultKind.NumberInexact)]
    [InlineData("-9007199254740993", JsonFaultKind.NumberInexact)]
    [InlineData("9007199254740993.0", JsonFaultKind.NumberInexact)]
    [InlineData("18446744073709551615", JsonFaultKind.NumberInexact)]
    [InlineData("123456789012345678", JsonFaultKind.NumberInexact)]
    public void What_no_double_holds_is_refused(string json, JsonFaultKind expected)
    {
        var cursor = Over(json);
        Assert.Equal(0, cursor.ReadDouble());
        Assert.Equal(expected, cursor.Fault.Kind);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1.50")]
    [InlineData("1.0000000000000000000000000000000")]
    [InlineData("12345678901234567890123456789")]
    public void Decimals_are_read(string json)
    {
        var cursor = Over(json);
        Assert.Equal(decimal.Parse(json, CultureInfo.InvariantCulture), cursor.ReadDecimal());
        Assert.False(cursor.Failed, cursor.Fault.Message);
    }

    [Theory]
    [InlineData("79228162514264337593543950336", JsonFaultKind.NumberOutOfRange)]
    [InlineData("1e29", JsonFaultKind.NumberOutOfRange)]
    [InlineData("1e400", JsonFaultKind.NumberOutOfRange)]
    [InlineData("0.00000000000000000000000000001", JsonFaultKind.NumberInexact)]
    [InlineData("0.10000000000000000000000000000000001", JsonFaultKind.NumberInexact)]
    [InlineData("1234567890123456789012345678.95", JsonFaultKind.NumberInexact)]
    [InlineData("8.9228162514264337593543950335", JsonFaultKind.NumberInexact)]
    public void What_no_decimal_holds_is_refused(string json, JsonFaultKind expected)
    {
        var cursor = Over(json);
        Assert.Equal(0, cursor.ReadDecimal());
        Assert.Equal(expected, cursor.Fault.Kind);
    }

    [Fact]
    public void Decimals_agree_with_exact_arithmetic()
    {
        var random = new Random(7);
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var digits = new StringBuilder(random.Next(2) == 0 ? "-" : "").Append(random.Next(1, 10));
            for (var n = random.Next(32); n > 0; n--)
            {
                digits.Append((char)('0' + random.Next(10)));
            }

            var scale = random.Next(-35, 12);
            var json = $"{digits}e{scale}";
            var cursor = Over(json);
            var value = cursor.ReadDecimal();
            if (cursor.Failed)
            {
                refused++;
                continue;
            }

            // value × 10^28 and digits × 10^(scale + 28) are the same integer, once both are integers.
            var bits = decimal.GetBits(value);
            var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
            var left = (value < 0 ? -magnitude : magnitude) * BigInteger.Pow(10, 40 - (bits[3] >> 16 & 0xFF));
            Assert.Equal(BigInteger.Parse(digits.ToString(), CultureInfo.InvariantCulture) * BigInteger.Pow(10, scale + 40), left);
        }

        Assert.InRange(refused, 1000, 19_000);
    }

    [Theory]
    [InlineData("12", false)]
    [InlineData("-12", false)]
    [InlineData("12.0", true)]
    [InlineData("1e1", true)]
    [InlineData("-0", true)]
    public void A_respelt_integer_is_told(string json, bool expected)
    {
        var cursor = Over(json);
        cursor.ReadInt64();
        Assert.Equal(expected, cursor.Respelled);
    }

    [Theory]
    [InlineData("1.5", false)]
    [InlineData("1.50", true)]
    [InlineData("1.5e0", true)]
    [InlineData("0.1000000000000000055", true)]
    public void A_respelt_double_is_told(string json, bool expected)
    {
        var cursor = Over(json);
        cursor.ReadDouble();
        Assert.Equal(expected, cursor.Respelled);
    }

    private static JsonCursor Over(string json) => new(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void Short_numbers_are_read_as_the_reader_and_the_parser_of_dotnet_read_them()
    {
        const string Characters = "00123456789--..eE+";
        var random = new Random(8);
        var read = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var json = string.Concat(Enumerable.Range(0, random.Next(1, 19)).Select(_ => Characters[random.Next(random.Next(4) == 0 ? Characters.Length : 11)]));
            var utf8 = Encoding.UTF8.GetBytes(json);
            var cursor = new JsonCursor(utf8);
            var value = cursor.ReadDouble();
            cursor.End();
            bool valid;
            try
            {
                var reader = new Utf8JsonReader(utf8);
                valid = reader.Read() && !reader.Read();
            }
            catch (JsonException)
            {
                valid = false;
            }

            // An integer that binary64 does not hold is refused beyond the grammar.
            var expected = valid ? double.Parse(json, CultureInfo.InvariantCulture) : 0;
            if (valid && cursor.Failed && cursor.Fault.Kind is JsonFaultKind.NumberOutOfRange or JsonFaultKind.NumberInexact)
            {
                continue;
            }

            Assert.True(valid == !cursor.Failed, json);
            Assert.True(!valid || BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), json);
            read += valid ? 1 : 0;
        }

        Assert.True(read > 50_000, $"only {read} numbers");
    }
}
