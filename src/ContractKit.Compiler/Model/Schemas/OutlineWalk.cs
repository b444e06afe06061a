using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Walks the schemas of a document, as its dialect sees them, and notes identifiers and references. It goes no deeper than JSON may nest.</summary>
internal sealed class OutlineWalk
{
    private static readonly ConditionalWeakTable<JsonDocument, DocumentOutline>[] s_outlines = [new(), new(), new(), new(), new()];

    private readonly JsonDocument _document;
    private readonly Func<JsonObject, DialectRules?> _told;
    private readonly List<OutlineResource> _resources = [];
    private readonly List<OutlineReference> _references = [];
    private readonly List<Problem> _problems = [];
    private OutlineResource? _around;
    private bool _toldWasAsked;

    // How many siblings of $ref are around that do not count. References in them are followed all the same, as far as they lead.
    private int _ignored;

    private OutlineWalk(JsonDocument document, Func<JsonObject, DialectRules?> told)
    {
        _document = document;
        _told = told;
    }

    /// <summary>The outline of a document whose root is a schema of that dialect. <paramref name="told"/> gives what the <c>$schema</c> of an embedded resource says.</summary>
    public static DocumentOutline Of(JsonDocument document, DialectRules rules, Func<JsonObject, DialectRules?> told)
    {
        var kept = rules.IsStandard ? s_outlines[(int)rules.Dialect] : null;
        if (kept is not null && kept.TryGetValue(document, out var outline))
        {
            return outline;
        }

        var walk = new OutlineWalk(document, told);
        if (document.Root is { } root)
        {
            walk.Root(root, rules);
        }

        outline = walk.Outline();
        if (kept is not null && !walk._toldWasAsked)
        {
            outline = kept.GetValue(document, _ => outline);
        }

        return outline;
    }

    /// <summary>The outline of a document that is no schema itself: only its root, so that pointers have where to start.</summary>
    public static DocumentOutline Bare(JsonDocument document, DialectRules rules) =>
        new(document.Root is { } root ? [new OutlineResource(root, null, null, rules)] : [], [], []);

    /// <summary>The outline of a schema that stands where its dialect does not look for one: inline in a manifest, or where only a pointer leads.</summary>
    /// <param name="document">The document it stands in.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="parent">The resource around it.</param>
    /// <param name="rules">The dialect, where it does not tell its own.</param>
    /// <param name="standsForItself">Whether it is a resource even without an identifier.</param>
    /// <param name="told">Gives what the <c>$schema</c> of an embedded resource says.</param>
    public static DocumentOutline OfSubtree(
        JsonDocument document, JsonValue schema, OutlineResource parent, DialectRules rules, bool standsForItself, Func<JsonObject, DialectRules?> told)
    {
        var walk = new OutlineWalk(document, told);
        if (standsForItself)
        {
            walk.Enter(schema, parent, rules);
        }
        else
        {
            walk._around = parent;
            walk.Schema(schema, parent, schema.Span.Start);
        }

        return walk.Outline();
    }

    private DocumentOutline Outline() => new([.. _resources], [.. _references], [.. _problems]);

    private void Root(JsonValue root, DialectRules rules) => Enter(root, null, rules);

    private void Enter(JsonValue root, OutlineResource? parent, DialectRules rules)
    {
        var json = root as JsonObject;
        var id = json is null || IsSilencedByRef(json, rules) ? null : Identifier(json, rules, out _);
        var resource = new OutlineResource(root, parent, id, rules);
        _resources.Add(resource);

        // A document that is a list holds schemas only where pointers lead; whoever refers to the list itself is told so.
        if (parent is not null || root is JsonObject or JsonBoolean)
        {
            Keywords(root, resource, root.Span.Start);
        }
    }

    private void Schema(JsonValue value, OutlineResource resource, int inPlaceFrom)
    {
        if (value is JsonObject json && _ignored == 0)
        {
            var rules = resource.Rules;
            if (json["$schema"]?.Value is JsonString && (json["$id"] ?? json["id"])?.Value is JsonString)
            {
                _toldWasAsked = true;
                rules = _told(json) ?? rules;
            }

            if (!IsSilencedByRef(json, rules) && Identifier(json, rules, out var isAnchorOnly) is { } id && !isAnchorOnly)
            {
                resource = new OutlineResource(value, resource, id, rules);
                _resources.Add(resource);
            }
        }

        Keywords(value, resource, inPlaceFrom);
    }

    private void Keywords(JsonValue value, OutlineResource resource, int inPlaceFrom)
    {
        var rules = resource.Rules;
        if (value is not JsonObject json)
        {
            if (value is not JsonBoolean || !rules.HasBooleanSchemas)
            {
                Report(ExpectedSchema.Problem(_document, value, rules));
            }

            return;
        }

        var silenced = IsSilencedByRef(json, rules);
        // A resource around a place that only a pointer leads to is left as it is: nothing in that place has a name in it.
        if (!silenced && _ignored == 0 && !ReferenceEquals(resource, _around))
        {
            Anchors(json, resource);
        }

        References(json, resource, inPlaceFrom);
        foreach (var member in json.Members)
        {
            var shape = rules.ShapeOf(member.Name);

            if (shape.Subschemas == Subschemas.None)
            {
                continue;
            }

            // Siblings of $ref are ignored up to draft-07, but definitions have always been kept beside it at a document's root.
            var ignored = silenced && member.Name != "definitions";
            _ignored += ignored ? 1 : 0;
            Inside(member, shape, resource, inPlaceFrom);
            _ignored -= ignored ? 1 : 0;
        }
    }

    private void Inside(JsonMember keyword, KeywordShape shape, OutlineResource resource, int inPlaceFrom)
    {
        switch (keyword.Value)
        {
            case JsonArray array when shape.Subschemas is Subschemas.List or Subschemas.OneOrList:
                foreach (var item in array.Items)
                {
                    Child(item);
                }

                break;
            case JsonObject map when shape.Subschemas is Subschemas.Map or Subschemas.MapOrNames:
                foreach (var entry in map.Members)
                {
                    if (entry.Value is not JsonArray || shape.Subschemas == Subschemas.Map)
                    {
                        Child(entry.Value, entry);
                    }
                }

                break;
            case JsonBoolean when shape.Subschemas == Subschemas.OneOrBoolean:
                break;
            default:
                if (shape.Subschemas is Subschemas.One or Subschemas.OneOrBoolean or Subschemas.OneOrList)
                {
                    Child(keyword.Value);
                }

                break;
        }

        void Child(JsonValue schema, JsonMember? entry = null)
        {
            if (schema is JsonObject || (schema is JsonBoolean && resource.Rules.HasBooleanSchemas))
            {
                Schema(schema, resource, shape.InPlace ? inPlaceFrom : schema.Span.Start);
            }
            else
            {
                Report(ExpectedSchema.Problem(_document, schema, resource.Rules, keyword.Name, entry));
            }
        }
    }

    private static bool IsSilencedByRef(JsonObject json, DialectRules rules) =>
        rules.RefSilencesSiblings && json["$ref"]?.Value is JsonString;

    // The identifier, if there is one that is not only a fragment; a fragment is noted as the anchor that it is by Anchors.
    private JsonString? Identifier(JsonObject json, DialectRules rules, out bool isAnchorOnly)
    {
        isAnchorOnly = false;
        if (json[rules.IdKeyword]?.Value is not JsonString id)
        {
            return null;
        }

        var (uri, fragment) = UriReference.Split(id.Value);
        isAnchorOnly = uri.Length == 0;
        if (rules.HasAnchors && fragment is { Length: > 0 })
        {
            Report(SchemaRules.BadIdentifier.At(
                _document.Text, id.Span, "An $id has no fragment since 2019-09: write \"$anchor\": " + JsonText.Shown(fragment) + " beside it instead."));
        }

        return isAnchorOnly ? null : id;
    }

    private void Anchors(JsonObject json, OutlineResource resource)
    {
        var rules = resource.Rules;
        if (!rules.HasAnchors)
        {
            if (json[rules.IdKeyword]?.Value is JsonString id && UriReference.Split(id.Value).Fragment is { Length: > 0 } fragment)
            {
                Anchor(resource, fragment, json, id);
            }

            return;
        }

        if (json["$anchor"]?.Value is JsonString anchor)
        {
            Anchor(resource, anchor.Value, json, anchor);
        }

        if (rules.Dialect == Dialect.Draft202012 && json["$dynamicAnchor"]?.Value is JsonString dynamic)
        {
            Anchor(resource, dynamic.Value, json, dynamic);
            resource.AddDynamicAnchor(dynamic.Value, json);
        }

        if (rules.Dialect == Dialect.Draft201909 && ReferenceEquals(json, resource.Root)
            && json["$recursiveAnchor"]?.Value is JsonBoolean { Value: true })
        {
            resource.AddDynamicAnchor("", json);
        }
    }

    private void Anchor(OutlineResource resource, string name, JsonObject json, JsonString place)
    {
        if (resource.TryAddAnchor(name, json) is { } taken)
        {
            Report(SchemaRules.SameIdentifier.At(
                _document.Text, place.Span, "The anchor " + JsonText.Shown(name) + " is already that of the schema in line "
                    + JsonText.Number(_document.Text.PositionOf(taken.Span.Start).Line + 1) + ": give this one another name."));
        }
    }

    private void References(JsonObject json, OutlineResource resource, int inPlaceFrom)
    {
        Reference("$ref", ReferenceKind.Ref);
        if (resource.Rules.Dialect == Dialect.Draft202012)
        {
            Reference("$dynamicRef", ReferenceKind.DynamicRef);
        }
        else if (resource.Rules.Dialect == Dialect.Draft201909)
        {
            Reference("$recursiveRef", ReferenceKind.RecursiveRef);
        }

        void Reference(string keyword, ReferenceKind kind)
        {
            if (json[keyword] is not { } member)
            {
                return;
            }

            if (member.Value is not JsonString text)
            {
                Report(SchemaRules.MalformedReference.At(_document.Text, member.Value.Span, keyword + " must be a string: write the URI reference in quotes."));
            }
            else if (kind == ReferenceKind.RecursiveRef && text.Value != "#")
            {
                Report(SchemaRules.MalformedReference.At(_document.Text, text.Span, "$recursiveRef can only be \"#\": use $ref for any other target.", "\"#\""));
            }
            else
            {
                _references.Add(new OutlineReference(resource, json, text, kind, inPlaceFrom, _ignored > 0));
            }
        }
    }

    private void Report(Problem problem)
    {
        if (_ignored == 0)
        {
            _problems.Add(problem);
        }
    }
}
