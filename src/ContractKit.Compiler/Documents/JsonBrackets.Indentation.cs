namespace ContractKit.Compiler.Documents;

/// <content>What indentation tells of brackets that are missing, or one too many: people and editors indent what they mean.</content>
internal sealed partial class JsonBrackets
{
    // Closing less opening brackets in the whole text: where they are balanced, nothing is looked for.
    private (int Objects, int Arrays)? _balance;

    /// <summary>
    /// Goes over a closing bracket that is one too many: the rest closes more than is open, and here, behind something on its line, an
    /// object or array of several lines would end.
    /// </summary>
    public bool TrySkipSurplus()
    {
        var (place, closer) = _open.Peek();
        if (cursor.Current != closer || !IsUnbalanced(closer, 1) || cursor.LineOf(place) == cursor.LineOf(cursor.At) || cursor.IndentationOf(cursor.At).IsFirst
            || cursor.IndentationOf(place).Indentation >= cursor.IndentationOf(cursor.At).Indentation || ClosedInRest(closer) <= CountOpen(closer))
        {
            return false;
        }

        cursor.IsStructureDoubtful = true;
        cursor.Report(cursor.At, cursor.At + 1, "This would close the " + KindOf(closer) + " that starts in line " + JsonText.Number(cursor.LineOf(place)) + ", and one bracket is too many: take it out.", "");
        cursor.At++;
        return true;
    }

    /// <summary>Whether an object ends before a name that is indented as the object's own name is, since its bracket is missing further on.</summary>
    /// <param name="end">The end of the object's last value.</param>
    /// <param name="comma">The place of the comma behind it, or -1.</param>
    public bool TryCloseByIndentation(int end, int comma)
    {
        if (_open.Count < 2 || !IsUnbalanced('}', -1) || cursor.IndentationOf(cursor.At) is not (var indentation, true))
        {
            return false;
        }

        var inner = _open.Pop();
        var around = _open.Peek();
        _open.Push(inner);
        var (own, _) = cursor.IndentationOf(inner.Place);
        if (around.Closer != '}' || own != indentation || cursor.LineOf(inner.Place) == cursor.LineOf(cursor.At)
            || cursor.LineOf(around.Place) == cursor.LineOf(inner.Place) || CountOpen('}') <= ClosedInRest('}'))
        {
            return false;
        }

        cursor.IsStructureDoubtful = true;
        var remedy = comma >= 0 ? "}" : "},";
        cursor.Report(end, end, "The object that starts in line " + JsonText.Number(cursor.LineOf(inner.Place)) + " is not closed here: write " + remedy + (remedy.Length == 1 ? "." : ""), remedy);
        _open.Pop();
        cursor.At = comma >= 0 ? comma : cursor.At;
        return true;
    }

    // The bracket stands first on its line, below that of an outer one, and in the end one is missing: so it is here.
    private bool ClosesAnOuterOne(char closer)
    {
        if (_open.Count < 2 || !IsUnbalanced(closer, -1) || cursor.IndentationOf(cursor.At) is not (var indentation, true) || cursor.IndentationOf(_open.Peek().Place).Indentation <= indentation)
        {
            return false;
        }

        foreach (var (place, outer) in _open)
        {
            if (outer == closer && cursor.IndentationOf(place).Indentation == indentation)
            {
                return CountOpen(closer) > ClosedInRest(closer);
            }
        }

        return false;
    }

    private bool IsUnbalanced(char closer, int sign)
    {
        _balance ??= Balance();
        var difference = closer == '}' ? _balance.Value.Objects : _balance.Value.Arrays;
        return difference * sign > 0 && cursor.MayLookAhead;
    }

    private (int Objects, int Arrays) Balance()
    {
        var (objects, arrays) = (0, 0);
        for (var i = 0; i < cursor.Text.Length; i++)
        {
            switch (cursor.Text[i])
            {
                case '{' or '}':
                    objects += cursor.Text[i] == '}' ? 1 : -1;
                    break;
                case '[' or ']':
                    arrays += cursor.Text[i] == ']' ? 1 : -1;
                    break;
                case '"':
                    i = StringEnd(i);
                    break;
            }
        }

        return (objects, arrays);
    }
}
