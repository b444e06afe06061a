using System;
using System.Collections.Generic;

namespace ContractKit.Validation;

/// <summary>Punycode, the ASCII form of internationalised labels (RFC 3492).</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;
    private const int InitialBias = 72;
    private const int InitialN = 128;

    /// <summary>Decodes what follows <c>xn--</c>. At most as many code points as bytes come out.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, out int[] points)
    {
        points = [];
        var output = new List<int>(text.Length);
        var basic = text.LastIndexOf((byte)'-');
        for (var i = 0; i < basic; i++)
        {
            output.Add(text[i] is >= (byte)'A' and <= (byte)'Z' ? text[i] | 0x20 : text[i]);
        }

        long n = InitialN;
        long i2 = 0;
        var bias = InitialBias;
        for (var at = basic + 1; at < text.Length;)
        {
            var old = i2;
            long weight = 1;
            for (var k = Base; ; k += Base)
            {
                var digit = at < text.Length ? DigitOf(text[at++]) : -1;
                if (digit < 0)
                {
                    return false;
                }

                i2 += digit * weight;
                var threshold = k <= bias ? TMin : k >= bias + TMax ? TMax : k - bias;
                if (i2 > int.MaxValue)
                {
                    return false;
                }

                if (digit < threshold)
                {
                    break;
                }

                weight *= Base - threshold;
                if (weight > int.MaxValue)
                {
                    return false;
                }
            }

            bias = Adapt(i2 - old, output.Count + 1, old == 0);
            n += i2 / (output.Count + 1);
            i2 %= output.Count + 1;
            if (n > 0x10FFFF)
            {
                return false;
            }

            output.Insert((int)i2++, (int)n);
        }

        points = output.ToArray();
        return points.Length > 0;
    }

    /// <summary>The length of the encoded label, without <c>xn--</c> (RFC 3492 section 6.3).</summary>
    public static int EncodedLength(int[] points)
    {
        var length = 0;
        foreach (var point in points)
        {
            length += point < 0x80 ? 1 : 0;
        }

        var handled = length;
        var basic = length;
        length += basic > 0 ? 1 : 0;
        long n = InitialN;
        long delta = 0;
        var bias = InitialBias;
        while (handled < points.Length)
        {
            var next = int.MaxValue;
            foreach (var point in points)
            {
                next = point >= n && point < next ? point : next;
            }

            delta += (next - n) * (handled + 1);
            n = next;
            foreach (var point in points)
            {
                delta += point < n ? 1 : 0;
                if (point != n)
                {
                    continue;
                }

                var q = delta;
                for (var k = Base; ; k += Base)
                {
                    length++;
                    var threshold = k <= bias ? TMin : k >= bias + TMax ? TMax : k - bias;
                    if (q < threshold)
                    {
                        break;
                    }

                    q = (q - threshold) / (Base - threshold);
                }

                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            n++;
        }

        return length;
    }

    private static int Adapt(long delta, int count, bool first)
    {
        delta = first ? delta / 700 : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - TMin) * TMax / 2; k += Base)
        {
            delta /= Base - TMin;
        }

        return (int)(k + ((Base - TMin + 1) * delta / (delta + 38)));
    }

    private static int DigitOf(byte c) => c switch
    {
        >= (byte)'a' and <= (byte)'z' => c - 'a',
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'0' and <= (byte)'9' => c - '0' + 26,
        _ => -1,
    };
}
