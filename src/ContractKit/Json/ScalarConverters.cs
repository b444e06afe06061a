using System;
using System.Text.Json;

namespace ContractKit.Json;

/// <summary>Strings.</summary>
public sealed class StringConverter : ContractConverter<string>
{
    /// <summary>The converter.</summary>
    public static readonly StringConverter Instance = new();

    /// <inheritdoc/>
    public override string? ReadValue(ref JsonCursor cursor) => cursor.ReadString();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, string value) => output.WriteString(value);
}

/// <summary><c>true</c> and <c>false</c>.</summary>
public sealed class BooleanConverter : ContractConverter<bool>
{
    /// <summary>The converter.</summary>
    public static readonly BooleanConverter Instance = new();

    /// <inheritdoc/>
    public override bool ReadValue(ref JsonCursor cursor) => cursor.ReadBoolean();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, bool value) => output.WriteBoolean(value);
}

/// <summary>Integers of 64 bits.</summary>
public sealed class Int64Converter : ContractConverter<long>
{
    /// <summary>The converter.</summary>
    public static readonly Int64Converter Instance = new();

    /// <inheritdoc/>
    public override long ReadValue(ref JsonCursor cursor) => cursor.ReadInt64();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, long value) => output.WriteInt64(value);
}

/// <summary>Integers of 32 bits.</summary>
public sealed class Int32Converter : ContractConverter<int>
{
    /// <summary>The converter.</summary>
    public static readonly Int32Converter Instance = new();

    /// <inheritdoc/>
    public override int ReadValue(ref JsonCursor cursor) => cursor.ReadInt32();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, int value) => output.WriteInt32(value);
}

/// <summary>Numbers of double precision.</summary>
public sealed class DoubleConverter : ContractConverter<double>
{
    /// <summary>The converter.</summary>
    public static readonly DoubleConverter Instance = new();

    /// <inheritdoc/>
    public override double ReadValue(ref JsonCursor cursor) => cursor.ReadDouble();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, double value) => output.WriteDouble(value);
}

/// <summary>Decimal numbers.</summary>
public sealed class DecimalConverter : ContractConverter<decimal>
{
    /// <summary>The converter.</summary>
    public static readonly DecimalConverter Instance = new();

    /// <inheritdoc/>
    public override decimal ReadValue(ref JsonCursor cursor) => cursor.ReadDecimal();

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, decimal value) => output.WriteDecimal(value);
}

/// <summary>Free-form values.</summary>
public sealed class ElementConverter : ContractConverter<JsonElement>
{
    /// <summary>The converter.</summary>
    public static readonly ElementConverter Instance = new();

    /// <inheritdoc/>
    public override JsonElement ReadValue(ref JsonCursor cursor) => cursor.ReadElement();

    /// <inheritdoc/>
    protected override IContractConverter[] HeldParts => NoParts;

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, JsonElement value) => output.WriteElement(value);
}
