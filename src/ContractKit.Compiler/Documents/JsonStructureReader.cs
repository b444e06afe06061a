using System.Collections.Generic;

namespace ContractKit.Compiler.Documents;

/// <summary>Reads values, with what stands in them. It calls itself no deeper than JSON may nest.</summary>
internal sealed partial class JsonStructureReader
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
}
