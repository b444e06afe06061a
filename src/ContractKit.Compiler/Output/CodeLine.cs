using System;

namespace ContractKit.Compiler.Output;

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

    /// <summary>A line that ends a text of several, with something on it.</summary>
    public static CodeLine OfMany { get; } = new() { HasOthers = true, _hasText = true };

    /// <summary>The last line of those parts.</summary>
    public static CodeLine Of(ReadOnlySpan<CodePart> parts)
    {
        var line = default(CodeLine);
        foreach (var part in parts)
        {
            line.Append(part.Code, part.Margin);
        }

        return line;
    }

    /// <summary>Takes note of code that follows.</summary>
    public void Append(Code code, int margin)
    {
        if (code.IsTree)
        {
            Append(code.Tree.Line, margin);
        }
        else
        {
            Append(code.Text, margin);
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
