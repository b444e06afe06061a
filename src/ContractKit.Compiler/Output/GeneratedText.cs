using System;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Output;

/// <summary>
/// The text of a generated file, in pieces. A string of a million characters goes to the garbage collector's heap of large objects, and
/// a few of those make it walk through everything that lives; fifty types share a file, and every edit makes such a text. Texts are also
/// most of what a generator keeps, so that ASCII, which nearly all of it is, is kept a byte a character.
/// </summary>
public sealed class GeneratedText : IEquatable<GeneratedText>
{
    /// <summary>The most characters of a piece: objects from 85,000 bytes on are large.</summary>
    internal const int PieceLength = 32 * 1024;

    // All but the last of full length, so that a place tells its piece.
    private readonly EquatableArray<TextPiece> _pieces;

    internal GeneratedText(EquatableArray<TextPiece> pieces, int length)
    {
        _pieces = pieces;
        Length = length;
    }

    /// <summary>How many characters it has.</summary>
    public int Length { get; }

    /// <summary>The character at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place is not in the text.</exception>
    public char this[int place] => place >= 0 && place < Length
        ? _pieces[place / PieceLength][place % PieceLength]
        : throw new ArgumentOutOfRangeException(nameof(place));

    /// <summary>Copies a part of the text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not in the text, or does not fit in the destination.</exception>
    public void CopyTo(int place, char[] destination, int destinationPlace, int count)
    {
        if (place < 0 || count < 0 || place > Length - count)
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        while (count > 0)
        {
            var piece = _pieces[place / PieceLength];
            var within = place % PieceLength;
            var some = Math.Min(count, piece.Length - within);
            piece.CopyTo(within, destination, destinationPlace, some);
            place += some;
            destinationPlace += some;
            count -= some;
        }
    }

    /// <summary>The whole text, put together.</summary>
    public override string ToString()
    {
        var text = new char[Length];
        CopyTo(0, text, 0, Length);
        return new string(text);
    }

    /// <inheritdoc />
    public bool Equals(GeneratedText? other) => other is not null && Length == other.Length && _pieces == other._pieces;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as GeneratedText);

    /// <inheritdoc />
    public override int GetHashCode() => Length;
}
