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
    private readonly CodeBuffer _text;
    private bool _lineIsEmptyHole;

    /// <summary>Called by the compiler.</summary>
    public CodeHandler(int literalLength, int formattedCount) => _text = CodeBuffer.Take(literalLength + (formattedCount * 32));

    /// <summary>Called by the compiler for the text between holes.</summary>
    public void AppendLiteral(string text)
    {
        var from = 0;
        if (_lineIsEmptyHole)
        {
            _lineIsEmptyHole = false;
            if (text[0] == '\n')
            {
                _text.Length -= MarginLength();
                from = 1;
            }
        }

        _text.Append(text, from, text.Length - from);
    }

    /// <summary>A hole for code.</summary>
    public void AppendFormatted(Code code)
    {
        var margin = MarginLength();
        if (code.IsEmpty)
        {
            _lineIsEmptyHole = margin == _text.Length - LineStart();
            return;
        }

        var text = code.ToString();
        if (margin == 0 || text.IndexOf('\n') < 0)
        {
            _text.Append(text, 0, text.Length);
            _lineIsEmptyHole = false;
            return;
        }

        var from = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', from))
        {
            _text.Append(text, from, end + 1 - from);
            from = end + 1;

            // A blank line has no margin.
            if (from < text.Length && text[from] != '\n')
            {
                _text.Append(' ', margin);
            }
        }

        _text.Append(text, from, text.Length - from);
        _lineIsEmptyHole = false;
    }

    /// <summary>A hole for an identifier.</summary>
    public void AppendFormatted(CSharpName name) => AppendFormatted(Code.Encoded(name.ToString()));

    /// <summary>A hole for a whole number.</summary>
    public void AppendFormatted(int number) => AppendFormatted(Code.Encoded(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A hole for a whole number.</summary>
    public void AppendFormatted(long number) => AppendFormatted(Code.Encoded(number.ToString(CultureInfo.InvariantCulture)));

    internal readonly string Finish()
    {
        if (_lineIsEmptyHole)
        {
            // An empty hole on the last line: the line goes, and so does the line break before it.
            var start = LineStart();
            _text.Length = start > 0 ? start - 1 : 0;
        }

        return _text.Give();
    }

    private readonly int LineStart()
    {
        var start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n')
        {
            start--;
        }

        return start;
    }

    private readonly int MarginLength()
    {
        var start = LineStart();
        var end = start;
        while (end < _text.Length && _text[end] == ' ')
        {
            end++;
        }

        return end - start;
    }
}
