using System;
using System.Collections.Generic;
using System.Text;

namespace ContractKit.Tests.Json;

/// <summary>Texts that are JSON, nearly JSON or not at all, the same ones for the same seed.</summary>
internal sealed class JsonMutation(int seed)
{
    private static readonly string[] Scalars =
    [
        "true", "false", "null", "0", "-0", "1", "-1.5", "1e400", "1E-5", "123456789012345678901234567890", "0.10", "1e2", "9007199254740993",
        "\"\"", "\"a\"", "\"sixteen and more characters\"", "\"\\n\"", "\"\\u00e9\\ud83d\\ude00\"", "\"é€😀 and then plain text\"", "\"\\\"quoted\\\\\"",
    ];

    private static readonly string[] Pieces =
    [
        "\"", "\\", "\\u", "\\ud800", "\\udc00", "{", "}", "[", "]", ":", ",", " ", "\t", "\r\n", "-", "+", ".", "e", "E", "0", "9", "t", "n", "/", "//", "/*", "\u0000",
        "\u001f", "\u007f", "\u0080", "\uFEFF", "😀", "NaN", "'",
    ];

    private static readonly byte[] Bytes = [0x00, 0x1F, 0x20, 0x22, 0x5C, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF];

    private readonly Random _random = new(seed);
    private readonly List<byte> _text = new(512);

    /// <summary>The next text, valid until the one after it.</summary>
    public ReadOnlySpan<byte> Next()
    {
        _text.Clear();
        Value(_random.Next(5));
        for (var mutations = _random.Next(4); mutations > 0 && _text.Count > 0; mutations--)
        {
            Mutate();
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_text);
    }

    private void Value(int depth)
    {
        Space();
        var kind = depth == 0 ? 2 : _random.Next(4);
        if (kind == 0)
        {
            _text.Add((byte)'{');
            for (int i = 0, count = _random.Next(5); i < count; i++)
            {
                Separate(i);
                Add(Scalars[13 + _random.Next(Scalars.Length - 13)]);
                Space();
                _text.Add((byte)':');
                Value(depth - 1);
            }

            Space();
            _text.Add((byte)'}');
        }
        else if (kind == 1)
        {
            _text.Add((byte)'[');
            for (int i = 0, count = _random.Next(5); i < count; i++)
            {
                Separate(i);
                Value(depth - 1);
            }

            Space();
            _text.Add((byte)']');
        }
        else
        {
            Add(Scalars[_random.Next(Scalars.Length)]);
        }

        Space();
    }

    private void Separate(int index)
    {
        if (index > 0)
        {
            _text.Add((byte)',');
            Space();
        }
    }

    private void Space()
    {
        if (_random.Next(8) == 0)
        {
            Add(new[] { " ", "\n", "\t  ", "\r\n    " }[_random.Next(4)]);
        }
    }

    private void Mutate()
    {
        var place = _random.Next(_text.Count);
        switch (_random.Next(7))
        {
            case 0:
                _text.RemoveAt(place);
                break;
            case 1:
                _text[place] = Bytes[_random.Next(Bytes.Length)];
                break;
            case 2:
                _text[place] = (byte)_random.Next(256);
                break;
            case 3:
                _text.InsertRange(place, Encoding.UTF8.GetBytes(Pieces[_random.Next(Pieces.Length)]));
                break;
            case 4:
                _text.RemoveRange(place, _text.Count - place);
                break;
            case 5:
                _text.RemoveRange(place, Math.Min(_random.Next(1, 12), _text.Count - place));
                break;
            default:
                var from = _random.Next(_text.Count);
                var copied = _text.GetRange(from, Math.Min(_random.Next(1, 12), _text.Count - from));
                _text.InsertRange(place, copied);
                break;
        }
    }

    private void Add(string text) => _text.AddRange(Encoding.UTF8.GetBytes(text));
}
