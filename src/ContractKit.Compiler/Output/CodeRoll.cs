using System;

namespace ContractKit.Compiler.Output;

/// <summary>Text and parts of code that are put one behind the other, and taken away from the end.</summary>
internal sealed class CodeRoll
{
    /// <summary>More parts, or trees, are not kept for the next file.</summary>
    public const int MostPartsKept = 1 << 16;

    private const int MostTextKept = 1 << 20;

    private char[] _text = new char[4096];
    private CodePart[] _parts = new CodePart[64];

    /// <summary>How many characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>How many parts there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it has grown too large to be kept.</summary>
    public bool IsLarge => _text.Length > MostTextKept || _parts.Length > MostPartsKept;

    /// <summary>Writes text behind what is there, with a margin before each of its lines but the first. Blank lines have none.</summary>
    public void Write(ReadOnlySpan<char> text, int margin)
    {
        while (margin > 0)
        {
            var end = text.IndexOf('\n') + 1;
            if (end == 0 || end == text.Length)
            {
                break;
            }

            Write(text.Slice(0, end));
            text = text.Slice(end);
            if (text[0] != '\n')
            {
                Reserve(margin);
                _text.AsSpan(Length, margin).Fill(' ');
                Length += margin;
            }
        }

        Write(text);
    }

    /// <summary>Writes text behind what is there.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Some of the text.</summary>
    public ReadOnlySpan<char> TextAt(int start, int length) => _text.AsSpan(start, length);

    /// <summary>The text from a place on.</summary>
    public ReadOnlySpan<char> TextFrom(int start) => _text.AsSpan(start, Length - start);

    /// <summary>Puts parts behind those that are there.</summary>
    public void Push(ReadOnlySpan<CodePart> parts)
    {
        ReserveParts(parts.Length);
        parts.CopyTo(_parts.AsSpan(Count));
        Count += parts.Length;
    }

    /// <summary>Puts a part behind those that are there.</summary>
    public void Push(CodePart part)
    {
        ReserveParts(1);
        _parts[Count++] = part;
    }

    /// <summary>The part at a place.</summary>
    public CodePart PartAt(int place) => _parts[place];

    /// <summary>The last part.</summary>
    public CodePart Last => _parts[Count - 1];

    /// <summary>The parts from a place on.</summary>
    public ReadOnlySpan<CodePart> PartsFrom(int start) => _parts.AsSpan(start, Count - start);

    /// <summary>How many characters the parts from a place on have.</summary>
    public int LengthFrom(int start)
    {
        var length = 0;
        foreach (var part in PartsFrom(start))
        {
            length += part.Code.Length;
        }

        return length;
    }

    /// <summary>Takes away what stands behind those places, if anything does.</summary>
    public void Release(int length, int count)
    {
        Length = Math.Min(Length, length);
        if (Count > count)
        {
            Array.Clear(_parts, count, Count - count);
            Count = count;
        }
    }

    private void Reserve(int more)
    {
        if (Length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(Length + more, _text.Length * 2));
        }
    }

    private void ReserveParts(int more)
    {
        if (Count + more > _parts.Length)
        {
            Array.Resize(ref _parts, Math.Max(Count + more, _parts.Length * 2));
        }
    }
}
