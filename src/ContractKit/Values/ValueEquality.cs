using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>Equality by value where .NET's is by reference or missing: JSON, bytes, lists and maps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueEquality
{
    /// <summary>Whether both are the same JSON value: objects with their members in any order, numbers by value.</summary>
    public static bool AreEqual(JsonElement? x, JsonElement? y) =>
        x is { } left ? y is { } right && ElementComparer.Instance.Equals(left, right) : y is null;

    /// <summary>Whether both have the same bytes, or are both null.</summary>
    public static bool AreEqual(byte[]? x, byte[]? y) => x is null || y is null ? x == y : x.AsSpan().SequenceEqual(y);

    /// <summary>The comparer of a converter's values: its own, where it brings one.</summary>
    internal static IEqualityComparer<T> Of<T>(ContractConverter<T> converter)
    {
        if (converter is IEqualityComparer<T> own)
        {
            return own;
        }

        if (typeof(T) == typeof(JsonElement))
        {
            return (IEqualityComparer<T>)(object)ElementComparer.Instance;
        }

        return typeof(T) == typeof(byte[]) ? (IEqualityComparer<T>)(object)BytesComparer.Instance : EqualityComparer<T>.Default;
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => AreEqual(x, y);

        public int GetHashCode(byte[] obj) => obj.Length == 0 ? 0 : (obj.Length * 31) + obj[0];
    }
}
