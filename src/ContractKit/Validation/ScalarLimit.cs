using System.ComponentModel;

namespace ContractKit.Validation;

/// <summary>What a record's property asks of a value beside its schema, because of its C# type. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ScalarLimit
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An integer of 64 bits.</summary>
    Int64,

    /// <summary>An integer of 32 bits.</summary>
    Int32,

    /// <summary>A number within the range of IEEE 754 binary64.</summary>
    Double,

    /// <summary>A number that <see cref="decimal"/> holds with all its digits.</summary>
    Decimal,

    /// <summary>A date and time with an offset (RFC 3339).</summary>
    DateTimeOffset,

    /// <summary>A date (RFC 3339).</summary>
    DateOnly,

    /// <summary>A UUID (RFC 4122).</summary>
    Guid,

    /// <summary>Base64 (RFC 4648 section 4).</summary>
    Base64,
}
