using System;
using System.ComponentModel;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>The keywords for numbers (JSON Schema 2020-12, section 6.2), at any size and precision. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NumberRule
{
    private const int LongestShown = 40;

    private readonly Bound? _minimum;
    private readonly Bound? _maximum;
    private readonly Bound? _exclusiveMinimum;
    private readonly Bound? _exclusiveMaximum;
    private readonly DecimalDivisor? _divisor;
    private readonly string? _multipleOf;

    /// <summary>The keywords' values, in JSON.</summary>
    public NumberRule(string? minimum = null, string? maximum = null, string? exclusiveMinimum = null, string? exclusiveMaximum = null, string? multipleOf = null)
    {
        _minimum = Bound.Of(minimum);
        _maximum = Bound.Of(maximum);
        _exclusiveMinimum = Bound.Of(exclusiveMinimum);
        _exclusiveMaximum = Bound.Of(exclusiveMaximum);
        _multipleOf = multipleOf;
        _divisor = multipleOf is null ? null : new DecimalDivisor(Encoding.ASCII.GetBytes(multipleOf));
    }

    /// <summary>Whether a number is an integer as those types mean it.</summary>
    internal static bool IsWhole(ReadOnlySpan<byte> number, JsonTypes types)
    {
        foreach (var c in number)
        {
            if (c is (byte)'.' or (byte)'e' or (byte)'E')
            {
                return (types & JsonTypes.WrittenWhole) == 0 && DecimalText.Of(number).IsInteger;
            }
        }

        return true;
    }

    internal bool Check(in JsonCursor cursor, int position, ReadOnlySpan<byte> number, ref Evaluation evaluation)
    {
        var valid = true;
        if (_minimum is not null && _minimum.CompareTo(number) > 0)
        {
            valid = Report(cursor, position, "/minimum", number, "it must be at least ", _minimum.Text, ref evaluation);
        }

        if (_maximum is not null && _maximum.CompareTo(number) < 0)
        {
            valid = Report(cursor, position, "/maximum", number, "it must be at most ", _maximum.Text, ref evaluation);
        }

        if (_exclusiveMinimum is not null && _exclusiveMinimum.CompareTo(number) >= 0)
        {
            valid = Report(cursor, position, "/exclusiveMinimum", number, "it must be more than ", _exclusiveMinimum.Text, ref evaluation);
        }

        if (_exclusiveMaximum is not null && _exclusiveMaximum.CompareTo(number) <= 0)
        {
            valid = Report(cursor, position, "/exclusiveMaximum", number, "it must be less than ", _exclusiveMaximum.Text, ref evaluation);
        }

        if (_divisor is not null && !_divisor.Divides(DecimalText.Of(number)))
        {
            valid = Report(cursor, position, "/multipleOf", number, "it must be a multiple of ", _multipleOf!, ref evaluation);
        }

        return valid;
    }

    private static bool Report(in JsonCursor cursor, int position, string keyword, ReadOnlySpan<byte> number, string must, string bound, ref Evaluation evaluation)
    {
        if (!evaluation.Collects)
        {
            return false;
        }

        var shown = JsonUtf8.ToText(number.Length > LongestShown ? number.Slice(0, LongestShown) : number);
        return evaluation.Report(cursor, position, keyword, "This is " + shown + (number.Length > LongestShown ? "…" : "") + "; " + must + bound + ".");
    }

    private sealed class Bound
    {
        private const int ShortDigits = 18;

        private readonly byte[] _number;
        private readonly long _value;
        private readonly bool _isShort;

        private Bound(string text)
        {
            Text = text;
            _number = Encoding.ASCII.GetBytes(text);
            _isShort = TryReadShort(_number, out _value);
        }

        public string Text { get; }

        public static Bound? Of(string? text) => text is null ? null : new Bound(text);

        public int CompareTo(ReadOnlySpan<byte> number) =>
            _isShort && TryReadShort(number, out var value)
                ? _value.CompareTo(value)
                : DecimalText.Compare(DecimalText.Of(_number), DecimalText.Of(number));

        // Integers of a few digits need no arithmetic on text.
        private static bool TryReadShort(ReadOnlySpan<byte> number, out long value)
        {
            value = 0;
            var start = number[0] == '-' ? 1 : 0;
            if (number.Length - start > ShortDigits)
            {
                return false;
            }

            for (var i = start; i < number.Length; i++)
            {
                if (number[i] is < (byte)'0' or > (byte)'9')
                {
                    return false;
                }

                value = (value * 10) + (number[i] - '0');
            }

            value = start == 1 ? -value : value;
            return true;
        }
    }
}
