using System;
using System.Text;

namespace ContractKit.Compiler.Output;

/// <summary>Characters that nobody changes any more: ASCII a byte each, other text as it is.</summary>
internal sealed class TextPiece : IEquatable<TextPiece>
{
    private readonly byte[]? _ascii;
    private readonly char[]? _text;

    /// <summary>A copy of some characters.</summary>
    public TextPiece(char[] text, int start, int length)
    {
        Length = length;
        if (Encoding.UTF8.GetByteCount(text, start, length) == length)
        {
            _ascii = Encoding.ASCII.GetBytes(text, start, length);
        }
        else
        {
            _text = text.AsSpan(start, length).ToArray();
        }
    }

    /// <summary>How many characters it has.</summary>
    public int Length { get; }

    /// <summary>The character at a place.</summary>
    public char this[int place] => _ascii is not null ? (char)_ascii[place] : _text![place];

    /// <summary>Copies some of them.</summary>
    public void CopyTo(int place, char[] destination, int destinationPlace, int count)
    {
        if (_ascii is not null)
        {
            Encoding.ASCII.GetChars(_ascii, place, count, destination, destinationPlace);
        }
        else
        {
            Array.Copy(_text!, place, destination, destinationPlace, count);
        }
    }

    /// <inheritdoc />
    public bool Equals(TextPiece? other) => other is not null && Length == other.Length && (_ascii is null
        ? other._ascii is null && _text.AsSpan().SequenceEqual(other._text)
        : other._ascii is not null && _ascii.AsSpan().SequenceEqual(other._ascii));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as TextPiece);

    /// <inheritdoc />
    public override int GetHashCode() => Length;
}
