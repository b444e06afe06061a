using System;
using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output;

/// <summary>
/// Builds <see cref="Code"/> from an interpolated string. A hole of several lines takes the margin of the line it stands on; an
/// empty hole that is alone on its line takes the line away. There is no hole for a <see cref="string"/>, on purpose.
/// </summary>
[InterpolatedStringHandler]
public struct CodeHandler
{
    private static readonly string[] s_numbers = new string[64];

    private const int MostJoined = 64;

    private readonly int _most;
    private CodePart[]? _parts;
    private CodePart _first;
    private int _count;
    private CodeLine _line;
    private bool _lineIsEmptyHole;

    /// <summary>Called by the compiler.</summary>
    public CodeHandler(int literalLength, int formattedCount)
    {
        this = default;
        _most = (formattedCount * 2) + 1;
    }

    /// <summary>Called by the compiler for the text between holes.</summary>
    public void AppendLiteral(string text)
    {
        if (_lineIsEmptyHole)
        {
            _lineIsEmptyHole = false;
            if (text[0] == '\n')
            {
                RemoveIndentation();
                text = text.Substring(1);
            }
        }

        Add(text, 0);
    }

    /// <summary>A hole for code.</summary>
    public void AppendFormatted(Code code)
    {
        if (code.Content is { } content)
        {
            Add(content, _line.Indentation);
            _lineIsEmptyHole = false;
        }
        else
        {
            _lineIsEmptyHole = _line.IsBlank;
        }
    }

    /// <summary>A hole for an identifier.</summary>
    public void AppendFormatted(CSharpName name) => AppendFormatted(Code.Encoded(name.ToString()));

    /// <summary>A hole for a whole number.</summary>
    public void AppendFormatted(int number) => AppendFormatted(Code.Encoded(number is >= 0 and < 64
        ? s_numbers[number] ??= number.ToString(CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A hole for a whole number.</summary>
    public void AppendFormatted(long number) => AppendFormatted(Code.Encoded(number.ToString(CultureInfo.InvariantCulture)));

    internal object? Finish()
    {
        if (_lineIsEmptyHole)
        {
            // An empty hole on the last line: the line goes, and so does the line break before it.
            RemoveIndentation();
            if (_line.HasOthers)
            {
                RemoveLast(1);
                _line = CodeLine.Of(_parts.AsSpan(0, _count));
            }
        }

        var code = _count switch
        {
            0 => null,
            1 when _first.Margin == 0 => _first.Content,
            _ => Whole(),
        };
        if (_parts is { } borrowed)
        {
            _parts = null;
            ArrayPool<CodePart>.Shared.Return(borrowed, clearArray: true);
        }

        return code;
    }

    // A few short words are kept as one: that takes less room than a note of each of them.
    private object Whole()
    {
        _parts ??= Borrow();
        var length = 0;
        for (var i = 0; i < _count; i++)
        {
            length += _parts[i].Content is string text && !_line.HasOthers ? text.Length : MostJoined + 1;
        }

        return length <= MostJoined ? Joined(_parts, _count) : new CodeTree(_parts.AsSpan(0, _count).ToArray(), _line);
    }

    private static string Joined(CodePart[] parts, int count)
    {
        switch (count)
        {
            case 1:
                return (string)parts[0].Content;
            case 2:
                return string.Concat((string)parts[0].Content, (string)parts[1].Content);
            case 3:
                return string.Concat((string)parts[0].Content, (string)parts[1].Content, (string)parts[2].Content);
        }

        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = (string)parts[i].Content;
        }

        return string.Concat(texts);
    }

    private readonly CodePart[] Borrow()
    {
        var parts = ArrayPool<CodePart>.Shared.Rent(_most);
        parts[0] = _first;
        return parts;
    }

    private void Add(object content, int margin)
    {
        if (content is not "")
        {
            if (_count == 0)
            {
                // Many have no more than this one.
                _first = new CodePart(content, margin);
                if (_parts is not null)
                {
                    _parts[0] = _first;
                }
            }
            else
            {
                (_parts ??= Borrow())[_count] = new CodePart(content, margin);
            }

            _count++;
            _line.Append(content, margin);
        }
    }

    /// <summary>Takes away the spaces with which the line begins, on which nothing else stands.</summary>
    private void RemoveIndentation()
    {
        RemoveLast(_line.Indentation);
        _line = CodeLine.Of(_parts.AsSpan(0, _count));
    }

    private void RemoveLast(int characters)
    {
        _parts ??= Borrow();
        while (characters > 0)
        {
            var last = _parts[_count - 1].Content as string ?? ((CodeTree)_parts[_count - 1].Content).Render();
            var kept = Math.Max(0, last.Length - characters);
            characters -= last.Length - kept;
            if (kept == 0)
            {
                _count--;
            }
            else
            {
                _parts[_count - 1] = new CodePart(last.Substring(0, kept), _parts[_count - 1].Margin);
            }

            _first = _parts[0];
        }
    }
}
