using System;
using System.Runtime.InteropServices;

namespace ContractKit.Json;

/// <summary>Takes JSON's escapes (RFC 8259, section 7) out of a string that has been checked.</summary>
internal static class JsonUnescape
{
    [ThreadStatic]
    private static byte[]? s_scratch;

    /// <summary>The text without its escapes, in memory of the calling thread that the next call overwrites.</summary>
    public static ReadOnlySpan<byte> Once(ReadOnlySpan<byte> escaped)
    {
        var scratch = s_scratch;
        if (scratch is null || scratch.Length < escaped.Length)
        {
            scratch = new byte[Math.Max(256, (int)Math.Min(escaped.Length * 2L, 0x7FFFFFC7))];

            // What one hostile string took is not kept for the life of the thread.
            if (scratch.Length <= 1 << 20)
            {
                s_scratch = scratch;
            }
        }

        return scratch.AsSpan(0, Into(escaped, scratch));
    }

    /// <summary>Writes the text without its escapes, which is never longer, and says how long it is.</summary>
    public static int Into(ReadOnlySpan<byte> escaped, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = escaped.IndexOf((byte)'\\');
            if (plain < 0)
            {
                escaped.CopyTo(destination.Slice(written));
                return written + escaped.Length;
            }

            escaped.Slice(0, plain).CopyTo(destination.Slice(written));
            written += plain;
            escaped = escaped.Slice(plain);
            var mark = escaped[1];
            if (mark != 'u')
            {
                destination[written++] = mark switch
                {
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    _ => mark,
                };
                escaped = escaped.Slice(2);
                continue;
            }

            ref var first = ref MemoryMarshal.GetReference(escaped);
            var point = JsonScan.HexUnit(ref first, 2, escaped.Length);
            var taken = 6;
            if (point is >= 0xD800 and <= 0xDBFF)
            {
                point = 0x10000 + ((point - 0xD800) << 10) + (JsonScan.HexUnit(ref first, 8, escaped.Length) - 0xDC00);
                taken = 12;
            }

            written += JsonUtf8.Write(point, destination.Slice(written));
            escaped = escaped.Slice(taken);
        }
    }
}
