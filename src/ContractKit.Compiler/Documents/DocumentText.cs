using System;
using System.Collections.Generic;

namespace ContractKit.Compiler.Documents;

/// <summary>The text of one file and where it came from. Two are equal when path and text are.</summary>
public sealed class DocumentText : IEquatable<DocumentText>
{
    private int[]? _lineStarts;

    /// <summary>Text as the compiler was handed it; <paramref name="path"/> as MSBuild gave it.</summary>
    public DocumentText(string path, string text)
    {
        GivenPath = path;
        Path = DocumentPath.Normalize(path);
        Text = text;
    }

    /// <summary>The path as it was given: by it a host finds the file again.</summary>
    public string GivenPath { get; }

    /// <summary>The file's path, as <see cref="DocumentPath.Normalize"/> spells it.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Line and character of a position, both from 0. Lines end where Roslyn says they do: CR, LF, CRLF, U+0085, U+2028, U+2029.</summary>
    public LinePosition PositionOf(int offset)
    {
        var starts = _lineStarts ??= FindLineStarts(Text);
        var found = Array.BinarySearch(starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new LinePosition(line, offset - starts[line]);
    }

    /// <inheritdoc />
    public bool Equals(DocumentText? other) =>
        ReferenceEquals(this, other) || (other is not null && GivenPath == other.GivenPath && Text == other.Text);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as DocumentText);

    /// <inheritdoc />
    public override int GetHashCode() => unchecked((Path.GetHashCode() * 31) + Text.Length);

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\r' or '\n' or '\u0085' or '\u2028' or '\u2029':
                    starts.Add(i + 1);
                    break;
            }
        }

        return [.. starts];
    }
}
