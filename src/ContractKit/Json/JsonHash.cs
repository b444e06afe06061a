using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ContractKit.Json;

/// <summary>SipHash-1-3 (Aumasson and Bernstein, 2012) under a key of this process: who chooses the names cannot choose their hashes.</summary>
internal static class JsonHash
{
    private static readonly ulong s_key0 = RandomKey();
    private static readonly ulong s_key1 = RandomKey();

    /// <summary>The hash of those bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var v0 = s_key0 ^ 0x736f6d6570736575;
        var v1 = s_key1 ^ 0x646f72616e646f6d;
        var v2 = s_key0 ^ 0x6c7967656e657261;
        var v3 = s_key1 ^ 0x7465646279746573;
        var last = (ulong)bytes.Length << 56;
        while (bytes.Length >= 8)
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
            bytes = bytes.Slice(8);
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            last |= (ulong)bytes[i] << (8 * i);
        }

        v3 ^= last;
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= last;
        v2 ^= 0xff;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = Rotate(v1, 13) ^ v0;
        v0 = Rotate(v0, 32);
        v2 += v3;
        v3 = Rotate(v3, 16) ^ v2;
        v0 += v3;
        v3 = Rotate(v3, 21) ^ v0;
        v2 += v1;
        v1 = Rotate(v1, 17) ^ v2;
        v2 = Rotate(v2, 32);
    }

    private static ulong Rotate(ulong value, int by) => (value << by) | (value >> (64 - by));

    private static ulong RandomKey()
    {
        var bytes = new byte[8];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
