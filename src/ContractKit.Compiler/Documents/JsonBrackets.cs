using System.Collections.Generic;
using System.Text;

namespace ContractKit.Compiler.Documents;

/// <summary>Keeps count of the brackets that are open, and decides what was meant where they do not fit.</summary>
internal sealed partial class JsonBrackets(JsonCursor cursor)
{
    private readonly Stack<(int Place, char Closer)> _open = new();

    /// <summary>How many are open.</summary>
    public int Depth => _open.Count;

    /// <summary>What closes them, innermost first.</summary>
    public string Closers()
    {
        var closers = new StringBuilder(_open.Count);
        foreach (var (_, closer) in _open)
        {
            closers.Append(closer);
        }

        return closers.ToString();
    }

    /// <summary>Goes over an opening bracket.</summary>
    public void Open(int place, char closer)
    {
        _open.Push((place, closer));
        cursor.At = place + 1;
    }

    /// <summary>Whether what is open ends here: at its closing bracket, at another one where its own is missing, or with the text.</summary>
    /// <param name="comma">The place of a comma before this, or -1.</param>
    public bool TryClose(int comma)
    {
        if (cursor.AtEnd)
        {
            Unclosed();
            return true;
        }

        if (cursor.Current is not ('}' or ']'))
        {
            return false;
        }

        if (comma >= 0)
        {
            cursor.Report(comma, comma + 1, "Nothing follows this comma: take it out.", "");
        }

        var closer = _open.Peek().Closer;
        if (cursor.Current == closer && ClosesAnOuterOne(closer))
        {
            var end = cursor.At;
            while (end > 0 && cursor.Text[end - 1] is ' ' or '\t' or '\r' or '\n')
            {
                end--;
            }

            cursor.IsStructureDoubtful = true;
            cursor.Report(end, end, "The " + KindOf(closer) + " that starts in line " + JsonText.Number(cursor.LineOf(_open.Peek().Place)) + " is not closed here: write " + closer + ".", closer.ToString());
        }
        else if (cursor.Current == closer)
        {
            cursor.At++;
        }
        else
        {
            Mismatch(closer);
        }

        _open.Pop();
        return true;
    }

    /// <summary>Whether an object ends here, because another one starts where a name should and the array around them waits for items.</summary>
    /// <param name="end">The end of the object's last value.</param>
    /// <param name="comma">The place of the comma behind it, or -1.</param>
    public bool TryCloseBeforeObject(int end, int comma)
    {
        if (cursor.Current != '{' || _open.Count < 2)
        {
            return false;
        }

        var inner = _open.Pop();
        if (_open.Peek().Closer != ']')
        {
            _open.Push(inner);
            return false;
        }

        cursor.IsStructureDoubtful = true;
        cursor.Report(end, end, "The object that starts in line " + JsonText.Number(cursor.LineOf(inner.Place)) + " is not closed before the next one starts: write }.", "}");
        cursor.At = comma >= 0 ? comma : cursor.At;
        return true;
    }

    /// <summary>Whether the rest of the text closes more brackets of a kind than are open, so that an opening one is missing, and one more may nest.</summary>
    public bool MayOpenMissing(char closer) => Depth < JsonReader.MaxDepth && ClosedInRest(closer) > CountOpen(closer);

    /// <summary>Whether an array ends before an item, because the item turns out to be a name of the object around it.</summary>
    /// <param name="end">The end of the item before.</param>
    /// <param name="resume">Where the object goes on.</param>
    public bool TryCloseBeforeName(int end, int resume)
    {
        if (_open.Count < 2 || CountOpen(']') <= ClosedInRest(']'))
        {
            return false;
        }

        var array = _open.Pop();
        if (_open.Peek().Closer != '}')
        {
            _open.Push(array);
            return false;
        }

        cursor.IsStructureDoubtful = true;
        cursor.Report(end, end, "The array that starts in line " + JsonText.Number(cursor.LineOf(array.Place)) + " is not closed before this: write ].", "]");
        cursor.At = resume;
        return true;
    }

    /// <summary>Opens a bracket that is missing before a place, which is reported.</summary>
    public void OpenMissing(int place, char closer)
    {
        var opener = closer == '}' ? "{" : "[";
        cursor.IsStructureDoubtful = true;
        cursor.Report(place, place, "An opening bracket is missing here: write " + opener + ".", opener);
        _open.Push((place, closer));
    }

    /// <summary>Goes over a bracket with all that is in it, without reading it.</summary>
    public void SkipBalanced()
    {
        var depth = 0;
        for (; cursor.At < cursor.Text.Length; cursor.At++)
        {
            switch (cursor.Text[cursor.At])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    if (--depth == 0)
                    {
                        cursor.At++;
                        return;
                    }

                    break;
                case '"':
                    cursor.At = StringEnd(cursor.At);
                    break;
            }
        }
    }

    /// <summary>Goes to the next comma or closing bracket of what is open, over all that stands before it.</summary>
    public void SkipToSeparator()
    {
        while (cursor.At < cursor.Text.Length)
        {
            switch (cursor.Text[cursor.At])
            {
                case ',' or '}' or ']':
                    return;
                case '{' or '[':
                    SkipBalanced();
                    break;
                case '"':
                    cursor.At = StringEnd(cursor.At) + 1;
                    break;
                default:
                    cursor.At++;
                    break;
            }
        }
    }

    private void Unclosed()
    {
        var (place, closer) = _open.Pop();
        if (cursor.HasGivenUp)
        {
            return;
        }

        var remedy = closer + Closers();

        cursor.IsStructureDoubtful = true;
        cursor.Report(
            cursor.Text.Length, cursor.Text.Length,
            "The file ends before the " + (closer == '}' ? "object" : "array") + " that starts in line " + JsonText.Number(cursor.LineOf(place)) + " is closed: write " + remedy + ".", remedy);
        cursor.GiveUp();
    }

    // Either a bracket is missing before this one, or this one is of the wrong kind: what balances the rest of the text decides.
    private void Mismatch(char closer)
    {
        cursor.IsStructureDoubtful = true;
        var found = cursor.Current;
        var open = CountOpen(found);
        var kind = KindOf(closer);
        var line = JsonText.Number(cursor.LineOf(_open.Peek().Place));
        if (open > 0 && open >= ClosedInRest(found))
        {
            cursor.Report(cursor.At, cursor.At, "The " + kind + " that starts in line " + line + " is not closed before this: write " + closer + ".", closer.ToString());
            return;
        }

        cursor.Report(cursor.At, cursor.At + 1, "The " + kind + " that starts in line " + line + " ends with " + closer + ": write it.", closer.ToString());
        cursor.At++;
    }

    private static string KindOf(char closer) => closer == '}' ? "object" : "array";

    private int CountOpen(char closer)
    {
        var open = 0;
        foreach (var outer in _open)
        {
            open += outer.Closer == closer ? 1 : 0;
        }

        return open;
    }

    private int ClosedInRest(char closer)
    {
        var opener = closer == '}' ? '{' : '[';
        var closed = 0;
        cursor.LookedAt(cursor.Text.Length - cursor.At);
        for (var i = cursor.At; i < cursor.Text.Length; i++)
        {
            var c = cursor.Text[i];
            if (c == closer)
            {
                closed++;
            }
            else if (c == opener)
            {
                closed--;
            }
            else if (c == '"')
            {
                i = StringEnd(i);
            }
        }

        return closed;
    }

    // The closing quote of a string, or the end of its line where it has none.
    private int StringEnd(int quote)
    {
        var text = cursor.Text;
        for (var i = quote + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '"' or '\n' or '\r':
                    return i;
            }
        }

        return text.Length - 1;
    }
}
