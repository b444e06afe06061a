using System.Collections.Generic;
using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>A value of a reference type, or null.</summary>
/// <typeparam name="T">The value's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullConverter<T> : ContractConverter<T?>, IEqualityComparer<T?>
    where T : class
{
    private readonly ContractConverter<T> _value;
    private readonly IEqualityComparer<T> _comparer;

    /// <summary>A converter that takes what that one does, and <c>null</c>.</summary>
    public NullConverter(ContractConverter<T> value)
    {
        _value = value;
        _comparer = ValueEquality.Of(value);
    }

    /// <inheritdoc/>
    public override T? ReadValue(ref JsonCursor cursor) => cursor.TryReadNull() ? null : _value.ReadValue(ref cursor);

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, T? value)
    {
        if (value is null)
        {
            output.WriteNull();
        }
        else
        {
            _value.WriteValue(ref output, value);
        }
    }

    /// <summary>Whether both values are equal, or both null.</summary>
    public bool Equals(T? x, T? y) => x is null ? y is null : y is not null && _comparer.Equals(x, y);

    /// <summary>The value's hash.</summary>
    public int GetHashCode(T? obj) => obj is null ? 0 : _comparer.GetHashCode(obj);
}
