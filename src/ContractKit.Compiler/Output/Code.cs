using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace ContractKit.Compiler.Output;

/// <summary>
/// C# text that is safe to emit. It is made only of text that stands in this repository's own sources and of holes filled by
/// encoders (<see cref="Literal"/>, <see cref="DocComment"/>, <see cref="Model.Names.CSharpName"/>), so that no text of a schema
/// can reach the output unescaped.
/// </summary>
public readonly struct Code : IEquatable<Code>
{
    private readonly string? _text;

    private Code(string text) => _text = text;

    /// <summary>No text. A hole that stands alone on its line and is filled with it takes the line away.</summary>
    public static Code Empty => default;

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_text);

    /// <summary>The code of an interpolated string whose holes are typed.</summary>
    public static Code Of(CodeHandler text) => new(text.Finish());

    /// <summary>The pieces that are there, each on lines of its own.</summary>
    public static Code Lines(IEnumerable<Code> pieces) => Join("\n", pieces);

    /// <summary>The pieces that are there, with a blank line between each two.</summary>
    public static Code Paragraphs(IEnumerable<Code> pieces) => Join("\n\n", pieces);

    /// <summary>The pieces that are there, with a comma and a space between each two.</summary>
    public static Code List(IEnumerable<Code> pieces) => Join(", ", pieces);

    /// <summary>The pieces that are there, with a separator of this repository's own between each two.</summary>
    public static Code Join(string separator, IEnumerable<Code> pieces) =>
        new(string.Join(separator, pieces.Where(static piece => !piece.IsEmpty).Select(static piece => piece._text)));

    /// <summary>The code where the condition holds, else nothing.</summary>
    public static Code When(bool condition, Code code) => condition ? code : Empty;

    /// <inheritdoc />
    public override string ToString() => _text ?? "";

    /// <inheritdoc />
    public bool Equals(Code other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Code other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>Whether both are the same text.</summary>
    public static bool operator ==(Code left, Code right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Code left, Code right) => !left.Equals(right);

    /// <summary>For encoders alone: text that has been made safe for one place of the output.</summary>
    internal static Code Encoded(string text) => new(text);
}
