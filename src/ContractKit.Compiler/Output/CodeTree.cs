using System;

namespace ContractKit.Compiler.Output;

/// <summary>A piece of code within another: text as it is, or code whose further lines take a margin.</summary>
/// <param name="content">A string or a tree.</param>
/// <param name="margin">Spaces before each of its lines but the first.</param>
internal readonly struct CodePart(object content, int margin)
{
    public object Content { get; } = content;

    public int Margin { get; } = margin;
}

/// <summary>
/// Code made of pieces, put together once for a whole file: the text of a type goes through half a dozen interpolated strings on its
/// way out, and none of them copies it.
/// </summary>
internal sealed class CodeTree
{
    private readonly CodePart[] _parts;

    /// <summary>Code of those parts, whose last line is known.</summary>
    public CodeTree(CodePart[] parts, CodeLine line)
    {
        _parts = parts;
        Line = line;
        foreach (var part in parts)
        {
            Length += part.Content is string text ? text.Length : ((CodeTree)part.Content).Length;
        }
    }

    /// <summary>Its last line, and whether there are others.</summary>
    public CodeLine Line { get; }

    /// <summary>How many characters it has, the margins of long pieces aside.</summary>
    public int Length { get; }

    /// <summary>The text.</summary>
    public string Render()
    {
        var buffer = CodeBuffer.Take();
        Write(buffer, 0);
        return buffer.Give();
    }

    /// <summary>The text, in pieces.</summary>
    public GeneratedText RenderPieces()
    {
        var buffer = CodeBuffer.Take();
        Write(buffer, 0);
        return buffer.GivePieces();
    }

    private void Write(CodeBuffer buffer, int margin)
    {
        foreach (var part in _parts)
        {
            if (part.Content is string text)
            {
                buffer.Append(text, margin + part.Margin);
            }
            else
            {
                ((CodeTree)part.Content).Write(buffer, margin + part.Margin);
            }
        }
    }
}

/// <summary>What a hole must know of the text before it: how far its line is indented, and whether there is anything on it.</summary>
internal struct CodeLine
{
    private bool _hasText;

    /// <summary>How many spaces the line starts with.</summary>
    public int Indentation { get; private set; }

    /// <summary>Whether there are lines before it.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Whether nothing but spaces stands on it.</summary>
    public readonly bool IsBlank => !_hasText;

    /// <summary>The last line of those parts.</summary>
    public static CodeLine Of(ReadOnlySpan<CodePart> parts)
    {
        var line = default(CodeLine);
        foreach (var part in parts)
        {
            line.Append(part.Content, part.Margin);
        }

        return line;
    }

    /// <summary>Takes note of text that follows.</summary>
    public void Append(object content, int margin)
    {
        if (content is string text)
        {
            Append(text.AsSpan(), margin);
        }
        else
        {
            Append(((CodeTree)content).Line, margin);
        }
    }

    /// <summary>Takes note of text that follows.</summary>
    public void Append(ReadOnlySpan<char> text, int margin)
    {
        var start = text.LastIndexOf('\n') + 1;
        if (start > 0)
        {
            HasOthers = true;
            _hasText = false;
            Indentation = start < text.Length ? margin : 0;
        }

        while (!_hasText && start < text.Length)
        {
            if (text[start] == ' ')
            {
                Indentation++;
                start++;
            }
            else
            {
                _hasText = true;
            }
        }
    }

    private void Append(CodeLine last, int margin)
    {
        if (last.HasOthers)
        {
            HasOthers = true;
            _hasText = last._hasText;
            Indentation = last.Indentation + (last._hasText || last.Indentation > 0 ? margin : 0);
        }
        else if (!_hasText)
        {
            Indentation += last.Indentation;
            _hasText = last._hasText;
        }
    }
}
