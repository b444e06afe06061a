using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif
using System.Text;
#if NET8_0_OR_GREATER
using System.Text.Unicode;
#endif

namespace ContractKit.Json;

/// <summary>Between UTF-8 and text, on every target framework.</summary>
internal static class JsonUtf8
{
    /// <summary>The text that valid UTF-8 spells.</summary>
    public static string ToText(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

#if NET8_0_OR_GREATER
        // One pass for what fits on the stack; the encoding would count first.
        if (utf8.Length <= 256)
        {
            return ToShortText(utf8);
        }

        return Encoding.UTF8.GetString(utf8);
#else
        unsafe
        {
            fixed (byte* first = utf8)
            {
                return Encoding.UTF8.GetString(first, utf8.Length);
            }
        }
#endif
    }

    /// <summary>The text that bytes spell which are known to be ASCII.</summary>
    public static string AsciiToText(ref byte first, int length)
    {
        if (length == 0)
        {
            return "";
        }

#if NET8_0_OR_GREATER
        // A string that nobody else has seen yet may be filled in place; string.Create does the same behind a delegate.
        var text = new string('\0', length);
        ref var destination = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
        if (length >= 16)
        {
            var last = length - 16;
            for (var i = 0; i < last; i += 16)
            {
                Widen(ref first, ref destination, i);
            }

            Widen(ref first, ref destination, last);
        }
        else if (length >= 8)
        {
            WidenHalf(ref first, ref destination, 0);
            WidenHalf(ref first, ref destination, length - 8);
        }
        else
        {
            for (var i = 0; i < length; i++)
            {
                Unsafe.Add(ref destination, i) = Unsafe.Add(ref first, i);
            }
        }

        return text;
#else
        unsafe
        {
            fixed (byte* start = &first)
            {
                return Encoding.ASCII.GetString(start, length);
            }
        }
#endif
    }

#if NET8_0_OR_GREATER
    [SkipLocalsInit]
    private static string ToShortText(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = stackalloc char[256];
        Utf8.ToUtf16(utf8, text, out _, out var written);
        return new string(text.Slice(0, written));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(ref byte source, ref ushort destination, int index)
    {
        var (lower, upper) = Vector128.Widen(Vector128.LoadUnsafe(ref source, (nuint)(uint)index));
        lower.StoreUnsafe(ref destination, (nuint)(uint)index);
        upper.StoreUnsafe(ref destination, (nuint)(uint)index + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidenHalf(ref byte source, ref ushort destination, int index)
    {
        var half = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, index))).AsByte();
        Vector128.WidenLower(half).StoreUnsafe(ref destination, (nuint)(uint)index);
    }
#endif

    /// <summary>Text as UTF-8; a lone surrogate becomes U+FFFD.</summary>
    public static byte[] FromText(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Writes a code point and says how many bytes it took.</summary>
    public static int Write(int point, Span<byte> destination)
    {
        if (point < 0x80)
        {
            destination[0] = (byte)point;
            return 1;
        }

        if (point < 0x800)
        {
            destination[0] = (byte)(0xC0 | (point >> 6));
            destination[1] = (byte)(0x80 | (point & 0x3F));
            return 2;
        }

        if (point < 0x10000)
        {
            destination[0] = (byte)(0xE0 | (point >> 12));
            destination[1] = (byte)(0x80 | ((point >> 6) & 0x3F));
            destination[2] = (byte)(0x80 | (point & 0x3F));
            return 3;
        }

        destination[0] = (byte)(0xF0 | (point >> 18));
        destination[1] = (byte)(0x80 | ((point >> 12) & 0x3F));
        destination[2] = (byte)(0x80 | ((point >> 6) & 0x3F));
        destination[3] = (byte)(0x80 | (point & 0x3F));
        return 4;
    }
}
