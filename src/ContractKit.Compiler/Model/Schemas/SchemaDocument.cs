using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>A document with its resources and references, as one library links them. Most have one resource and one URI, and pay for no more.</summary>
internal sealed class SchemaDocument
{
    private readonly SchemaLibrary _library;
    private readonly List<SchemaResource> _resources = [];
    private Dictionary<OutlineResource, SchemaResource>? _byOutline;
    private Dictionary<string, SchemaResource>? _byUri;
    private HashSet<JsonValue>? _reached;
    private HashSet<string>? _reaches;
    private string? _reachedLast;
    private List<Problem>? _problems;
    private bool _isSorted = true;

    public SchemaDocument(SchemaLibrary library, JsonDocument document, DocumentOutline outline, IReadOnlyList<string> bases, List<Problem> problems)
    {
        _library = library;
        Document = document;
        _problems = problems.Count > 0 ? problems : null;
        References = new List<LinkedReference>(outline.References.Count);
        Add(outline, bases, inline: false);
    }

    public JsonDocument Document { get; }

    /// <summary>The resource of the document's root; null where nothing could be read.</summary>
    public SchemaResource? Root => _resources.Count > 0 ? _resources[0] : null;

    public List<LinkedReference> References { get; }

    public List<Problem> Problems => _problems ??= [];

    public bool HasProblems => _problems is { Count: > 0 };

    /// <summary>Whether a schema in it refers to another or may be referred to dynamically. Most of those that describe one thing each have no such schema.</summary>
    public bool HasReferences => References.Count > 0 || _resources.Exists(static resource => resource.Outline.DynamicAnchors.Count > 0);

    /// <summary>Paths of the other documents that this one names directly.</summary>
    public IReadOnlyCollection<string> Reaches => (IReadOnlyCollection<string>?)_reaches ?? [];

    /// <summary>The resources that are embedded in others.</summary>
    public IEnumerable<SchemaResource> Embedded
    {
        get
        {
            for (var i = 1; i < _resources.Count; i++)
            {
                yield return _resources[i];
            }
        }
    }

    /// <summary>How many references have been resolved.</summary>
    public int Linked { get; set; }

    /// <summary>Notes that this document names another.</summary>
    public void Reaching(string path)
    {
        if (!ReferenceEquals(path, _reachedLast) && !ReferenceEquals(path, Document.Path))
        {
            _reachedLast = path;
            (_reaches ??= new HashSet<string>(StringComparer.Ordinal)).Add(path);
        }
    }

    public SchemaResource? ResourceByUri(string uri)
    {
        if (_byUri is not null)
        {
            return _byUri.TryGetValue(uri, out var resource) ? resource : null;
        }

        return Root is { } root && root.BaseUri == uri ? root : null;
    }

    /// <summary>The innermost resource around a value.</summary>
    public SchemaResource ResourceOf(JsonValue value)
    {
        if (_resources.Count == 1)
        {
            return _resources[0];
        }

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

        return ResourceOf(outline);
    }

    /// <summary>Makes sure that the schemas in a value are known, that a pointer or a manifest leads to.</summary>
    /// <returns>False where the value is a map of schemas, and none itself.</returns>
    public bool Reach(JsonValue value)
    {
        if (Root is null || ReferenceEquals(value, Root.Outline.Root) || _reached?.Contains(value) == true)
        {
            return true;
        }

        switch (SchemaPosition.Of(Root.Outline, value, RulesAt))
        {
            case SchemaPosition.Kind.Map:
                return false;
            case SchemaPosition.Kind.Unknown when value is JsonObject or JsonBoolean:
                var resource = ResourceOf(value);
                Add(
                    OutlineWalk.OfSubtree(Document, value, resource.Outline, resource.Rules, false, json => _library.ToldRules(Document, json, Problems)),
                    resource.Bases,
                    inline: false);
                (_reached ??= []).Add(value);
                break;
        }

        return true;
    }

    /// <summary>Notes a schema that stands inline in this document, which is no schema itself.</summary>
    public void ReachInline(JsonValue value, DialectRules rules)
    {
        if (Root is { } root && (_reached ??= []).Add(value))
        {
            Add(
                OutlineWalk.OfSubtree(Document, value, root.Outline, rules, true, json => _library.ToldRules(Document, json, Problems)),
                root.Bases,
                inline: true);
        }
    }

    /// <summary>The references of schemas that apply to the same instance as the schema at <paramref name="value"/>, that schema's own included.</summary>
    public List<LinkedReference>? InPlaceReferences(JsonValue value)
    {
        if (!_isSorted)
        {
            // Only what is not linked yet has an order to keep, and by now everything is linked.
            References.Sort(static (left, right) => left.Outline.Holder.Span.Start.CompareTo(right.Outline.Holder.Span.Start));
            _isSorted = true;
        }

        int low = 0, high = References.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (References[middle].Outline.Holder.Span.Start < value.Span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        List<LinkedReference>? found = null;
        for (; low < References.Count && References[low].Outline.Holder.Span.Start < value.Span.End; low++)
        {
            var outline = References[low].Outline;
            if (outline.InPlaceFrom <= value.Span.Start && !outline.IsIgnored)
            {
                (found ??= []).Add(References[low]);
            }
        }

        return found;
    }

    private SchemaResource ResourceOf(OutlineResource outline) => _byOutline is null ? _resources[0] : _byOutline[outline];

    private DialectRules? RulesAt(JsonValue value)
    {
        if (_resources.Count > 1)
        {
            var resource = ResourceOf(value).Outline;
            return ReferenceEquals(resource.Root, value) ? resource.Rules : null;
        }

        return null;
    }

    private void Add(DocumentOutline outline, IReadOnlyList<string> bases, bool inline)
    {
        foreach (var found in outline.Resources)
        {
            Add(new SchemaResource(_library, this, found, BasesOf(found, bases)) { StandsForItself = inline && found.Id is null });
        }

        _isSorted &= References.Count == 0 || outline.References.Count == 0;
        foreach (var reference in outline.References)
        {
            References.Add(new LinkedReference(reference, this, ResourceOf(reference.Resource)));
        }

        if (outline.Problems.Count > 0)
        {
            Problems.AddRange(outline.Problems);
        }
    }

    private void Add(SchemaResource resource)
    {
        if (_resources.Count == 1)
        {
            _byOutline = new Dictionary<OutlineResource, SchemaResource> { [_resources[0].Outline] = _resources[0] };
        }

        _byOutline?.Add(resource.Outline, resource);
        _resources.Insert(PlaceFor(resource.Outline.Root.Span.Start), resource);
        if (resource.StandsForItself || (_resources.Count == 1 && resource.Bases.Count == 1))
        {
            return;
        }

        if (_byUri is null)
        {
            _byUri = new Dictionary<string, SchemaResource>(StringComparer.Ordinal) { [_resources[0].BaseUri] = _resources[0] };
        }

        for (var i = 0; i < resource.Bases.Count; i++)
        {
            if (!_byUri.ContainsKey(resource.Bases[i]))
            {
                _byUri.Add(resource.Bases[i], resource);
            }
            else if (i == 0 && resource.Outline is { Id: { } id, Parent: not null })
            {
                Problems.Add(SchemaRules.SameIdentifier.At(
                    Document.Text, id.Span, JsonText.Shown(id.Value) + " is already the identifier of another schema in this file: give this one its own."));
            }
        }
    }

    private IReadOnlyList<string> BasesOf(OutlineResource outline, IReadOnlyList<string> bases)
    {
        if (outline.Parent is not { } parent || outline.Id is not { } id)
        {
            // The bases of a document's root are the library's to say.
            return bases;
        }

        var uri = UriReference.Split(id.Value).Uri;
        if (UriReference.IsAbsolute(uri))
        {
            return [UriReference.Normalize(uri)];
        }

        var parents = ResourceOf(parent).Bases;
        var resolved = new string[parents.Count];
        for (var i = 0; i < resolved.Length; i++)
        {
            resolved[i] = UriReference.Resolve(parents[i], uri);
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
