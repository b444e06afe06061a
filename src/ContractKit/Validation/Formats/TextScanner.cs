using System;

namespace ContractKit.Validation;

/// <summary>Takes ASCII grammar apart from left to right, over UTF-8.</summary>
internal ref struct TextScanner
{
    private readonly ReadOnlySpan<byte> _text;
    private int _position;

    public TextScanner(ReadOnlySpan<byte> text)
    {
        _text = text;
        _position = 0;
    }

    /// <summary>Whether everything has been taken.</summary>
    public readonly bool AtEnd => _position == _text.Length;

    /// <summary>The next byte, or 0 at the end.</summary>
    public readonly byte Peek => _position < _text.Length ? _text[_position] : (byte)0;

    /// <summary>What has not been taken.</summary>
    public readonly ReadOnlySpan<byte> Rest => _text.Slice(_position);

    /// <summary>Takes that byte where it stands next.</summary>
    public bool Take(char expected)
    {
        if (_position >= _text.Length || _text[_position] != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Takes one of two bytes: an ASCII letter in either case.</summary>
    public bool TakeLetter(char upper) => Take(upper) || Take((char)(upper | 0x20));

    /// <summary>Takes exactly that many digits.</summary>
    public bool TakeDigits(int count, out int value)
    {
        value = 0;
        if (_text.Length - _position < count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var c = _text[_position + i];
            if (c is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        _position += count;
        return true;
    }

    /// <summary>Takes as many digits as there are, at least one.</summary>
    public bool TakeDigits()
    {
        var start = _position;
        while (_position < _text.Length && _text[_position] is >= (byte)'0' and <= (byte)'9')
        {
            _position++;
        }

        return _position > start;
    }

    /// <summary>Takes up to the first of that byte, or all that is left.</summary>
    public ReadOnlySpan<byte> TakeUntil(char end)
    {
        var rest = Rest;
        var length = rest.IndexOf((byte)end);
        length = length < 0 ? rest.Length : length;
        _position += length;
        return rest.Slice(0, length);
    }
}
