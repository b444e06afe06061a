using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.Intrinsics;
#endif

namespace ContractKit.Json;

/// <summary>Finds the end of what stands inside a JSON string.</summary>
internal static class JsonScan
{
    /// <summary>The first byte from <paramref name="start"/> on that is a quote, a backslash, a control character or not ASCII; <paramref name="length"/> when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PlainEnd(ref byte json, int start, int length)
    {
#if NET8_0_OR_GREATER
        while (start <= length - Vector128<byte>.Count)
        {
            var block = Vector128.LoadUnsafe(ref json, (nuint)start);
            var mask = Ends(block).ExtractMostSignificantBits();
            if (mask != 0)
            {
                return start + BitOperations.TrailingZeroCount(mask);
            }

            start += Vector128<byte>.Count;
        }
#endif
        while (start < length)
        {
            var b = Unsafe.Add(ref json, start);
            if (b == '"' || b == '\\' || (sbyte)b < ' ')
            {
                break;
            }

            start++;
        }

        return start;
    }

#if NET8_0_OR_GREATER
    /// <summary>Ones where a byte is no plain one. Compared as signed bytes, "less than a space" is true of control characters and of everything that is not ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Ends(Vector128<byte> block) =>
        Vector128.Equals(block, Vector128.Create((byte)'"'))
        | Vector128.Equals(block, Vector128.Create((byte)'\\'))
        | Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)' ')).AsByte();
#endif

    /// <summary>
    /// The quote that ends a string whose text starts at <paramref name="start"/>. Everything before it is checked: UTF-8, control characters, escapes, surrogate pairs.
    /// </summary>
    /// <param name="json">The text's first byte.</param>
    /// <param name="start">Where to look on from: inside the string, not inside an escape or a UTF-8 sequence.</param>
    /// <param name="length">The length of the text.</param>
    /// <param name="escaped">Whether there is an escape.</param>
    /// <param name="fault">What is wrong with the string.</param>
    /// <returns>The offset of the quote, or of what is wrong.</returns>
    public static int StringEnd(ref byte json, int start, int length, out bool escaped, out JsonFaultKind fault)
    {
        escaped = false;
        fault = JsonFaultKind.None;
        while (true)
        {
            start = PlainEnd(ref json, start, length);
            if (start >= length)
            {
                fault = JsonFaultKind.UnexpectedEnd;
                return length;
            }

            var b = Unsafe.Add(ref json, start);
            if (b == '"')
            {
                return start;
            }

            int taken;
            if (b == '\\')
            {
                escaped = true;
                taken = EscapeLength(ref json, start, length, out fault);
            }
            else if (b < ' ')
            {
                fault = JsonFaultKind.ControlCharacter;
                return start;
            }
            else
            {
                taken = SequencesLength(ref json, start, length);
                if (taken == 0)
                {
                    fault = JsonFaultKind.InvalidUtf8;
                }
            }

            if (fault != JsonFaultKind.None)
            {
                return start;
            }

            start += taken;
        }
    }

    /// <summary>The length of the UTF-8 sequences of several bytes that start there, one behind the other; 0 when the first is none.</summary>
    private static int SequencesLength(ref byte json, int start, int length)
    {
        var index = start;
#if NET8_0_OR_GREATER
        // Far from the end, letters of two and three bytes are looked at as one number: the bits that make them such, and those that no short form has.
        while (index <= length - 4)
        {
            var next = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref json, index));
            if (!BitConverter.IsLittleEndian)
            {
                break;
            }

            if ((next & 0xC0E0) == 0x80C0 && (next & 0x1E) != 0)
            {
                index += 2;
            }
            else if ((next & 0xC0C0F0) == 0x8080E0 && (next & 0x200F) != 0 && (next & 0x200F) != 0x200D)
            {
                index += 3;
            }
            else
            {
                break;
            }

            if (Unsafe.Add(ref json, index) < 0x80)
            {
                return index - start;
            }
        }
#endif
        // What is cut off or wrong behind good ones is found when it is looked at by itself.
        return index > start ? index - start : SequenceLength(ref json, start, length);
    }

    /// <summary>The length of the UTF-8 sequence of several bytes (RFC 3629, section 4) that starts there; 0 when it is none.</summary>
    public static int SequenceLength(ref byte json, int start, int length)
    {
        var first = Unsafe.Add(ref json, start);
        var left = length - start;
        if (first < 0xC2)
        {
            return 0;
        }

        if (left < 2)
        {
            return 0;
        }

        var second = Unsafe.Add(ref json, start + 1);
        if (first < 0xE0)
        {
            return Continues(second) ? 2 : 0;
        }

        if (left < 3 || !Continues(Unsafe.Add(ref json, start + 2)))
        {
            return 0;
        }

        if (first < 0xF0)
        {
            var lowest = first == 0xE0 ? 0xA0 : 0x80;
            var highest = first == 0xED ? 0x9F : 0xBF;
            return second >= lowest && second <= highest ? 3 : 0;
        }

        if (first > 0xF4 || left < 4 || !Continues(Unsafe.Add(ref json, start + 3)))
        {
            return 0;
        }

        var low = first == 0xF0 ? 0x90 : 0x80;
        var high = first == 0xF4 ? 0x8F : 0xBF;
        return second >= low && second <= high ? 4 : 0;
    }

    private static bool Continues(byte b) => (b & 0xC0) == 0x80;

    /// <summary>The length of the escape that starts there: 2, 6, or 12 for a surrogate pair.</summary>
    public static int EscapeLength(ref byte json, int start, int length, out JsonFaultKind fault)
    {
        fault = JsonFaultKind.None;
        if (start + 1 >= length)
        {
            fault = JsonFaultKind.UnexpectedEnd;
            return 0;
        }

        switch (Unsafe.Add(ref json, start + 1))
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return 2;
            case (byte)'u':
                break;
            default:
                fault = JsonFaultKind.InvalidEscape;
                return 0;
        }

        var unit = HexUnit(ref json, start + 2, length);
        if (unit < 0)
        {
            fault = start + 6 > length ? JsonFaultKind.UnexpectedEnd : JsonFaultKind.InvalidEscape;
            return 0;
        }

        if (unit < 0xD800 || unit > 0xDFFF)
        {
            return 6;
        }

        var paired = unit <= 0xDBFF
            && start + 12 <= length
            && Unsafe.Add(ref json, start + 6) == '\\'
            && Unsafe.Add(ref json, start + 7) == 'u'
            && HexUnit(ref json, start + 8, length) is >= 0xDC00 and <= 0xDFFF;
        if (paired)
        {
            return 12;
        }

        fault = JsonFaultKind.LoneSurrogate;
        return 0;
    }

    /// <summary>The UTF-16 unit that four hexadecimal digits spell; −1 when they are not four such digits.</summary>
    public static int HexUnit(ref byte json, int start, int length)
    {
        if (start + 4 > length)
        {
            return -1;
        }

        return (HexDigit(Unsafe.Add(ref json, start)) << 12)
            | (HexDigit(Unsafe.Add(ref json, start + 1)) << 8)
            | (HexDigit(Unsafe.Add(ref json, start + 2)) << 4)
            | HexDigit(Unsafe.Add(ref json, start + 3));
    }

    private static int HexDigit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1 << 16, // survives the shifts above as a negative number
    };
}
