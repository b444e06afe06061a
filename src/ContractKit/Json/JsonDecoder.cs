#if NET8_0_OR_GREATER
using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContractKit.Json;

/// <summary>Takes a string's escapes out, checks it and makes it text, in one pass over its bytes.</summary>
internal static class JsonDecoder
{
    /// <summary>How many characters it takes at most; longer strings go a longer way.</summary>
    private const int Room = 512;

    /// <summary>What stands for a backslash and one of these letters.</summary>
    private static ReadOnlySpan<byte> Escapes => "\0\0\"\0\0\0\0\0\0\0\0\0\0\0\0/\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\\\0\0\0\0\0\b\0\0\0\f\0\0\0\0\0\0\0\n\0\0\0\r\0\t\0\0\0\0\0\0\0\0\0\0\0"u8;

    /// <summary>Decodes the string whose text starts there.</summary>
    /// <param name="json">The text's bytes.</param>
    /// <param name="index">The byte behind the opening quote; then the one behind the closing quote.</param>
    /// <returns>The string; null when it is too long, or when something is wrong with it.</returns>
    [SkipLocalsInit]
    public static string? Decode(ReadOnlySpan<byte> json, ref int index)
    {
        Span<char> buffer = stackalloc char[Room];
        ref var source = ref MemoryMarshal.GetReference(json);
        ref var text = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(buffer));
        var length = json.Length;
        var at = index;
        var written = 0;

        // Sixteen characters are stored at once, and at most four more before the next look at the room left.
        while (written <= Room - 20)
        {
            if (at <= length - Vector128<byte>.Count)
            {
                var block = Vector128.LoadUnsafe(ref source, (nuint)(uint)at);
                var (lower, upper) = Vector128.Widen(block);
                lower.StoreUnsafe(ref text, (nuint)(uint)written);
                upper.StoreUnsafe(ref text, (nuint)(uint)written + 8);
                var mask = JsonScan.Ends(block).ExtractMostSignificantBits();
                var plain = mask == 0 ? Vector128<byte>.Count : BitOperations.TrailingZeroCount(mask);
                at += plain;
                written += plain;
                if (mask == 0)
                {
                    continue;
                }
            }
            else if (at >= length)
            {
                return null;
            }

            var b = Unsafe.Add(ref source, at);
            if (b == '"')
            {
                index = at + 1;
                return new string(buffer.Slice(0, written));
            }

            if (b == '\\')
            {
                if (at + 1 >= length)
                {
                    return null;
                }

                var mark = Unsafe.Add(ref source, at + 1) - ' ';
                if ((uint)mark < (uint)Escapes.Length && Escapes[mark] != 0)
                {
                    Unsafe.Add(ref text, written++) = Escapes[mark];
                    at += 2;
                }
                else if (mark != 'u' - ' ' || !TakeUnit(ref source, ref at, length, ref text, ref written))
                {
                    return null;
                }
            }
            else if (b >= 0x80)
            {
                if (!TakeSequence(ref source, ref at, length, ref text, ref written))
                {
                    return null;
                }
            }
            else if (b < ' ')
            {
                return null;
            }
            else
            {
                // In the last fifteen bytes of the text.
                Unsafe.Add(ref text, written++) = b;
                at++;
            }
        }

        return null;
    }

    private static bool TakeUnit(ref byte source, ref int at, int length, ref ushort text, ref int written)
    {
        var unit = JsonScan.HexUnit(ref source, at + 2, length);
        if (unit < 0)
        {
            return false;
        }

        if (unit is >= 0xD800 and <= 0xDFFF)
        {
            if (JsonScan.EscapeLength(ref source, at, length, out _) != 12)
            {
                return false;
            }

            Unsafe.Add(ref text, written++) = (ushort)unit;
            unit = JsonScan.HexUnit(ref source, at + 8, length);
            at += 6;
        }

        Unsafe.Add(ref text, written++) = (ushort)unit;
        at += 6;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TakeSequence(ref byte source, ref int at, int length, ref ushort text, ref int written)
    {
        int first = Unsafe.Add(ref source, at);
        switch (JsonScan.SequenceLength(ref source, at, length))
        {
            case 2:
                Unsafe.Add(ref text, written++) = (ushort)(((first & 0x1F) << 6) | (Unsafe.Add(ref source, at + 1) & 0x3F));
                at += 2;
                return true;
            case 3:
                Unsafe.Add(ref text, written++) = (ushort)(((first & 0xF) << 12) | ((Unsafe.Add(ref source, at + 1) & 0x3F) << 6) | (Unsafe.Add(ref source, at + 2) & 0x3F));
                at += 3;
                return true;
            case 4:
                var point = ((first & 7) << 18) | ((Unsafe.Add(ref source, at + 1) & 0x3F) << 12) | ((Unsafe.Add(ref source, at + 2) & 0x3F) << 6) | (Unsafe.Add(ref source, at + 3) & 0x3F);
                Unsafe.Add(ref text, written++) = (ushort)(0xD7C0 + (point >> 10));
                Unsafe.Add(ref text, written++) = (ushort)(0xDC00 | (point & 0x3FF));
                at += 4;
                return true;
            default:
                return false;
        }
    }
}
#endif
