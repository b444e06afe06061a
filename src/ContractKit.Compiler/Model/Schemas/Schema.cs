using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>
/// A schema in its place. A library has one instance for each place, so that references to it can be compared and remembered by
/// identity. What it refers to is found when it is first asked for.
/// </summary>
public sealed class Schema
{
    private readonly SchemaLibrary _library;
    private SchemaLocation? _location;
    private SchemaResource? _resource;
    private bool? _isPlain;
    private EquatableArray<JsonMember>? _keywords;
    private IReadOnlyList<Schema>? _subschemas;
    private int _groups; // one more than their number; 0 before they are asked for
    private Schema? _resolved;
    private SchemaSet? _asSet;

    internal Schema(SchemaLibrary library, JsonDocument document, JsonValue json)
    {
        _library = library;
        Document = document;
        Json = json;
    }

    /// <summary>The document that it stands in.</summary>
    public JsonDocument Document { get; }

    /// <summary>The schema as written: an object or a boolean. (Anything else, which is reported, is taken for <c>true</c>.)</summary>
    public JsonValue Json { get; }

    /// <summary>Where it stands.</summary>
    public SchemaLocation Location =>
        _location ??= new SchemaLocation(Document.Path, Document.Root is { } root ? JsonPointer.Of(root, Json) : "");

    /// <summary>What a boolean schema says; null for an object.</summary>
    public bool? Boolean => Json switch
    {
        JsonObject => null,
        JsonBoolean boolean => boolean.Value,
        _ => true,
    };

    /// <summary>Whether no keyword in it makes other schemas apply to the same value: no reference, no <c>allOf</c>, no union, no <c>if</c>. Most schemas are such, and need not be taken apart.</summary>
    public bool IsPlain => _isPlain ??= Json is JsonObject json && !HasParts(json);

    /// <summary>The schema that decides the type of its values: itself, or the one that it merely stands for.</summary>
    internal Schema Resolved => IsPlain ? this : _resolved ??= SchemaExpansion.Resolve(this);

    /// <summary>The set that has it alone.</summary>
    internal SchemaSet AsSet => _asSet ??= new SchemaSet(EquatableArray<Schema>.Wrap([this]));

    /// <summary>The resource it belongs to.</summary>
    public SchemaResource Resource => _resource ??= _library.ResourceOf(Document, Json);

    /// <summary>Whether it stands in a document that has references or dynamic anchors. Where it does not, nothing but itself is found by walking into it.</summary>
    internal bool DocumentHasReferences => _library.HasReferences(this);

    /// <summary>The dialect it is written in.</summary>
    public Dialect Dialect => Resource.Rules.Dialect;

    /// <summary>Whether its meta-schema makes <c>format</c> an assertion.</summary>
    public bool AssertsFormat => Resource.Rules.AssertsFormat;

    /// <summary>
    /// The members that count, known to the dialect or not, in the order in which they are written: without the siblings of
    /// <c>$ref</c> up to draft-07, and without keywords of a vocabulary that the meta-schema leaves out.
    /// </summary>
    public EquatableArray<JsonMember> Keywords => _keywords ??= Json is JsonObject json ? Counting(json) : [];

    /// <summary>What they are about.</summary>
    internal KeywordGroups Groups => (KeywordGroups)((_groups != 0 ? _groups : _groups = (int)KeywordGroup.Of(this) + 1) - 1);

    /// <summary>Whether one of them is in one of those groups.</summary>
    internal bool HasAny(KeywordGroups groups) => (Groups & groups) != 0;

    /// <summary>The schemas that stand in its keywords, definitions among them, in the order in which they are written.</summary>
    internal IReadOnlyList<Schema> Subschemas => _subschemas ??= SchemaChildren.All(this);

    /// <summary>The member of that name, if there is one and it counts (see <see cref="Keywords"/>).</summary>
    public JsonMember? this[string keyword]
    {
        get
        {
            if (Json is not JsonObject json || json[keyword] is not { } member)
            {
                return null;
            }

            var rules = Resource.Rules;
            var ignored = rules.RefSilencesSiblings && keyword != "$ref" && json["$ref"]?.Value is JsonString;
            return ignored || rules.IsSilenced(keyword) ? null : member;
        }
    }

    /// <summary>What <c>$ref</c> leads to; null where there is none, and where it leads nowhere or round in a circle, which is reported.</summary>
    public Schema? Ref => _library.ReferenceOf(this, dynamic: false) is { TargetDocument: { } document, Target: { } target }
        ? _library.SchemaAt(document.Document, target)
        : null;

    /// <summary>What <c>$dynamicRef</c> or <c>$recursiveRef</c> leads to; null as for <see cref="Ref"/>.</summary>
    public DynamicReference? DynamicRef => _library.ReferenceOf(this, dynamic: true) is { TargetDocument: { } document, Target: { } target } reference
        ? new DynamicReference(_library.SchemaAt(document.Document, target), reference.DynamicAnchor)
        : null;

    /// <summary>The schema in a keyword.</summary>
    /// <exception cref="ArgumentException">Nothing stands there.</exception>
    public Schema Subschema(string keyword) => _library.SchemaAt(Document, Step(Json, keyword));

    /// <summary>The schema at a place inside this one, one token a step.</summary>
    /// <exception cref="ArgumentException">Nothing stands there.</exception>
    public Schema Subschema(params string[] tokens) => _library.SchemaAt(Document, tokens.Aggregate(Json, Step));

    /// <summary>The schema at a place in a keyword: <c>Subschema("properties", "id")</c>.</summary>
    /// <exception cref="ArgumentException">Nothing stands there.</exception>
    public Schema Subschema(string keyword, string token) => _library.SchemaAt(Document, Step(Step(Json, keyword), token));

    /// <summary>Lets go of what was found out about it, and of all schemas within it.</summary>
    /// <param name="gone">Gets each of the schemas that are let go.</param>
    internal void LetGo(Action<Schema> gone)
    {
        foreach (var subschema in _subschemas ?? [])
        {
            subschema.LetGo(gone);
            gone(subschema);
        }

        (_subschemas, _keywords, _resource, _resolved) = (null, null, null, null);
    }

    /// <summary>The schema that a value inside this one is.</summary>
    internal Schema At(JsonValue inner) => _library.SchemaAt(Document, inner);

    /// <inheritdoc />
    public override string ToString() => Location.ToString();

    private static bool HasParts(JsonObject json)
    {
        for (var i = 0; i < json.Members.Count; i++)
        {
            if (json.Members[i].Name is "$ref" or "$dynamicRef" or "$recursiveRef" or "allOf" or "oneOf" or "anyOf" or "if")
            {
                return true;
            }
        }

        return false;
    }

    private JsonValue Step(JsonValue value, string token) =>
        JsonPointer.Step(value, token) ?? throw new ArgumentException("Nothing stands at " + token + " in " + Location + ".");

    // Where a name is written twice, which is reported, the last one counts.
    private EquatableArray<JsonMember> Counting(JsonObject json)
    {
        for (var i = 0; i < json.Members.Count; i++)
        {
            if (!Counts(json.Members[i]))
            {
                return [.. json.Members.Where(Counts)];
            }
        }

        return json.Members;
    }

    private bool Counts(JsonMember member) => ReferenceEquals(this[member.Name], member);
}
