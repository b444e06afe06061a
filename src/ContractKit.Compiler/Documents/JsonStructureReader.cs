using System.Collections.Generic;

namespace ContractKit.Compiler.Documents;

/// <summary>Reads values, with what stands in them. It calls itself no deeper than JSON may nest.</summary>
internal sealed class JsonStructureReader
{
    private readonly JsonCursor _cursor;
    private readonly JsonStringReader _strings;
    private readonly JsonBrackets _brackets;

    // What has been read of the objects and arrays that are open, outermost first: a list for each would outnumber what is kept, and
    // what is kept lies the closer together, the less was thrown away in between; that is half of what it costs the garbage collector.
    private readonly List<JsonMember> _members = new(32);
    private readonly List<JsonValue> _items = [];
    private bool _tooDeepReported;
    private bool _commaIsTold;

    public JsonStructureReader(JsonCursor cursor)
    {
        _cursor = cursor;
        _brackets = new JsonBrackets(cursor);
        _strings = new JsonStringReader(cursor, _brackets);
    }

    /// <summary>Reads the only value of a text.</summary>
    public JsonValue? ReadRoot()
    {
        _cursor.SkipSpace();
        if (_cursor.AtEnd)
        {
            _cursor.Report(0, _cursor.Text.Length, "The file is empty: write a JSON value.");
            return null;
        }

        if (IsAnotherKindOfFile())
        {
            _cursor.Report(_cursor.At, _cursor.At + 1, "This is no JSON, which starts with {: write the file in JSON, since YAML and others are not read.");
            _cursor.GiveUp();
            return null;
        }

        var root = ReadValue();
        if (_cursor.HasProblems && root is not (JsonObject or JsonArray))
        {
            // Another kind of file altogether: once is enough.
            return root;
        }

        _cursor.SkipSpace();
        if (!_cursor.AtEnd && root is not null)
        {
            var message = _cursor.Current is '}' or ']'
                ? "Nothing is open that this could close: take it out."
                : "The file's value ends before this: a JSON file holds one value, so take out what follows.";
            _cursor.Report(_cursor.At, _cursor.At + 1, message, _cursor.Current is '}' or ']' ? "" : null);
        }

        return root;
    }

    // A bare word with something behind it on its line, as in YAML; or markup.
    private bool IsAnotherKindOfFile()
    {
        var at = _cursor.At;
        while (at < _cursor.Text.Length && JsonStringReader.IsWord(_cursor.Text[at]))
        {
            at++;
        }

        while (at < _cursor.Text.Length && _cursor.Text[at] is ' ' or '\t')
        {
            at++;
        }

        return _cursor.Current == '<' || (JsonStringReader.IsWordStart(_cursor.Current) && at < _cursor.Text.Length && _cursor.Text[at] is not ('\r' or '\n'));
    }

    private JsonValue? ReadValue()
    {
        var c = _cursor.Current;
        switch (c)
        {
            case '{':
                return _brackets.Depth < JsonReader.MaxDepth ? ReadObject() : SkipTooDeep(new JsonObject(default, []));
            case '[':
                return _brackets.Depth < JsonReader.MaxDepth ? ReadArray() : SkipTooDeep(new JsonArray(default, []));
            case '"':
                return AsValue(_strings.Read(isName: false));
            case (>= '0' and <= '9') or '-' or '+' or '.':
                return ReadNumber();
        }

        if (JsonStringReader.IsOtherQuote(c))
        {
            return AsValue(_strings.ReadOtherQuotes());
        }

        if (JsonStringReader.IsWordStart(c))
        {
            return _strings.ReadWord();
        }

        Unexpected("a value");
        return null;
    }

    private JsonObject ReadObject()
    {
        var start = _cursor.At;
        _brackets.Open(start, '}');
        return ReadMembers(start, default);
    }

    private JsonArray ReadArray()
    {
        var start = _cursor.At;
        _brackets.Open(start, ']');
        return ReadItems(start, _items.Count, -1);
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

    // The rest of an array, after its bracket or after what has been read of it, which stands among the items from the first on.
    private JsonArray ReadItems(int start, int first, int comma)
    {
        while (true)
        {
            _cursor.SkipSpace();
            if (_brackets.TryClose(comma))
            {
                break;
            }

            if (_cursor.Current == ',')
            {
                ExtraComma();
                continue;
            }

            if (_items.Count > first && comma < 0)
            {
                MissingComma(_items[_items.Count - 1].Span.End);
            }

            if (ReadValue() is { } item)
            {
                _cursor.SkipSpace();
                if (_cursor.Current == ':' && item is JsonString name)
                {
                    if (_items.Count > first && _brackets.TryCloseBeforeName(_items[_items.Count - 1].Span.End, comma >= 0 ? comma : item.Span.Start))
                    {
                        break;
                    }

                    item = ReadIfObject(new StringToken(name.Value, name.Span));
                }

                _items.Add(item);
            }

            comma = ReadSeparator(isObject: false);
        }

        return new JsonArray(TextSpan.FromBounds(start, _cursor.At), Take(_items, first));
    }

    // Items that stand where a member should: the array started before the value of the member before.
    private JsonArray ReadMissingArray(JsonValue first, StringToken second, int comma)
    {
        _brackets.OpenMissing(first.Span.Start, ']');
        var place = _items.Count;
        _items.Add(first);
        if (!second.IsNone)
        {
            _items.Add(AsValue(second));
            comma = ReadSeparator(isObject: false);
        }

        return ReadItems(first.Span.Start, place, comma);
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

    private JsonValue ReadNumber()
    {
        var start = _cursor.At;
        while (!_cursor.AtEnd && JsonStringReader.IsWord(_cursor.Current))
        {
            _cursor.At++;
        }

        var text = _cursor.Text.Substring(start, _cursor.At - start);
        var span = TextSpan.FromBounds(start, _cursor.At);
        if (JsonNumberText.IsNumber(text))
        {
            return new JsonNumber(span, text);
        }

        if (JsonNumberText.Repair(text) is { } repaired)
        {
            _cursor.Report(start, _cursor.At, "JSON writes this number otherwise: write " + (repaired.Length > 40 ? "it in plain decimals." : repaired + "."), repaired);
            return new JsonNumber(span, repaired);
        }

        _cursor.Report(start, _cursor.At, "This is no number: write digits, or put text in double quotes.", text.Length > 1 ? JsonText.Quote(text) : null);
        return new JsonNumber(span, "0");
    }

    // After a value: the place of the comma, or -1 where none follows. Whatever cannot follow is reported once and skipped.
    private int ReadSeparator(bool isObject)
    {
        _cursor.SkipSpace();
        switch (_cursor.Current)
        {
            case ',':
                return _cursor.At++;
            case ';':
                _cursor.Report(_cursor.At, _cursor.At + 1, "A comma stands between " + (isObject ? "members" : "items") + ": write it.", ",");
                return _cursor.At++;
            case '}' or ']' when _brackets.TrySkipSurplus():
                return ReadSeparator(isObject);
            case '}' or ']':
                return -1;
        }

        var c = _cursor.Current;
        var canStart = c == '"' || JsonStringReader.IsOtherQuote(c) || JsonStringReader.IsWord(c) || (!isObject && c is '{' or '[');
        if (_cursor.AtEnd || canStart)
        {
            return -1;
        }

        Unexpected("a comma or " + (isObject ? "}" : "]"));
        _cursor.SkipSpace();
        return _cursor.Current == ',' ? _cursor.At++ : -1;
    }

    private void Unexpected(string expected)
    {
        var at = _cursor.At;
        var c = _cursor.Current;
        var shown = c < ' ' || char.IsSurrogate(c) || c == '\u007f' ? "U+" + JsonText.EscapeUnit(c).Substring(2).ToUpperInvariant() : c.ToString();
        _cursor.Report(at, at + 1, shown + " cannot stand here: " + expected + " is expected.");
        if (_brackets.Depth == 0)
        {
            _cursor.GiveUp();
        }
        else
        {
            _brackets.SkipToSeparator();
        }
    }

    private void MissingComma(int place) => _cursor.Report(place, place, "A comma is missing here: write it.", ",");

    private void ExtraComma()
    {
        _cursor.Report(_cursor.At, _cursor.At + 1, "There is nothing between this comma and the one before it: take it out.", "");
        _cursor.At++;
    }

    private JsonValue SkipTooDeep(JsonValue empty)
    {
        var start = _cursor.At;
        if (!_tooDeepReported)
        {
            _tooDeepReported = true;
            _cursor.Report(JsonRules.TooDeep, start, start + 1, "JSON nests no deeper than 64 here, and what is inside is not read: move the inner schemas to $defs or to files of their own.");
        }

        _brackets.SkipBalanced();
        var span = TextSpan.FromBounds(start, _cursor.At);
        return empty is JsonObject ? new JsonObject(span, []) : new JsonArray(span, []);
    }

    private static JsonString AsValue(StringToken token) => new(token.Span, token.Value);

    // Takes those that stand from a place on.
    private static T[] Take<T>(List<T> open, int first)
    {
        var taken = new T[open.Count - first];
        open.CopyTo(first, taken, 0, taken.Length);
        open.RemoveRange(first, taken.Length);
        return taken;
    }

    private void ReportDuplicates(int start)
    {
        var count = _members.Count - start;
        if (count < 2)
        {
            return;
        }

        Dictionary<string, JsonMember>? byName = count > 16 ? new Dictionary<string, JsonMember>(count) : null;
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
