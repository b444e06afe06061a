using System;

namespace ContractKit.Validation;

/// <summary>Takes UTF-8 apart into code points.</summary>
internal static class CodePoints
{
    /// <summary>Takes the next code point; U+FFFD for a byte that begins none. The text must not be empty.</summary>
    public static int Take(ref ReadOnlySpan<byte> text)
    {
        var point = At(text, out var length);
        text = text.Slice(length);
        return point;
    }

    /// <summary>The code point that stands first, and its length in bytes. Surrogates, as escapes can leave them, are passed on.</summary>
    public static int At(ReadOnlySpan<byte> text, out int length)
    {
        int first = text[0];
        length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (first < 0x80)
        {
            return first;
        }

        if (first < 0xC2 || first > 0xF4 || text.Length < length)
        {
            length = 1;
            return 0xFFFD;
        }

        var point = first & (0x7F >> length);
        for (var i = 1; i < length; i++)
        {
            if ((text[i] & 0xC0) != 0x80)
            {
                length = 1;
                return 0xFFFD;
            }

            point = (point << 6) | (text[i] & 0x3F);
        }

        return point;
    }

    /// <summary>How many code points well-formed UTF-8 has: its bytes less those that go on with one.</summary>
    public static int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += (sbyte)c > -65 ? 1 : 0;
        }

        return count;
    }
}
