using System;

namespace ContractKit.Compiler.Output;

/// <summary>
/// Where a thread writes code before it is whole. An interpolated string writes behind the one in whose hole it stands and takes its
/// text away when it ends, so that none of them needs an array of its own.
/// </summary>
internal sealed class CodeStack
{
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static CodeStack? s_current;

    private char[] _text = new char[4096];
    private CodePart[] _parts = new CodePart[64];

    private CodeStack()
    {
    }

    /// <summary>The thread's own.</summary>
    public static CodeStack Current => s_current ??= new CodeStack();

    /// <summary>Characters written and not taken.</summary>
    public int Length { get; private set; }

    /// <summary>Parts pushed and not taken.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Lets go of a stack on which something was left, since an exception came out of a hole, and of one that has grown large. Whoever
    /// still writes on it goes on undisturbed.
    /// </summary>
    public static void LetGo()
    {
        if (s_current is { Length: > 0 } or { Count: > 0 } or { _text.Length: > LargestKept } or { _parts.Length: > LargestKept })
        {
            s_current = null;
        }
    }

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

    /// <summary>The text from a place on.</summary>
    public ReadOnlySpan<char> TextFrom(int start) => _text.AsSpan(start, Length - start);

    /// <summary>Takes the text from a place on, as a string.</summary>
    public string TakeText(int start)
    {
        var text = new string(_text, start, Length - start);
        Length = start;
        return text;
    }

    /// <summary>Takes the last characters away.</summary>
    public void RemoveText(int characters) => Length -= characters;

    /// <summary>Puts a part behind those that are there.</summary>
    public void Push(CodePart part)
    {
        if (Count == _parts.Length)
        {
            Array.Resize(ref _parts, Count * 2);
        }

        _parts[Count++] = part;
    }

    /// <summary>The last part, which may be replaced.</summary>
    public ref CodePart Last => ref _parts[Count - 1];

    /// <summary>The parts from a place on.</summary>
    public ReadOnlySpan<CodePart> PartsFrom(int start) => _parts.AsSpan(start, Count - start);

    /// <summary>Takes the parts from a place on.</summary>
    public CodePart[] TakeParts(int start)
    {
        var parts = PartsFrom(start).ToArray();
        RemoveParts(parts.Length);
        return parts;
    }

    /// <summary>Takes the last parts away.</summary>
    public void RemoveParts(int count)
    {
        Count -= count;
        Array.Clear(_parts, Count, count);
    }

    private void Write(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    private void Reserve(int more)
    {
        if (Length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(Length + more, _text.Length * 2));
        }
    }
}
