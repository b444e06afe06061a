namespace ContractKit.Compiler.Documents;

/// <content>Arrays, and those whose bracket is missing.</content>
internal sealed partial class JsonStructureReader
{
    private JsonArray ReadArray()
    {
        var start = _cursor.At;
        _brackets.Open(start, ']');
        return ReadItems(start, _items.Count, -1);
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
}
