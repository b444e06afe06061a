using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif
using System.Text;

namespace ContractKit.Json;

/// <summary>Writes text as a JSON string: only what must be escaped is (RFC 8259, section 7).</summary>
internal static class JsonEscape
{
    /// <summary>The text between quotes, with something behind it.</summary>
    public static byte[] Quoted(string text, string suffix)
    {
        Span<byte> escape = stackalloc byte[6];
        var quoted = new StringBuilder(text.Length + 2 + suffix.Length).Append('"');
        foreach (var c in text)
        {
            if (c is >= ' ' and not '"' and not '\\')
            {
                quoted.Append(c);
                continue;
            }

            var length = Write(c, escape);
            for (var i = 0; i < length; i++)
            {
                quoted.Append((char)escape[i]);
            }
        }

        return JsonUtf8.FromText(quoted.Append('"').Append(suffix).ToString());
    }

    /// <summary>Writes text up to the first character that is not ASCII or must be escaped, and says how many characters that are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Room for as many bytes.</param>
    public static int WritePlain(ReadOnlySpan<char> text, Span<byte> destination)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(destination);
        var done = 0;
#if NET8_0_OR_GREATER
        if (text.Length >= 8)
        {
            while (done <= text.Length - 16)
            {
                var lower = Vector128.LoadUnsafe(ref source, (nuint)(uint)done);
                var upper = Vector128.LoadUnsafe(ref source, (nuint)(uint)done + 8);
                if ((Special(lower) | Special(upper)) != Vector128<ushort>.Zero)
                {
                    break;
                }

                Vector128.Narrow(lower, upper).StoreUnsafe(ref target, (nuint)(uint)done);
                done += 16;
            }

            // The last eight overlap what is done already; so do the eight before, where more than that is left.
            while (done < text.Length)
            {
                var start = Math.Min(done, text.Length - 8);
                var block = Vector128.LoadUnsafe(ref source, (nuint)(uint)start);
                if (Special(block) != Vector128<ushort>.Zero)
                {
                    break;
                }

                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, start), Vector128.Narrow(block, block).AsUInt64().ToScalar());
                done = start + 8;
            }
        }
#endif
        while (done < text.Length)
        {
            var c = Unsafe.Add(ref source, done);
            if (c - (uint)' ' >= 0x7F - ' ' || c == '"' || c == '\\')
            {
                break;
            }

            Unsafe.Add(ref target, done) = (byte)c;
            done++;
        }

        return done;
    }

    /// <summary>Writes text with its quotes and backslashes escaped, up to the first other character that is not ASCII or must be escaped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Room for twice as many bytes.</param>
    /// <param name="written">How many bytes were written.</param>
    /// <returns>How many characters that are.</returns>
    public static int WriteQuotes(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
#if NET8_0_OR_GREATER
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(destination);
        var done = 0;
        written = 0;
        while (done <= text.Length - 8)
        {
            // All eight are stored; what is not plain is written over.
            var block = Vector128.LoadUnsafe(ref source, (nuint)(uint)done);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, written), Vector128.Narrow(block, block).AsUInt64().ToScalar());
            var special = Special(block).ExtractMostSignificantBits();
            var plain = special == 0 ? 8 : BitOperations.TrailingZeroCount(special);
            done += plain;
            written += plain;
            if (special != 0 && !TryEscapeQuote(Unsafe.Add(ref source, done), ref target, ref done, ref written))
            {
                return done;
            }
        }

        while (done < text.Length)
        {
            uint c = Unsafe.Add(ref source, done);
            if (c - ' ' < 0x7F - ' ' && c != '"' && c != '\\')
            {
                Unsafe.Add(ref target, written++) = (byte)c;
                done++;
            }
            else if (!TryEscapeQuote(c, ref target, ref done, ref written))
            {
                return done;
            }
        }

        return done;
#else
        return written = WritePlain(text, destination);
#endif
    }

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryEscapeQuote(uint c, ref byte target, ref int done, ref int written)
    {
        if (c != '"' && c != '\\')
        {
            return false;
        }

        Unsafe.Add(ref target, written) = (byte)'\\';
        Unsafe.Add(ref target, written + 1) = (byte)c;
        written += 2;
        done++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Special(Vector128<ushort> text) =>
        Vector128.GreaterThan(text - Vector128.Create((ushort)' '), Vector128.Create((ushort)(0x7E - ' ')))
        | Vector128.Equals(text, Vector128.Create((ushort)'"'))
        | Vector128.Equals(text, Vector128.Create((ushort)'\\'));
#endif

    /// <summary>Writes the escape of a quote, a backslash or a control character, and says how many bytes it took.</summary>
    public static int Write(char c, Span<byte> destination)
    {
        destination[0] = (byte)'\\';
        var mark = c switch
        {
            '"' or '\\' => (byte)c,
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        destination[1] = mark;
        if (mark != 'u')
        {
            return 2;
        }

        destination[2] = (byte)'0';
        destination[3] = (byte)'0';
        destination[4] = (byte)('0' + (c >> 4));
        destination[5] = "0123456789abcdef"u8[c & 15];
        return 6;
    }

    /// <summary>Whether half of a surrogate pair stands in the text: UTF-8 cannot hold it.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return true;
                }

                i++;
            }
        }

        return false;
    }
}
