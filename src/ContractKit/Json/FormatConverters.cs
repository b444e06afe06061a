using System;

namespace ContractKit.Json;

/// <summary>Points in time (RFC 3339 <c>date-time</c>).</summary>
public sealed class DateTimeOffsetConverter : ContractConverter<DateTimeOffset>
{
    /// <summary>The converter.</summary>
    public static readonly DateTimeOffsetConverter Instance = new();

    /// <inheritdoc/>
    public override DateTimeOffset ReadValue(ref JsonCursor cursor) => cursor.ReadDateTimeOffset();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, DateTimeOffset value) => output.WriteDateTimeOffset(value);
}

#if NET8_0_OR_GREATER
/// <summary>Dates (RFC 3339 <c>full-date</c>).</summary>
public sealed class DateOnlyConverter : ContractConverter<DateOnly>
{
    /// <summary>The converter.</summary>
    public static readonly DateOnlyConverter Instance = new();

    /// <inheritdoc/>
    public override DateOnly ReadValue(ref JsonCursor cursor) => cursor.ReadDateOnly();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, DateOnly value) => output.WriteDateOnly(value);
}
#endif

/// <summary>Dates (RFC 3339 <c>full-date</c>) as midnight of the day, of no time zone: for targets that have no type of date.</summary>
public sealed class DateConverter : ContractConverter<DateTime>
{
    /// <summary>The converter.</summary>
    public static readonly DateConverter Instance = new();

    /// <inheritdoc/>
    public override DateTime ReadValue(ref JsonCursor cursor) => cursor.ReadDateTime();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, DateTime value) => output.WriteDateTime(value);
}

/// <summary>UUIDs (RFC 4122).</summary>
public sealed class GuidConverter : ContractConverter<Guid>
{
    /// <summary>The converter.</summary>
    public static readonly GuidConverter Instance = new();

    /// <inheritdoc/>
    public override Guid ReadValue(ref JsonCursor cursor) => cursor.ReadGuid();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, Guid value) => output.WriteGuid(value);
}

/// <summary>Bytes in base64 (RFC 4648, section 4).</summary>
public sealed class BytesConverter : ContractConverter<byte[]>
{
    /// <summary>The converter.</summary>
    public static readonly BytesConverter Instance = new();

    /// <inheritdoc/>
    public override byte[]? ReadValue(ref JsonCursor cursor) => cursor.ReadBytes();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, byte[] value) => output.WriteBytes(value);
}
