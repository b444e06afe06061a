using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace ContractKit.Compiler.Output;

/// <summary>
/// C# text that is safe to emit. It is made only of text that stands in this repository's own sources and of holes filled by
/// encoders (<see cref="Literal"/>, <see cref="DocComment"/>, <see cref="Model.Names.CSharpName"/>), so that no text of a schema
/// can reach the output unescaped. Code that is made within a <see cref="CodeScope"/> lasts as long as that.
/// </summary>
public readonly struct Code : IEquatable<Code>
{
    // In place of a length.
    private const int IsOfParts = -1;
    private const int IsStillToBeMade = -2;

    // A string; a sequence that is still to be made; or the scope, on whose stack the text stands.
    private readonly object? _content;
    private readonly int _place;
    private readonly int _length;

    private Code(object? content, int place, int length)
    {
        _content = content;
        _place = place;
        _length = length;
    }

    /// <summary>No text. A hole that stands alone on its line and is filled with it takes the line away.</summary>
    public static Code Empty => default;

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _content is null;

    /// <summary>The code of an interpolated string whose holes are typed.</summary>
    public static Code Of(ref CodeHandler text) => text.Finish();

    /// <summary>The pieces that are there, each on lines of its own.</summary>
    public static Code Lines(IEnumerable<Code> pieces) => Join("\n", pieces);

    /// <summary>The pieces that are there, with a blank line between each two.</summary>
    public static Code Paragraphs(IEnumerable<Code> pieces) => Join("\n\n", pieces);

    /// <summary>The pieces that are there, with a comma and a space between each two.</summary>
    public static Code List(IEnumerable<Code> pieces) => Join(", ", pieces);

    /// <summary>The pieces that are there, with a separator of this repository's own between each two.</summary>
    public static Code Join(string separator, IEnumerable<Code> pieces)
    {
        var joined = new CodeHandler(0, 0);
        foreach (var piece in pieces)
        {
            joined.AppendNext(separator, piece);
        }

        return joined.Finish();
    }

    /// <summary>What is made of each item, as far as it is there, on lines of its own.</summary>
    public static Code Lines<T>(IEnumerable<T> items, Func<T, Code> piece) => Join("\n", items, piece);

    /// <summary>What is made of each item, as far as it is there, with a blank line between each two.</summary>
    public static Code Paragraphs<T>(IEnumerable<T> items, Func<T, Code> piece) => Join("\n\n", items, piece);

    /// <summary>What is made of each item, as far as it is there, with a comma and a space between each two.</summary>
    public static Code List<T>(IEnumerable<T> items, Func<T, Code> piece) => Join(", ", items, piece);

    /// <summary>What is made of each item, as far as it is there, with a separator of this repository's own between each two.</summary>
    public static Code Join<T>(string separator, IEnumerable<T> items, Func<T, Code> piece)
    {
        var joined = new CodeHandler(0, 0);
        foreach (var item in items)
        {
            joined.AppendNext(separator, piece(item));
        }

        return joined.Finish();
    }

    /// <summary>The code where the condition holds, else nothing.</summary>
    public static Code When(bool condition, Code code) => condition ? code : Empty;

    /// <summary>The code of an interpolated string where the condition holds, else nothing.</summary>
    public static Code When(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref ConditionalCode text) => condition ? text.Finish() : Empty;

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The scope in which the code was made has ended.</exception>
    public override string ToString() => _content as string ?? (IsEmpty ? "" : CodeWriter.Take().Write(this).Give());

    /// <summary>The same code, which lasts beyond its scope.</summary>
    /// <exception cref="InvalidOperationException">The scope in which the code was made has ended.</exception>
    internal Code Kept() => IsKept ? this : Encoded(ToString());

    /// <summary>Whether the code lasts beyond its scope.</summary>
    internal bool IsKept => _content is null or string;

    /// <summary>The text of a file that is nothing but this code.</summary>
    internal GeneratedText ToFile() => CodeWriter.Take().Write(this).GivePieces();

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

    /// <summary>Whether it has several lines.</summary>
    internal bool HasLines => IsTree ? Tree.Line.HasOthers : Text.IndexOf('\n') >= 0;

    /// <summary>How many characters it has, the margins of long pieces aside.</summary>
    internal int Length => IsTree ? Tree.Length : Text.Length;

    /// <summary>For encoders alone: text that has been made safe for one place of the output.</summary>
    internal static Code Encoded(string text) => text.Length == 0 ? default : new(text, 0, 0);

    /// <summary>For encoders alone: text that has been made safe for one place of the output, between delimiters.</summary>
    internal static Code Encoded(string before, string text, string after) => CodeStack.Current.Keep(before, text, after);

    /// <summary>Text that stands on a scope's stack.</summary>
    internal static Code OfText(CodeScope scope, int place, int length) => new(scope, place, length);

    /// <summary>A tree that stands on a scope's stack.</summary>
    internal static Code OfTree(CodeScope scope, int place) => new(scope, place, IsOfParts);

    /// <summary>Code that is made while it is written.</summary>
    internal static Code Of(CodeSequence sequence) => new(sequence, 0, IsStillToBeMade);

    /// <summary>Whether it has parts, or will have.</summary>
    internal bool IsTree => _length < 0;

    /// <summary>The tree that it is.</summary>
    internal CodeTree Tree => Sequence is null ? ((CodeScope)_content!).Stack.TreeAt(_place) : CodeSequence.Tree;

    /// <summary>A part of the tree that it is.</summary>
    internal CodePart PartAt(int place) => ((CodeScope)_content!).Stack.Finished.PartAt(place);

    /// <summary>The sequence that it is, or null.</summary>
    internal CodeSequence? Sequence => _length == IsStillToBeMade ? (CodeSequence)_content! : null;

    /// <summary>The text, where it has no parts.</summary>
    internal ReadOnlySpan<char> Text => _content switch
    {
        null => default,
        string text => text.AsSpan(),
        _ => ((CodeScope)_content).Stack.Finished.TextAt(_place, _length),
    };
}
