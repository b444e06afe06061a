using System;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Output;

/// <summary>Text that is being put together, in an array that the thread uses again.</summary>
internal sealed class CodeBuffer
{
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static CodeBuffer? s_kept;

    private char[] _text = new char[4096];
    private int _length;
    private bool _lineBegins;

    private CodeBuffer()
    {
    }

    /// <summary>An empty buffer.</summary>
    public static CodeBuffer Take()
    {
        var buffer = s_kept ?? new CodeBuffer();
        s_kept = null;
        buffer._length = 0;
        buffer._lineBegins = false;
        return buffer;
    }

    /// <summary>The text; the buffer goes to whoever needs one next.</summary>
    public string Give()
    {
        var text = new string(_text, 0, _length);
        Keep();
        return text;
    }

    /// <summary>The text in pieces; the buffer goes to whoever needs one next.</summary>
    public GeneratedText GivePieces()
    {
        var pieces = new TextPiece[(_length + GeneratedText.PieceLength - 1) / GeneratedText.PieceLength];
        for (var i = 0; i < pieces.Length; i++)
        {
            var start = i * GeneratedText.PieceLength;
            pieces[i] = new TextPiece(_text, start, Math.Min(GeneratedText.PieceLength, _length - start));
        }

        var text = new GeneratedText(EquatableArray<TextPiece>.Wrap(pieces), _length);
        Keep();
        return text;
    }

    private void Keep()
    {
        if (_text.Length <= LargestKept)
        {
            s_kept = this;
        }
    }

    /// <summary>Adds text whose lines have a margin. A blank line has none, and a line that begins where a piece ends has that of the piece that goes on.</summary>
    public void Append(string text, int margin)
    {
        if (margin == 0)
        {
            Reserve(text.Length);
            text.CopyTo(0, _text, _length, text.Length);
            _length += text.Length;
            _lineBegins = text.Length == 0 ? _lineBegins : text[text.Length - 1] == '\n';
            return;
        }

        var from = 0;
        while (from < text.Length)
        {
            if (text[from] == '\n')
            {
                Reserve(1);
                _text[_length++] = '\n';
                _lineBegins = true;
                from++;
                continue;
            }

            var end = text.IndexOf('\n', from);
            end = end < 0 ? text.Length : end;
            var count = end - from;
            if (_lineBegins)
            {
                Reserve(margin);
                _text.AsSpan(_length, margin).Fill(' ');
                _length += margin;
            }

            _lineBegins = false;
            Reserve(count);
            text.CopyTo(from, _text, _length, count);
            _length += count;
            from = end;
        }
    }

    private void Reserve(int more)
    {
        if (_length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_length + more, _text.Length * 2));
        }
    }
}
