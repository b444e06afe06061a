using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace ContractKit.Compiler.Output;

/// <summary>
/// C# text that is safe to emit. It is made only of text that stands in this repository's own sources and of holes filled by
/// encoders (<see cref="Literal"/>, <see cref="DocComment"/>, <see cref="Model.Names.CSharpName"/>), so that no text of a schema
/// can reach the output unescaped.
/// </summary>
public readonly struct Code : IEquatable<Code>
{
    private readonly object? _text; // a string or a CodeTree

    private Code(object? text) => _text = text;

    /// <summary>No text. A hole that stands alone on its line and is filled with it takes the line away.</summary>
    public static Code Empty => default;

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _text is null;

    /// <summary>The code of an interpolated string whose holes are typed.</summary>
    public static Code Of(CodeHandler text) => new(text.Finish());

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
        var any = false;
        foreach (var piece in pieces)
        {
            if (piece._text is not { } content)
            {
                continue;
            }

            if (any)
            {
                joined.Append(separator, 0);
            }

            joined.Append(content, 0);
            any = true;
        }

        return new(joined.Finish());
    }

    /// <summary>The code where the condition holds, else nothing.</summary>
    public static Code When(bool condition, Code code) => condition ? code : Empty;

    /// <summary>The code of an interpolated string where the condition holds, else nothing.</summary>
    public static Code When(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ConditionalCode text) => condition ? text.Finish() : Empty;

    /// <inheritdoc />
    public override string ToString() => _text switch
    {
        null => "",
        string text => text,
        var tree => ((CodeTree)tree).Render(),
    };

    /// <summary>The text of a file that is nothing but this code.</summary>
    internal GeneratedText ToFile()
    {
        CodeStack.LetGo();
        return (_text as CodeTree ?? new CodeTree([new CodePart(_text ?? "", 0)], default)).RenderPieces();
    }

    /// <inheritdoc />
    public bool Equals(Code other) => ReferenceEquals(_text, other._text) || string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Code other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>Whether both are the same text.</summary>
    public static bool operator ==(Code left, Code right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Code left, Code right) => !left.Equals(right);

    /// <summary>Whether it has several lines.</summary>
    internal bool HasLines => _text is string text ? text.IndexOf('\n') >= 0 : ((CodeTree?)_text)?.Line.HasOthers == true;

    /// <summary>How many characters it has, the margins of long pieces aside.</summary>
    internal int Length => _text is string text ? text.Length : ((CodeTree?)_text)?.Length ?? 0;

    /// <summary>For encoders alone: text that has been made safe for one place of the output.</summary>
    internal static Code Encoded(string text) => new(text.Length == 0 ? null : text);

    /// <summary>For the handler: a string or a tree.</summary>
    internal object? Content => _text;
}
