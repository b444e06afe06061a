using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output;

/// <summary>
/// Builds <see cref="Code"/> from an interpolated string. A hole of several lines takes the margin of the line it stands on; an
/// empty hole that is alone on its line takes the line away. There is no hole for a <see cref="string"/>, on purpose.
/// </summary>
[InterpolatedStringHandler]
public ref struct CodeHandler
{
    /// <summary>Longer pieces are kept as they are; shorter ones are copied, which takes less room than a note of each of them.</summary>
    private const int MostCopied = 128;

    private static readonly string[] s_numbers = new string[64];

    private readonly CodeStack _stack;
    private readonly int _textStart;
    private readonly int _partsStart;

    // Many have one piece only, which need not be copied.
    private object? _only;

    // The line that the parts end with; text behind them may have begun another.
    private CodeLine _partsLine;
    private bool _lineIsEmptyHole;

    /// <summary>Called by the compiler.</summary>
    public CodeHandler(int literalLength, int formattedCount)
    {
        this = default;
        _stack = CodeStack.Current;
        _textStart = _stack.Length;
        _partsStart = _stack.Count;
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

        Append(text, 0);
    }

    /// <summary>A hole for code.</summary>
    public void AppendFormatted(Code code)
    {
        if (code.Content is { } content)
        {
            Append(content, code.HasLines ? Line.Indentation : 0);
            _lineIsEmptyHole = false;
        }
        else
        {
            _lineIsEmptyHole = Line.IsBlank;
        }
    }

    /// <summary>A hole for an identifier.</summary>
    public void AppendFormatted(CSharpName name) => AppendWord(name.ToString());

    /// <summary>A hole for a whole number.</summary>
    public void AppendFormatted(int number) => AppendWord(number is >= 0 and < 64
        ? s_numbers[number] ??= number.ToString(CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A hole for a whole number.</summary>
    public void AppendFormatted(long number) => AppendWord(number.ToString(CultureInfo.InvariantCulture));

    private void AppendWord(string word)
    {
        Append(word, 0);
        _lineIsEmptyHole = false;
    }

    /// <summary>Appends code or text, whose further lines take a margin.</summary>
    internal void Append(object content, int margin)
    {
        if (content is "")
        {
            return;
        }

        if (IsEmpty)
        {
            _only = content;
            return;
        }

        Spread();
        Add(content, margin);
    }

    /// <summary>The code: a string, a tree, or null for none. Of several handlers the one that was begun last ends first.</summary>
    internal object? Finish()
    {
        if (_lineIsEmptyHole)
        {
            // An empty hole on the last line: the line goes, and so does the line break before it.
            var hasOthers = Line.HasOthers;
            RemoveIndentation();
            if (hasOthers)
            {
                Remove(1);
            }
        }

        if (_only is not null)
        {
            return _only;
        }

        if (_stack.Count == _partsStart)
        {
            return _stack.Length == _textStart ? null : _stack.TakeText(_textStart);
        }

        Flush();
        return _stack.Count - _partsStart == 1 && _stack.Last.Margin == 0
            ? _stack.TakeParts(_partsStart)[0].Content
            : new CodeTree(_stack.TakeParts(_partsStart), _partsLine);
    }

    private readonly bool IsEmpty => _only is null && _stack.Length == _textStart && _stack.Count == _partsStart;

    /// <summary>The line that is being written.</summary>
    private readonly CodeLine Line
    {
        get
        {
            var line = _partsLine;
            if (_only is not null)
            {
                line.Append(_only, 0);
            }
            else
            {
                line.Append(_stack.TextFrom(_textStart), 0);
            }

            return line;
        }
    }

    private void Add(object content, int margin)
    {
        if (content is string { Length: <= MostCopied } text)
        {
            _stack.Write(text.AsSpan(), margin);
            return;
        }

        Flush();
        _stack.Push(new CodePart(content, margin));
        _partsLine.Append(content, margin);
    }

    /// <summary>Puts the single piece where further ones can follow it.</summary>
    private void Spread()
    {
        if (_only is { } first)
        {
            _only = null;
            Add(first, 0);
        }
    }

    /// <summary>Makes a part of the text that was copied since the last one.</summary>
    private void Flush()
    {
        if (_stack.Length > _textStart)
        {
            _partsLine.Append(_stack.TextFrom(_textStart), 0);
            _stack.Push(new CodePart(_stack.TakeText(_textStart), 0));
        }
    }

    /// <summary>Takes away the spaces with which the line begins, on which nothing else stands.</summary>
    private void RemoveIndentation() => Remove(Line.Indentation);

    private void Remove(int characters)
    {
        if (characters == 0)
        {
            return;
        }

        Spread();
        var copied = Math.Min(characters, _stack.Length - _textStart);
        _stack.RemoveText(copied);
        characters -= copied;
        if (characters == 0)
        {
            return;
        }

        // It stands in what is kept as a part.
        while (characters > 0)
        {
            // Margins are among the characters.
            var last = new CodeTree([_stack.Last], default).Render();
            var kept = Math.Max(0, last.Length - characters);
            characters -= last.Length - kept;
            if (kept == 0)
            {
                _stack.RemoveParts(1);
            }
            else
            {
                _stack.Last = new CodePart(last.Substring(0, kept), 0);
            }
        }

        _partsLine = CodeLine.Of(_stack.PartsFrom(_partsStart));
    }
}
