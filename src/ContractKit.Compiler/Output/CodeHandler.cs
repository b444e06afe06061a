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
    private readonly CodeRoll _open;
    private readonly int _textStart;
    private readonly int _partsStart;

    // Many have one piece only, which need not be copied.
    private Code _only;

    // The line that the parts end with; text behind them may have begun another.
    private CodeLine _partsLine;
    private bool _lineIsEmptyHole;

    /// <summary>Called by the compiler.</summary>
    public CodeHandler(int literalLength, int formattedCount)
    {
        this = default;
        _stack = CodeStack.Current;
        _open = _stack.Open;
        _textStart = _open.Length;
        _partsStart = _open.Count;
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

        AppendText(text);
    }

    /// <summary>A hole for code.</summary>
    public void AppendFormatted(Code code)
    {
        if (code.IsEmpty)
        {
            _lineIsEmptyHole = Line.IsBlank;
            return;
        }

        _lineIsEmptyHole = false;
        if (IsEmpty)
        {
            _only = code;
        }
        else
        {
            Spread();
            Add(code);
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
        AppendText(word);
        _lineIsEmptyHole = false;
    }

    private void AppendText(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (IsEmpty)
        {
            _only = Code.Encoded(text);
            return;
        }

        Spread();
        if (text.Length <= MostCopied)
        {
            _open.Write(text.AsSpan());
        }
        else
        {
            AddPart(Code.Encoded(text), 0);
        }
    }

    /// <summary>Appends a piece that is there as it is, with a separator of this repository's own between it and what there is already.</summary>
    internal void AppendNext(string separator, Code piece)
    {
        if (piece.IsEmpty)
        {
            return;
        }

        if (IsEmpty)
        {
            _only = piece;
            return;
        }

        AppendText(separator);
        Spread();
        AddPlain(piece);
    }

    /// <summary>The code. Of several handlers the one that was begun last ends first.</summary>
    internal Code Finish()
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

        if (!_only.IsEmpty)
        {
            return _only;
        }

        if (_open.Count == _partsStart)
        {
            return TakeText();
        }

        Flush();
        if (_open.Count - _partsStart > 1 || _open.Last.Margin > 0)
        {
            return _stack.KeepParts(_partsStart, _partsLine);
        }

        var only = _open.Last.Code;
        _open.Release(_open.Length, _partsStart);
        return only;
    }

    private readonly bool IsEmpty => _only.IsEmpty && _open.Length == _textStart && _open.Count == _partsStart;

    /// <summary>The line that is being written.</summary>
    private readonly CodeLine Line
    {
        get
        {
            var line = _partsLine;
            if (_only.IsEmpty)
            {
                line.Append(_open.TextFrom(_textStart), 0);
            }
            else
            {
                line.Append(_only, 0);
            }

            return line;
        }
    }

    /// <summary>Adds code whose further lines take the margin of the line that is being written.</summary>
    private void Add(Code code)
    {
        if (code.IsTree)
        {
            AddPart(code, code.Tree.Line.HasOthers ? Line.Indentation : 0);
            return;
        }

        var text = code.Text;
        var margin = text.IndexOf('\n') < 0 ? 0 : Line.Indentation;
        if (text.Length <= MostCopied)
        {
            _open.Write(text, margin);
        }
        else
        {
            AddPart(code, margin);
        }
    }

    /// <summary>Adds code as it is.</summary>
    private void AddPlain(Code code)
    {
        if (!code.IsTree && code.Text is { Length: <= MostCopied } text)
        {
            _open.Write(text);
        }
        else
        {
            AddPart(code, 0);
        }
    }

    private void AddPart(Code code, int margin)
    {
        Flush();
        _open.Push(new CodePart(code, margin));
        _partsLine.Append(code, margin);
    }

    /// <summary>Puts the single piece where further ones can follow it.</summary>
    private void Spread()
    {
        if (!_only.IsEmpty)
        {
            var first = _only;
            _only = default;
            AddPlain(first);
        }
    }

    /// <summary>Makes a part of the text that was copied since the last one.</summary>
    private void Flush()
    {
        if (_open.Length > _textStart)
        {
            _partsLine.Append(_open.TextFrom(_textStart), 0);
            _open.Push(new CodePart(TakeText(), 0));
        }
    }

    /// <summary>Takes the text that was copied since the last part.</summary>
    private readonly Code TakeText()
    {
        var text = _stack.Keep(_open.TextFrom(_textStart));
        _open.Release(_textStart, _open.Count);
        return text;
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
        var copied = Math.Min(characters, _open.Length - _textStart);
        _open.Release(_open.Length - copied, _open.Count);
        characters -= copied;
        if (characters == 0)
        {
            return;
        }

        // It stands in what is kept as a part.
        while (characters > 0)
        {
            // Margins are among the characters.
            var last = _stack.KeepParts(_open.Count - 1, default).ToString();
            var kept = Math.Max(0, last.Length - characters);
            characters -= last.Length - kept;
            if (kept > 0)
            {
                _open.Push(new CodePart(Code.Encoded(last.Substring(0, kept)), 0));
            }
        }

        _partsLine = CodeLine.Of(_open.PartsFrom(_partsStart));
    }
}
