using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Output;

/// <summary>Puts a text together from code, in an array that the thread uses again.</summary>
internal sealed class CodeWriter
{
    [ThreadStatic]
    private static CodeWriter? s_kept;

    private readonly List<TextPiece> _pieces = [];
    private char[] _text = new char[4096];
    private int _length;
    private bool _lineBegins;

    private CodeWriter()
    {
    }

    /// <summary>A writer that has nothing written.</summary>
    public static CodeWriter Take()
    {
        var writer = s_kept ?? new CodeWriter();
        s_kept = null;
        writer._length = 0;
        writer._lineBegins = false;
        return writer;
    }

    /// <summary>The text; the writer goes to whoever needs one next.</summary>
    public string Give()
    {
        if (_pieces.Count > 0)
        {
            return GivePieces().ToString();
        }

        s_kept = this;
        return new string(_text, 0, _length);
    }

    /// <summary>The text in pieces; the writer goes to whoever needs one next.</summary>
    public GeneratedText GivePieces()
    {
        var length = (_pieces.Count * GeneratedText.PieceLength) + _length;
        if (_length > 0)
        {
            _pieces.Add(new TextPiece(_text, 0, _length));
        }

        var pieces = _pieces.ToArray();
        _pieces.Clear();
        s_kept = this;
        return new GeneratedText(EquatableArray<TextPiece>.Wrap(pieces), length);
    }

    /// <summary>Writes code.</summary>
    public CodeWriter Write(Code code)
    {
        Write(code, 0);
        return this;
    }

    /// <summary>Writes code whose lines have a margin.</summary>
    public void Write(Code code, int margin)
    {
        if (code.Sequence is { } sequence)
        {
            sequence.Write(this, margin);
        }
        else if (code.IsTree)
        {
            var tree = code.Tree;
            for (var i = 0; i < tree.Count; i++)
            {
                // Looked up anew each time: a sequence makes code while it is written.
                var part = code.PartAt(tree.First + i);
                Write(part.Code, margin + part.Margin);
            }
        }
        else
        {
            Write(code.Text, margin);
        }
    }

    /// <summary>Writes text whose lines have a margin. A blank line has none, and a line that begins where a piece ends has that of the piece that goes on.</summary>
    public void Write(ReadOnlySpan<char> text, int margin)
    {
        if (margin == 0)
        {
            Append(text);
            _lineBegins = text.Length == 0 ? _lineBegins : text[text.Length - 1] == '\n';
            return;
        }

        while (text.Length > 0)
        {
            if (_lineBegins && text[0] != '\n')
            {
                Reserve(margin);
                _text.AsSpan(_length, margin).Fill(' ');
                _length += margin;
            }

            var end = text.IndexOf('\n') + 1;
            _lineBegins = end > 0;
            end = end == 0 ? text.Length : end;
            Append(text.Slice(0, end));
            text = text.Slice(end);
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_length >= GeneratedText.PieceLength)
        {
            Cut();
        }

        while (text.Length > GeneratedText.PieceLength - _length)
        {
            var some = GeneratedText.PieceLength - _length;
            Reserve(some);
            text.Slice(0, some).CopyTo(_text.AsSpan(_length));
            _length += some;
            text = text.Slice(some);
            Cut();
        }

        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Makes a piece of what has the length of one.</summary>
    private void Cut()
    {
        _pieces.Add(new TextPiece(_text, 0, GeneratedText.PieceLength));
        _length -= GeneratedText.PieceLength;
        Array.Copy(_text, GeneratedText.PieceLength, _text, 0, _length);
    }

    private void Reserve(int more)
    {
        if (_length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_length + more, _text.Length * 2));
        }
    }
}
