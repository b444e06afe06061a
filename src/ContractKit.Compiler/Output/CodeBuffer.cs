using System;
using System.Collections.Generic;

namespace ContractKit.Compiler.Output;

/// <summary>
/// Text that is being put together. The text of a type goes through half a dozen interpolated strings on its way out, each of which looks back for
/// the start of its last line: a flat array that is used again makes that cheap, where a StringBuilder walks its chunks.
/// </summary>
internal sealed class CodeBuffer
{
    private const int MostKept = 16;
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static Stack<CodeBuffer>? s_kept;

    private char[] _text = new char[1024];

    private CodeBuffer()
    {
    }

    /// <summary>How much text there is; may be made less.</summary>
    public int Length { get; set; }

    /// <summary>One character of it.</summary>
    public char this[int index] => _text[index];

    /// <summary>An empty buffer with room for so many characters.</summary>
    public static CodeBuffer Take(int room)
    {
        var buffer = s_kept is { Count: > 0 } kept ? kept.Pop() : new CodeBuffer();
        buffer.Length = 0;
        buffer.Reserve(room);
        return buffer;
    }

    /// <summary>The text; the buffer goes to whoever needs one next.</summary>
    public string Give()
    {
        var text = new string(_text, 0, Length);
        var kept = s_kept ??= new Stack<CodeBuffer>();
        if (kept.Count < MostKept && _text.Length <= LargestKept)
        {
            kept.Push(this);
        }

        return text;
    }

    /// <summary>Adds a part of a text.</summary>
    public void Append(string text, int start, int count)
    {
        Reserve(count);
        text.CopyTo(start, _text, Length, count);
        Length += count;
    }

    /// <summary>Adds a character so many times.</summary>
    public void Append(char c, int count)
    {
        Reserve(count);
        for (var end = Length + count; Length < end; Length++)
        {
            _text[Length] = c;
        }
    }

    private void Reserve(int more)
    {
        if (Length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(Length + more, _text.Length * 2));
        }
    }
}
