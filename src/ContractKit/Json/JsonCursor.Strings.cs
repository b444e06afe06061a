using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContractKit.Json;

public ref partial struct JsonCursor
{
    /// <summary>Reads a string.</summary>
    public string? ReadString()
    {
        if (Peek() == '"')
        {
            ref var json = ref MemoryMarshal.GetReference(_json);
            var length = _json.Length;
            var start = _index + 1;
            var end = JsonScan.PlainEnd(ref json, start, length);
            if (end < length && Unsafe.Add(ref json, end) == '"')
            {
                _index = end + 1;
                return JsonUtf8.AsciiToText(ref Unsafe.Add(ref json, start), end - start);
            }

            return ReadStringFrom(end);
        }

        FailKind(JsonKind.String);
        return null;
    }

    /// <summary>Reads the string whose opening quote stands here, and of which the bytes up to that place are known to be plain.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private string? ReadStringFrom(int plain)
    {
        var start = _index + 1;
#if NET8_0_OR_GREATER
        var behind = start;
        if (JsonDecoder.Decode(_json, ref behind) is { } decoded)
        {
            _index = behind;
            return decoded;
        }
#endif
        var end = plain;
        if (!FindEnd(ref end, out var escaped))
        {
            return null;
        }

        _index = end + 1;
        var text = _json.Slice(start, end - start);
        return JsonUtf8.ToText(escaped ? JsonUnescape.Once(text) : text);
    }

    /// <summary>Reads a string as UTF-8.</summary>
    /// <param name="utf8">The text without escapes, valid until the next call that the same thread makes on any cursor.</param>
    public bool ReadStringUtf8(out ReadOnlySpan<byte> utf8)
    {
        if (!ReadStringRaw(out utf8, out var escaped))
        {
            return false;
        }

        if (escaped)
        {
            utf8 = JsonUnescape.Once(utf8);
        }

        return true;
    }

    /// <summary>Reads a string as it is written, which is a part of the text walked.</summary>
    /// <param name="raw">What stands between the quotes, checked.</param>
    /// <param name="escaped">Whether escapes are among it.</param>
    public bool ReadStringRaw(out ReadOnlySpan<byte> raw, out bool escaped)
    {
        if (Peek() != '"')
        {
            raw = default;
            escaped = false;
            return FailKind(JsonKind.String);
        }

        return ReadText(out raw, out escaped);
    }

    /// <summary>Reads the string whose opening quote stands here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadText(out ReadOnlySpan<byte> text, out bool escaped)
    {
        var start = _index + 1;
        var end = JsonScan.PlainEnd(ref MemoryMarshal.GetReference(_json), start, _json.Length);
        if (end < _json.Length && Unsafe.Add(ref MemoryMarshal.GetReference(_json), end) == '"')
        {
            escaped = false;
        }
        else if (!FindEnd(ref end, out escaped))
        {
            text = default;
            return false;
        }

        text = _json.Slice(start, end - start);
        _index = end + 1;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool FindEnd(ref int end, out bool escaped)
    {
        end = JsonScan.StringEnd(ref MemoryMarshal.GetReference(_json), end, _json.Length, out escaped, out var fault);
        if (fault == JsonFaultKind.None)
        {
            return true;
        }

        FailAt(end, fault);
        return false;
    }
}
