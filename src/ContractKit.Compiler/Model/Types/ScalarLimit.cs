namespace ContractKit.Compiler.Model.Types;

/// <summary>What a record asks of a value beside its schema, since its C# type holds no more.</summary>
public enum ScalarLimit
{
    /// <summary>An integer from -2^63 up to 2^63 - 1.</summary>
    Int64,

    /// <summary>An integer from -2^31 up to 2^31 - 1.</summary>
    Int32,

    /// <summary>A number within the range of binary64.</summary>
    Double,

    /// <summary>A number within the range of <c>decimal</c>.</summary>
    Decimal,

    /// <summary>An RFC 3339 date-time with year 1 to 9999 and an offset of at most 14 hours.</summary>
    DateTimeOffset,

    /// <summary>An RFC 3339 full-date.</summary>
    DateOnly,

    /// <summary>An RFC 4122 uuid in its 36 characters.</summary>
    Guid,

    /// <summary>RFC 4648 base64 with padding.</summary>
    Base64,
}
