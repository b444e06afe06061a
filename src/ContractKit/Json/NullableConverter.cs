namespace ContractKit.Json;

/// <summary>A value or <c>null</c>, of a type that has no null of its own.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class NullableConverter<T> : ContractConverter<T?>
    where T : struct
{
    private readonly ContractConverter<T> _value;

    /// <summary>A converter that takes what that one does, and <c>null</c>.</summary>
    public NullableConverter(ContractConverter<T> value) => _value = value;

    /// <inheritdoc/>
    public override T? ReadValue(ref JsonCursor cursor) => cursor.TryReadNull() ? null : _value.ReadValue(ref cursor);

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, T? value)
    {
        if (value is { } present)
        {
            _value.WriteValue(ref output, present);
        }
        else
        {
            output.WriteNull();
        }
    }
}
