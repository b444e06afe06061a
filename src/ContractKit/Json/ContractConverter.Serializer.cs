using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ContractKit.Json;

/// <content>What System.Text.Json calls.</content>
public abstract partial class ContractConverter<T>
{
    /// <inheritdoc/>
    /// <remarks>So that <c>null</c> for a whole document is refused here as it is everywhere else.</remarks>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">
    /// The JSON does not keep its schema; the inner exception is the <see cref="ContractViolationException"/>. ASP.NET Core answers 400 for no other exception than this one.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A property that System.Text.Json knows to be nullable, in somebody's own class, is that class's affair.
        if (reader.TokenType == JsonTokenType.Null && default(T) is null && reader.CurrentDepth > 0)
        {
            return default;
        }

        if (TryTake(ref reader, out var json))
        {
            return ReadOrThrow(json);
        }

        using var document = JsonDocument.ParseValue(ref reader);
        json = JsonElements.Raw(document.RootElement);
        return json.IsEmpty ? throw Refusal([new ContractViolation("", "", "The JSON is not UTF-8.")]) : ReadOrThrow(json);
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value is null && default(T) is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteTo(writer, value);
        }
    }

    /// <summary>The bytes of the value at which the reader stands, where the reader has them in one piece; the reader moves to the value's end.</summary>
    private static bool TryTake(ref Utf8JsonReader reader, out ReadOnlySpan<byte> json)
    {
        // Only a reader over a sequence has a position that points into one.
        json = default;
        if (reader.HasValueSequence || reader.Position.GetObject() is not null)
        {
            return false;
        }

        var first = reader.ValueSpan;
        var start = reader.TokenStartIndex;
        var quotes = reader.TokenType == JsonTokenType.String ? 1 : 0;
        var ahead = reader;
        if (!ahead.TrySkip())
        {
            return false;
        }

        var length = (int)(ahead.BytesConsumed - start);
#if NET8_0_OR_GREATER
        json = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Subtract(ref MemoryMarshal.GetReference(first), quotes), length);
        reader = ahead;
        return true;
#else
        // Without spans over references the bytes are copied; first and its neighbours are one block, which need not be pinned for that.
        var copy = new byte[length];
        Unsafe.CopyBlockUnaligned(ref copy[0], ref Unsafe.Subtract(ref MemoryMarshal.GetReference(first), quotes), (uint)length);
        json = copy;
        reader = ahead;
        return true;
#endif
    }

    private T? ReadOrThrow(ReadOnlySpan<byte> json)
    {
        if (TryParse(json, out var value))
        {
            return value;
        }

        throw Refusal(Violations(json));
    }

    private static JsonException Refusal(IReadOnlyList<ContractViolation> violations)
    {
        var exception = new ContractViolationException(violations);
        return new JsonException(exception.Message, exception);
    }
}
