using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>A reference with what it leads to.</summary>
internal sealed class LinkedReference(OutlineReference outline, SchemaDocument document, SchemaResource resource)
{
    public OutlineReference Outline { get; } = outline;

    public SchemaDocument Document { get; } = document;

    public SchemaResource Resource { get; } = resource;

    /// <summary>The document of the target; null where the reference leads nowhere.</summary>
    public SchemaDocument? TargetDocument { get; set; }

    public JsonValue? Target { get; set; }

    /// <summary>See <see cref="DynamicReference.Anchor"/>.</summary>
    public string? DynamicAnchor { get; set; }

    /// <summary>The most references that follow each other from here without another part of the instance being looked at; 0 until it is known.</summary>
    public int Hops { get; set; }
}

/// <summary>A document with its resources and references, as one library links them.</summary>
internal sealed class SchemaDocument
{
    private readonly SchemaLibrary _library;
    private readonly List<SchemaResource> _resources = [];
    private readonly Dictionary<OutlineResource, SchemaResource> _byOutline = [];
    private readonly Dictionary<string, SchemaResource> _byUri = [];
    private readonly Dictionary<JsonValue, OutlineResource> _byRoot = [];
    private readonly HashSet<JsonValue> _reached = [];
    private LinkedReference[]? _byPlace;

    public SchemaDocument(SchemaLibrary library, JsonDocument document, DocumentOutline outline, IReadOnlyList<string> bases, List<Problem> problems)
    {
        _library = library;
        Document = document;
        Problems = problems;
        Add(outline, bases, inline: false);
    }

    public JsonDocument Document { get; }

    /// <summary>The resource of the document's root; null where nothing could be read.</summary>
    public SchemaResource? Root => _resources.Count > 0 ? _resources[0] : null;

    public List<LinkedReference> References { get; } = [];

    public List<Problem> Problems { get; }

    /// <summary>Paths of the documents that this one names directly.</summary>
    public HashSet<string> Reaches { get; } = [];

    /// <summary>All URIs of the resources in it.</summary>
    public IEnumerable<KeyValuePair<string, SchemaResource>> Uris => _byUri;

    /// <summary>How many references have been resolved.</summary>
    public int Linked { get; set; }

    public SchemaResource? ResourceByUri(string uri) => _byUri.TryGetValue(uri, out var resource) ? resource : null;

    /// <summary>The innermost resource around a value.</summary>
    public SchemaResource ResourceOf(JsonValue value)
    {
        int low = 0, high = _resources.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_resources[middle].Outline.Root.Span.Start <= value.Span.Start)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        var outline = _resources[low].Outline;
        while (outline.Parent is { } parent && outline.Root.Span.End < value.Span.End)
        {
            outline = parent;
        }

        return _byOutline[outline];
    }

    /// <summary>Makes sure that the schemas in a value are known, that a pointer or a manifest leads to.</summary>
    /// <returns>False where the value is a map of schemas, and none itself.</returns>
    public bool Reach(JsonValue value)
    {
        if (_reached.Contains(value) || Root is null)
        {
            return true;
        }

        switch (SchemaPosition.Of(Root.Outline, value, _byRoot))
        {
            case SchemaPosition.Kind.Map:
                return false;
            case SchemaPosition.Kind.Unknown when value is JsonObject or JsonBoolean:
                var resource = ResourceOf(value);
                Add(
                    OutlineWalk.OfSubtree(Document, value, resource.Outline, resource.Rules, false, json => _library.ToldRules(Document, json, Problems)),
                    resource.Bases,
                    inline: false);
                break;
        }

        _reached.Add(value);
        return true;
    }

    /// <summary>Notes a schema that stands inline in this document, which is no schema itself.</summary>
    public void ReachInline(JsonValue value, DialectRules rules)
    {
        if (Root is { } root && _reached.Add(value))
        {
            Add(
                OutlineWalk.OfSubtree(Document, value, root.Outline, rules, true, json => _library.ToldRules(Document, json, Problems)),
                root.Bases,
                inline: true);
        }
    }

    /// <summary>The references of schemas that apply to the same instance as the schema at <paramref name="value"/>, that schema's own included.</summary>
    public IEnumerable<LinkedReference> InPlaceReferences(JsonValue value)
    {
        if (_byPlace is null || _byPlace.Length != References.Count)
        {
            _byPlace = [.. References];
            System.Array.Sort(_byPlace, static (left, right) => left.Outline.Text.Span.Start.CompareTo(right.Outline.Text.Span.Start));
        }

        int low = 0, high = _byPlace.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_byPlace[middle].Outline.Text.Span.Start < value.Span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < _byPlace.Length && _byPlace[low].Outline.Text.Span.Start < value.Span.End; low++)
        {
            if (_byPlace[low].Outline.InPlaceFrom <= value.Span.Start && !_byPlace[low].Outline.IsIgnored)
            {
                yield return _byPlace[low];
            }
        }
    }

    private void Add(DocumentOutline outline, IReadOnlyList<string> bases, bool inline)
    {
        foreach (var found in outline.Resources)
        {
            var resource = new SchemaResource(_library, this, found, BasesOf(found, bases)) { StandsForItself = inline && found.Id is null };
            _byOutline.Add(found, resource);
            _byRoot[found.Root] = found;
            _resources.Insert(PlaceFor(found.Root.Span.Start), resource);
            if (inline && found.Id is null)
            {
                continue;
            }

            for (var i = 0; i < resource.Bases.Count; i++)
            {
                if (!_byUri.ContainsKey(resource.Bases[i]))
                {
                    _byUri.Add(resource.Bases[i], resource);
                }
                else if (i == 0 && found.Id is { } id && found.Parent is not null)
                {
                    Problems.Add(SchemaRules.SameIdentifier.At(
                        Document.Text, id.Span, "\"" + id.Value + "\" is already the identifier of another schema in this file: give this one its own."));
                }
            }
        }

        foreach (var reference in outline.References)
        {
            References.Add(new LinkedReference(reference, this, _byOutline[reference.Resource]));
        }

        Problems.AddRange(outline.Problems);
    }

    private IReadOnlyList<string> BasesOf(OutlineResource outline, IReadOnlyList<string> bases)
    {
        if (outline.Parent is null || outline.Id is not { } id)
        {
            // The bases of a document's root are the library's to say.
            return bases;
        }

        var uri = UriReference.Split(id.Value).Uri;
        var parents = _byOutline.TryGetValue(outline.Parent, out var parent) ? parent.Bases : bases;
        if (UriReference.IsAbsolute(uri))
        {
            return [UriReference.Normalize(uri)];
        }

        var resolved = new List<string>(parents.Count);
        foreach (var parentBase in parents)
        {
            resolved.Add(UriReference.Resolve(parentBase, uri));
        }

        return resolved;
    }

    private int PlaceFor(int start)
    {
        var place = _resources.Count;
        while (place > 0 && _resources[place - 1].Outline.Root.Span.Start > start)
        {
            place--;
        }

        return place;
    }
}
