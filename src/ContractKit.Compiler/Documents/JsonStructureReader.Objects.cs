using System.Collections.Generic;

namespace ContractKit.Compiler.Documents;

/// <content>Objects: their members, and names that are written twice.</content>
internal sealed partial class JsonStructureReader
{
    private JsonObject ReadObject()
    {
        var start = _cursor.At;
        _brackets.Open(start, '}');
        return ReadMembers(start, default);
    }

    // The rest of an object, after its bracket; the first name may have been read already.
    private JsonObject ReadMembers(int start, StringToken firstName)
    {
        var first = _members.Count;
        var comma = -1;
        while (true)
        {
            _cursor.SkipSpace();
            if (firstName.IsNone && _brackets.TryClose(comma))
            {
                break;
            }

            if (_cursor.Current == ',')
            {
                ExtraComma();
                continue;
            }

            if (_members.Count > first)
            {
                var last = _members[_members.Count - 1];
                if (_brackets.TryCloseBeforeObject(last.Value.Span.End, comma))
                {
                    break;
                }

                if (_cursor.Current is not '"' && comma >= 0 && _brackets.MayOpenMissing(']'))
                {
                    _members[_members.Count - 1] = last with { Value = ReadMissingArray(last.Value, default, comma) };
                    comma = ReadSeparator(isObject: true);
                    continue;
                }

                if (_brackets.TryCloseByIndentation(last.Value.Span.End, comma))
                {
                    _commaIsTold = comma < 0;
                    break;
                }

                if (comma < 0 && !_commaIsTold)
                {
                    MissingComma(last.Value.Span.End);
                }

                _commaIsTold = false;
            }

            var name = firstName.IsNone ? ReadName() : firstName;
            firstName = default;
            if (!name.IsNone)
            {
                _cursor.SkipSpace();
                if (_cursor.Current is ',' or ']' && _members.Count > first && _brackets.MayOpenMissing(']'))
                {
                    var last = _members[_members.Count - 1];
                    _members[_members.Count - 1] = last with { Value = ReadMissingArray(last.Value, name, -1) };
                }
                else if (ReadMember(name) is { } member)
                {
                    _members.Add(member);
                }
            }

            comma = ReadSeparator(isObject: true);
        }

        ReportDuplicates(first);
        return new JsonObject(TextSpan.FromBounds(start, _cursor.At), Take(_members, first));
    }

    // A string with a colon behind it where a value stands: an object's bracket is missing before it, if another is left over below.
    private JsonValue ReadIfObject(StringToken name)
    {
        if (!_brackets.MayOpenMissing('}'))
        {
            return AsValue(name);
        }

        _brackets.OpenMissing(name.Span.Start, '}');
        return ReadMembers(name.Span.Start, name);
    }

    // The colon and the value after a name; null where one of them is not there, which is reported.
    private JsonMember? ReadMember(StringToken name)
    {
        if (_cursor.Current == ':')
        {
            _cursor.At++;
        }
        else if (_cursor.Current == '=')
        {
            var start = _cursor.At;
            _cursor.At += _cursor.At + 1 < _cursor.Text.Length && _cursor.Text[_cursor.At + 1] == '>' ? 2 : 1;
            _cursor.Report(start, _cursor.At, "A colon stands between a name and its value: write it.", ":");
        }
        else if (_cursor.AtEnd || _cursor.Current is ',' or '}' or ']')
        {
            MissingValue(name.Span.End, ": a colon and a value follow a name.");
            return null;
        }
        else
        {
            _cursor.Report(name.Span.End, name.Span.End, "A colon is missing between the name and its value: write it.", ":");
        }

        var colon = _cursor.At;
        _cursor.SkipSpace();
        if (_cursor.AtEnd || _cursor.Current is ',' or '}' or ']')
        {
            MissingValue(colon, ": write it, or take the name out.");
            return null;
        }

        var value = ReadValue();
        _cursor.SkipSpace();
        if (_cursor.Current == ':' && value is JsonString inner)
        {
            value = ReadIfObject(new StringToken(inner.Value, inner.Span));
        }

        return value is null ? null : new JsonMember(name.Value, name.Span, value);
    }

    // The name of a member; none where there is no such thing, which is reported.
    private StringToken ReadName()
    {
        var c = _cursor.Current;
        if (c == '"')
        {
            return _strings.Read(isName: true);
        }

        if (JsonStringReader.IsOtherQuote(c))
        {
            return _strings.ReadOtherQuotes();
        }

        if (JsonStringReader.IsWord(c))
        {
            return _strings.ReadBareName();
        }

        Unexpected("a name in double quotes");
        return default;
    }

    private void MissingValue(int place, string remedy)
    {
        // A file that ends here lacks its brackets as well: one report, where those are missing.
        if (!_cursor.AtEnd)
        {
            _cursor.Report(place, place, "A value is missing" + remedy);
        }
    }

    private void ReportDuplicates(int start)
    {
        var count = _members.Count - start;
        if (count < 2)
        {
            return;
        }

        Dictionary<string, JsonMember>? byName = count > JsonObject.MostLookedThrough ? new Dictionary<string, JsonMember>(count) : null;
        for (var i = start; i < _members.Count; i++)
        {
            if (_cursor.HasGivenUp)
            {
                // The same again a million times would be looked at by every step that follows.
                _members.RemoveRange(i, _members.Count - i);
                return;
            }

            var member = _members[i];
            var first = byName is null ? Before(start, i) : byName.TryGetValue(member.Name, out var found) ? found : null;
            if (first is not null)
            {
                // The same thing twice can go, with the comma before it.
                var isSame = Text(first.Value) == Text(member.Value);
                _cursor.Report(
                    JsonRules.DuplicateName, member.NameSpan.Start, member.NameSpan.End,
                    "This object already has the name " + JsonText.Shown(member.Name) + " in line " + JsonText.Number(_cursor.LineOf(first.NameSpan.Start))
                        + (isSame ? ", with the same value: take this one out." : ": keep one of them."),
                    isSame ? "" : null,
                    TextSpan.FromBounds(_members[i - 1].Value.Span.End, member.Value.Span.End));
            }
            else
            {
                byName?.Add(member.Name, member);
            }
        }
    }

    private string Text(JsonValue value) => _cursor.Text.Substring(value.Span.Start, value.Span.Length);

    private JsonMember? Before(int start, int index)
    {
        for (var i = start; i < index; i++)
        {
            if (_members[i].Name == _members[index].Name)
            {
                return _members[i];
            }
        }

        return null;
    }
}
