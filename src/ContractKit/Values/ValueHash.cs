using System.ComponentModel;

namespace ContractKit.Values;

/// <summary>Combines hashes, on every target alike.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueHash
{
    private ValueHash(int value) => Value = value;

    /// <summary>The hash so far.</summary>
    public int Value { get; }

    /// <summary>The hash with a value more.</summary>
    public ValueHash And<T>(T value) => new(unchecked((((Value << 5) | (int)((uint)Value >> 27)) * 31) + (value?.GetHashCode() ?? 0)));
}
