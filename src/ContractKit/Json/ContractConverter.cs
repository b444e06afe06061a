using System;
using System.Buffers;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ContractKit.Validation;

namespace ContractKit.Json;

/// <summary>
/// All ways between JSON and a contract type, built on what is generated for it: a reader, a writer and a validator. It is also the converter by which
/// System.Text.Json takes that very code.
/// </summary>
/// <typeparam name="T">The contract type.</typeparam>
public abstract partial class ContractConverter<T> : JsonConverter<T>, IContractConverter
{
    private SchemaEvaluator? _evaluator;
    private bool? _readEnforces;
    private bool? _typeHolds;
    private JsonTypeInfo<T>? _typeInfo;

    /// <summary>For derived classes.</summary>
    protected ContractConverter()
    {
    }

    /// <summary>For <see cref="ReadParts"/> and <see cref="HeldParts"/>: the type has no such parts.</summary>
    protected static IContractConverter[] NoParts { get; } = [];

    /// <summary>
    /// Where <see cref="ReadValue"/> itself checks everything that <see cref="Evaluate"/> does when <see cref="JsonCursor.Enforces"/> is set, so that one
    /// pass is enough if it is for those parts of the value too: their converters. Null where it does not.
    /// </summary>
    protected virtual IContractConverter[]? ReadParts => HeldParts;

    /// <summary>
    /// Where the schema allows whatever the C# type can hold, so that neither what is read nor what is written need be checked further if that goes for
    /// those parts of the value too: their converters. Null where it does not.
    /// </summary>
    protected virtual IContractConverter[]? HeldParts => null;

    /// <summary>Metadata of its own options, for callers without reflection: <c>JsonSerializer.Deserialize(stream, TypeInfo)</c>.</summary>
    public JsonTypeInfo<T> TypeInfo => _typeInfo ??= (JsonTypeInfo<T>)ContractTypeInfoResolver.OptionsFor(this).GetTypeInfo(typeof(T));

    Type IContractConverter.ContractType => typeof(T);

    IContractConverter[]? IContractConverter.ReadParts => ReadParts;

    IContractConverter[]? IContractConverter.HeldParts => HeldParts;

    private bool ReadEnforces => _readEnforces ??= OnePass.IsEnoughFor(this);

    private bool TypeHolds => _typeHolds ??= HeldByType.IsTrueOf(this);

    private SchemaEvaluator Evaluator => _evaluator ??= Evaluate;

    /// <summary>Reads one value, with what the type needs checked: kinds, required members, nulls.</summary>
    public abstract T? ReadValue(ref JsonCursor cursor);

    /// <summary>Writes one value.</summary>
    public abstract void WriteValue(ref JsonOutput output, T value);

    /// <summary>Checks one value against the type's schema, and consumes it.</summary>
    /// <returns>Whether it is valid.</returns>
    public virtual bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation)
    {
        ReadValue(ref cursor);
        return !cursor.Failed;
    }

    /// <summary>The same converter with another validator: that of the schema by which the type is used in one place.</summary>
    public ContractConverter<T> Checked(SchemaEvaluator evaluator) => new CheckedConverter<T>(this, evaluator);

    /// <summary>Reads a document that must keep its schema.</summary>
    /// <exception cref="ContractViolationException">It does not; the exception has up to 100 violations.</exception>
    public T Parse(ReadOnlySpan<byte> utf8Json) =>
        TryParse(utf8Json, out var value) ? value : throw new ContractViolationException(Violations(utf8Json));

    /// <summary>Reads a document that must keep its schema.</summary>
    /// <exception cref="ContractViolationException">It does not; the exception has up to 100 violations.</exception>
    public T Parse(string json)
    {
        using var utf8 = new JsonTextBuffer(json);
        return utf8.IsText ? Parse(utf8.Bytes) : throw new ContractViolationException(utf8.Violations);
    }

    /// <summary>Reads a document that should keep its schema.</summary>
    /// <param name="utf8Json">The document.</param>
    /// <param name="value">What it says, if it is valid.</param>
    /// <param name="violations">Where it does not keep its schema, up to 100 places; empty if it is valid.</param>
    public bool TryParse(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out T? value, out IReadOnlyList<ContractViolation> violations)
    {
        if (TryParse(utf8Json, out value!))
        {
            violations = [];
            return true;
        }

        violations = Violations(utf8Json);
        return false;
    }

    /// <summary>Reads a document that need only have what the type needs: kinds, required members, nulls.</summary>
    /// <param name="utf8Json">The document.</param>
    /// <param name="value">What it says, if it has that.</param>
    /// <param name="violations">The first thing that is missing or wrong; empty if there is none.</param>
    public bool TryRead(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out T? value, out IReadOnlyList<ContractViolation> violations)
    {
        var cursor = new JsonCursor(utf8Json);
        value = ReadValue(ref cursor)!;
        cursor.End();
        if (cursor.Failed)
        {
            value = default;
            violations = [cursor.Fault.ToViolation(utf8Json)];
            return false;
        }

        violations = [];
        return true;
    }

    /// <summary>Whether <see cref="Parse(ReadOnlySpan{byte})"/> would accept that document.</summary>
    public bool IsValid(ReadOnlySpan<byte> utf8Json) => SchemaEvaluation.IsValid(utf8Json, Evaluator, Strictness.Record);

    /// <summary>Whether what this converter has just written keeps the schema; looked at only where the type can hold what the schema does not allow.</summary>
    /// <param name="written">An output with that value and nothing else.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsValidAsWritten(in JsonOutput written) => (TypeHolds && !written.HasElements) || IsValid(written.Written);

    /// <summary>Where that document does not keep its schema, up to 100 places; empty if it is valid.</summary>
    public IReadOnlyList<ContractViolation> Validate(ReadOnlySpan<byte> utf8Json) =>
        IsValid(utf8Json) ? [] : SchemaEvaluation.Validate(utf8Json, Evaluator, Strictness.Record);

    /// <summary>The value as compact UTF-8 JSON.</summary>
    /// <exception cref="ContractViolationException">The value cannot be written: it has half of a surrogate pair, or NaN.</exception>
    public byte[] ToUtf8Json(T value)
    {
        var output = new JsonOutput(256);
        WriteValue(ref output, value);
        var json = output.Written.ToArray();
        output.Dispose();
        return json;
    }

    /// <summary>The value as compact JSON.</summary>
    /// <exception cref="ContractViolationException">The value cannot be written: it has half of a surrogate pair, or NaN.</exception>
    public string ToJson(T value)
    {
        var output = new JsonOutput(256);
        WriteValue(ref output, value);
        var json = JsonUtf8.ToText(output.Written);
        output.Dispose();
        return json;
    }

    /// <summary>Writes the value as compact UTF-8 JSON.</summary>
    /// <exception cref="ContractViolationException">The value cannot be written: it has half of a surrogate pair, or NaN. Nothing has been written then.</exception>
    public void WriteTo(IBufferWriter<byte> writer, T value)
    {
        var output = new JsonOutput(256);
        WriteValue(ref output, value);
        writer.Write(output.Written);
        output.Dispose();
    }

    /// <summary>Writes the value, indented if the writer indents.</summary>
    /// <exception cref="ContractViolationException">The value cannot be written: it has half of a surrogate pair, or NaN. Nothing has been written then.</exception>
    public void WriteTo(Utf8JsonWriter writer, T value)
    {
        var output = new JsonOutput(256);
        WriteValue(ref output, value);
        if (writer.Options.Indented)
        {
            JsonTokens.Copy(output.Written, writer);
        }
        else
        {
            writer.WriteRawValue(output.Written, skipInputValidation: true);
        }

        output.Dispose();
    }

    JsonTypeInfo IContractConverter.CreateTypeInfo(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, this);

    private bool TryParse(ReadOnlySpan<byte> utf8Json, [MaybeNullWhen(false)] out T value)
    {
        var onePass = ReadEnforces;
        if (!onePass && !IsValid(utf8Json))
        {
            value = default;
            return false;
        }

        var cursor = new JsonCursor(utf8Json) { Enforces = onePass };
        value = ReadValue(ref cursor)!; // null only where the type allows it, or after a failure
        cursor.End();
        if (!cursor.Failed)
        {
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>What is wrong with a document that was refused: all that the validator finds, else what stopped the reader.</summary>
    private IReadOnlyList<ContractViolation> Violations(ReadOnlySpan<byte> utf8Json)
    {
        var violations = SchemaEvaluation.Validate(utf8Json, Evaluator, Strictness.Record);
        if (violations.Count > 0)
        {
            return violations;
        }

        var cursor = new JsonCursor(utf8Json) { Enforces = ReadEnforces };
        ReadValue(ref cursor);
        cursor.End();
        return [cursor.Fault.ToViolation(utf8Json)];
    }
}
