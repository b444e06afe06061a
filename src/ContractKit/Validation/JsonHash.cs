using System;
using System.Buffers.Binary;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>Hashes of JSON values, equal for equal values, from a seed that differs from process to process, so that nobody can prepare values whose hashes are the same. Never 0.</summary>
internal static class JsonHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private static readonly ulong s_seed = unchecked(((ulong)Guid.NewGuid().GetHashCode() << 32) ^ (uint)Guid.NewGuid().GetHashCode());

    /// <summary>The hash of a string's bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            var hash = s_seed ^ ((ulong)text.Length * Multiplier);
            while (text.Length >= 8)
            {
                hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(text));
                text = text.Slice(8);
            }

            var last = 0UL;
            for (var i = 0; i < text.Length; i++)
            {
                last = (last << 8) | text[i];
            }

            hash = Mix(hash, last);
            return hash == 0 ? 1 : hash;
        }
    }

    /// <summary>The hash of the value that stands next, which is consumed. Numbers are hashed by value, objects whatever the order of their members.</summary>
    public static ulong Of(ref JsonCursor cursor)
    {
        unchecked
        {
            var kind = cursor.Kind;
            var hash = Mix(s_seed, (ulong)kind);
            switch (kind)
            {
                case JsonKind.String:
                    cursor.ReadStringUtf8(out var text);
                    return Mix(hash, Of(text)) | 1;
                case JsonKind.Number:
                    cursor.ReadNumber(out var number);
                    return Mix(hash, OfNumber(number)) | 1;
                case JsonKind.Array:
                    cursor.StartArray();
                    while (cursor.NextItem())
                    {
                        hash = Mix(hash, Of(ref cursor));
                    }

                    return hash | 1;
                case JsonKind.Object:
                    var sum = 0UL;
                    cursor.StartObject();
                    while (cursor.NextMember(out var name))
                    {
                        var nameHash = Of(name);
                        sum += Mix(nameHash, Of(ref cursor));
                    }

                    return Mix(hash, sum) | 1;
                default:
                    cursor.Skip();
                    return hash | 1;
            }
        }
    }

    private static ulong OfNumber(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var number = DecimalText.Of(text);
        var hash = unchecked((ulong)number.Exponent) ^ (number.Negative ? Multiplier : 0);
        var digits = number.Digits();
        for (var digit = digits.Next(); digit >= 0; digit = digits.Next())
        {
            hash = unchecked((hash * 31) + (ulong)digit);
            hash = (hash << 7) | (hash >> 57);
        }

        return hash;
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        unchecked
        {
            hash ^= value;
            hash *= Multiplier;
            hash ^= hash >> 29;
            hash *= 0xBF58476D1CE4E5B9;
            return hash ^ (hash >> 32);
        }
    }
}
