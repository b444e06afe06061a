using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;

namespace ContractKit.Json;

/// <summary>JSON that came as a string, in UTF-8 for as long as it is looked at.</summary>
internal ref struct JsonTextBuffer
{
    private byte[]? _rented;

    /// <summary>Takes a text.</summary>
    public JsonTextBuffer(string json)
    {
        if (json is null)
        {
            throw new ArgumentNullException(nameof(json));
        }

        IsText = !JsonEscape.HasLoneSurrogate(json);
        if (IsText)
        {
            _rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
            Bytes = _rented.AsSpan(0, Encoding.UTF8.GetBytes(json, 0, json.Length, _rented, 0));
        }
    }

    /// <summary>Whether it is Unicode text: without half of a surrogate pair.</summary>
    public bool IsText { get; }

    /// <summary>The text in UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>What is wrong with it if it is not.</summary>
    public readonly IReadOnlyList<ContractViolation> Violations => [new("", "", "The text has half of a surrogate pair: that is no text, and JSON cannot hold it.")];

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = null;
            Bytes = default;
        }
    }
}
