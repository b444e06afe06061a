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
    /// <param name="target">Room for as many bytes.</param>
    public static int WritePlain(ReadOnlySpan<char> text, ref byte target)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var done = 0;
#if NET8_0_OR_GREATER
        if (text.Length >= 8)
        {
            // What is not plain in a block is stored with it, and written over.
            for (; done <= text.Length - 16; done += 16)
            {
                var lower = Vector128.LoadUnsafe(ref source, (nuint)(uint)done);
                var upper = Vector128.LoadUnsafe(ref source, (nuint)(uint)done + 8);
                Vector128.Narrow(lower, upper).StoreUnsafe(ref target, (nuint)(uint)done);
                if ((Special(lower) | Special(upper)) != Vector128<ushort>.Zero)
                {
                    return done + BitOperations.TrailingZeroCount(Special(lower).ExtractMostSignificantBits() | (Special(upper).ExtractMostSignificantBits() << 8));
                }
            }

            // The last eight overlap what is done already; so do the eight before, where more than that is left.
            while (done < text.Length)
            {
                var start = Math.Min(done, text.Length - 8);
                var block = Vector128.LoadUnsafe(ref source, (nuint)(uint)start);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, start), Vector128.Narrow(block, block).AsUInt64().ToScalar());
                var special = Special(block);
                if (special != Vector128<ushort>.Zero)
                {
                    return start + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
                }

                done = start + 8;
            }

            return done;
        }

        if (text.Length >= 4)
        {
            // The last four overlap the first.
            var last = text.Length - 4;
            var block = Vector128.Create(
                Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref source)),
                Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, last)))).AsUInt16();
            if (Special(block) == Vector128<ushort>.Zero)
            {
                var bytes = Vector128.Narrow(block, block).AsUInt32();
                Unsafe.WriteUnaligned(ref target, bytes.ToScalar());
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, last), bytes.GetElement(1));
                return text.Length;
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
    /// <param name="target">Room for twice as many bytes, and eight.</param>
    /// <param name="written">How many bytes were written.</param>
    /// <returns>How many characters that are.</returns>
    public static int WriteQuotes(ReadOnlySpan<char> text, ref byte target, out int written)
    {
#if NET8_0_OR_GREATER
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        written = 0;
        var done = 0;
        while (text.Length >= 8 && done < text.Length)
        {
            // The last eight overlap what is done already. A block is looked at once: for what is behind a quote, bytes and marks are shifted.
            var start = Math.Min(done, text.Length - 8);
            var block = Vector128.LoadUnsafe(ref source, (nuint)(uint)start);
            var bytes = Vector128.Narrow(block, block).AsUInt64().ToScalar() >> (8 * (done - start));
            var special = Special(block).ExtractMostSignificantBits() >> (done - start);
            var end = start + 8;
            while (special != 0)
            {
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, written), bytes);
                var plain = BitOperations.TrailingZeroCount(special);
                done += plain;
                written += plain;
                var c = Unsafe.Add(ref source, done);
                if (c is not ('"' or '\\'))
                {
                    return done;
                }

                Unsafe.Add(ref target, written) = (byte)'\\';
                Unsafe.Add(ref target, written + 1) = (byte)c;
                done++;
                written += 2;
                bytes >>= 8 * plain;
                bytes >>= 8;
                special = special >> plain >> 1;
            }

            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, written), bytes);
            written += end - done;
            done = end;
        }

        for (; done < text.Length; done++)
        {
            var c = Unsafe.Add(ref source, done);
            if (c is '"' or '\\')
            {
                Unsafe.Add(ref target, written++) = (byte)'\\';
            }
            else if (c - (uint)' ' >= 0x7F - ' ')
            {
                return done;
            }

            Unsafe.Add(ref target, written++) = (byte)c;
        }

        return done;
#else
        return written = WritePlain(text, ref target);
#endif
    }

#if NET8_0_OR_GREATER
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
