using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Services;

/// <summary>What the schemas of an operation's responses say of the place where a completion looks for the status.</summary>
internal sealed class StatusPlace
{
    // A schema refers to others; more than this are not looked at, and then nothing is complained of.
    private const int MostSchemas = 1000;

    private readonly IReadOnlyList<string> _tokens;
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _properties = new(StringComparer.Ordinal);
    private bool _isTold;
    private bool _mayBeUntold;
    private bool _isOpen;

    private StatusPlace(IReadOnlyList<string> tokens) => _tokens = tokens;

    /// <summary>Whether no schema that lists its properties has the place.</summary>
    public bool IsMissing => !_isTold && !_mayBeUntold;

    /// <summary>The members that the bodies have at their top.</summary>
    public IReadOnlyCollection<string> Properties => _properties;

    /// <summary>The words that may stand there; null where the schemas do not list them.</summary>
    public IReadOnlyCollection<string>? Words => _isTold && !_isOpen && !_mayBeUntold && _words.Count > 0 ? _words : null;

    /// <summary>Looks at the bodies of responses.</summary>
    public static StatusPlace In(IEnumerable<Schema> bodies, IReadOnlyList<string> tokens)
    {
        var place = new StatusPlace(tokens);
        foreach (var body in bodies.Distinct())
        {
            place.Look(body);
        }

        return place;
    }

    private void Look(Schema schema)
    {
        var pending = new Queue<(Schema Schema, int Depth)>();
        pending.Enqueue((schema, 0));
        var seen = new HashSet<(Schema, int)>();
        var describes = _tokens.Count == 0;
        while (pending.Count > 0)
        {
            var (next, at) = pending.Dequeue();
            if (seen.Count == MostSchemas)
            {
                _mayBeUntold = true;
                return;
            }

            if (!seen.Add((next, at)))
            {
                continue;
            }

            Follow(next, at, pending);
            if (at == _tokens.Count)
            {
                Note(next);
            }
            else if (next["properties"] is { Value: JsonObject properties })
            {
                describes = true;
                if (at == 0)
                {
                    _properties.UnionWith(properties.Members.Select(static member => member.Name));
                }

                if (properties[_tokens[at]] is not null)
                {
                    pending.Enqueue((next.Subschema("properties", _tokens[at]), at + 1));
                }
                else if (next["patternProperties"] is not null)
                {
                    _mayBeUntold = true;
                }
            }
        }

        _mayBeUntold |= !describes;
    }

    private static void Follow(Schema schema, int depth, Queue<(Schema, int)> pending)
    {
        if (schema.Ref is { } target)
        {
            pending.Enqueue((target, depth));
        }

        foreach (var keyword in new[] { "allOf", "anyOf", "oneOf" })
        {
            if (schema[keyword]?.Value is JsonArray branches)
            {
                for (var i = 0; i < branches.Items.Count; i++)
                {
                    pending.Enqueue((schema.Subschema(keyword, i.ToString(System.Globalization.CultureInfo.InvariantCulture)), depth));
                }
            }
        }
    }

    private void Note(Schema schema)
    {
        _isTold = true;
        if (schema["enum"]?.Value is JsonArray words)
        {
            foreach (var word in words.Items)
            {
                Add(word);
            }
        }
        else if (schema["const"] is { } constant)
        {
            Add(constant.Value);
        }
        else if (schema.Ref is null && schema["allOf"] is null && schema["anyOf"] is null && schema["oneOf"] is null && !IsNull(schema))
        {
            _isOpen = true;
        }
    }

    private void Add(JsonValue word)
    {
        if ((word switch { JsonString text => text.Value, JsonNumber number => number.Text, _ => null }) is { } value)
        {
            _words.Add(value);
        }
    }

    private static bool IsNull(Schema schema) => schema["type"]?.Value is JsonString { Value: "null" };
}
