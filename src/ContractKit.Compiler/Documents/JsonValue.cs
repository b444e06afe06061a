using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Compiler.Documents;

/// <summary>A JSON value (RFC 8259) as it stands in a document.</summary>
public abstract class JsonValue(TextSpan span)
{
    /// <summary>Where the value stands, delimiters included.</summary>
    public TextSpan Span { get; } = span;
}

/// <summary>An object; duplicate names are kept in order, and reported when the document is read.</summary>
public sealed class JsonObject : JsonValue
{
    /// <summary>Most schemas are small, and looking through so many names is faster than the table that would spare it.</summary>
    internal const int MostLookedThrough = 16;

    private readonly JsonMember[] _members;
    private Dictionary<string, JsonMember>? _byName;

    /// <summary>An object with a copy of those members.</summary>
    public JsonObject(TextSpan span, IReadOnlyList<JsonMember> members)
        : this(span, members.ToArray())
    {
    }

    /// <summary>An object with those members, which nobody changes any more.</summary>
    internal JsonObject(TextSpan span, JsonMember[] members)
        : base(span) => _members = members;

    /// <summary>The members in the order in which they are written.</summary>
    public EquatableArray<JsonMember> Members => EquatableArray<JsonMember>.Wrap(_members);

    /// <summary>The member of that name (the last one, where it is written twice), or null.</summary>
    public JsonMember? this[string name]
    {
        get
        {
            if (_members.Length <= MostLookedThrough)
            {
                for (var i = _members.Length - 1; i >= 0; i--)
                {
                    if (_members[i].Name == name)
                    {
                        return _members[i];
                    }
                }

                return null;
            }

            if (_byName is null)
            {
                var byName = new Dictionary<string, JsonMember>(_members.Length);
                foreach (var member in _members)
                {
                    byName[member.Name] = member;
                }

                _byName = byName;
            }

            return _byName.TryGetValue(name, out var found) ? found : null;
        }
    }
}

/// <summary>A name and its value in an object.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="NameSpan">Where the name stands, quotes included.</param>
/// <param name="Value">The value.</param>
public sealed record JsonMember(string Name, TextSpan NameSpan, JsonValue Value);

/// <summary>An array.</summary>
public sealed class JsonArray(TextSpan span, IReadOnlyList<JsonValue> items) : JsonValue(span)
{
    /// <summary>The items in their order.</summary>
    public IReadOnlyList<JsonValue> Items { get; } = items;
}

/// <summary>A string.</summary>
public sealed class JsonString(TextSpan span, string value) : JsonValue(span)
{
    /// <summary>The text, unescaped; it may hold lone surrogates, where the document escapes them.</summary>
    public string Value { get; } = value;
}

/// <summary>A number, kept as it is written.</summary>
public sealed class JsonNumber(TextSpan span, string text) : JsonValue(span)
{
    /// <summary>The number as written, in the grammar of RFC 8259 section 6.</summary>
    public string Text { get; } = text;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class JsonBoolean(TextSpan span, bool value) : JsonValue(span)
{
    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}

/// <summary><c>null</c>.</summary>
public sealed class JsonNull(TextSpan span) : JsonValue(span);
