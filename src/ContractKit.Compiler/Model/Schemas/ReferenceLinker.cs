using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Finds what a reference leads to, or says why it leads nowhere.</summary>
internal sealed class ReferenceLinker(SchemaLibrary library, DocumentIndex index)
{
    private readonly ReferenceMessages _messages = new(index);

    /// <summary>Sets the target of a reference.</summary>
    public void Link(LinkedReference reference)
    {
        var from = reference.Resource;
        var text = reference.Outline.Text;
        var problems = reference.Outline.IsIgnored ? [] : reference.Document.Problems;
        var (uri, fragment) = UriReference.Split(text.Value);
        var resource = from;
        if (uri.Length > 0)
        {
            resource = Resource(from, uri, out var unreadable);
            if (unreadable)
            {
                return;
            }
        }

        if (resource is null)
        {
            var resolved = UriReference.Resolve(from.BaseUri, uri);
            problems.Add(_messages.DocumentNotFound(reference.Document.Document, text, resolved, from.Bases, out _));
            return;
        }

        reference.Document.Reaching(resource.Document.Document.Path);
        var rival = uri.Length > 0 && resource.Outline.Parent is null ? index.RivalFor(resource.BaseUri) : null;
        if (rival is not null)
        {
            problems.Add(_messages.Ambiguous(reference.Document.Document, text, resource.Document.Document.Path, rival));
        }

        if (Place(resource, fragment ?? "", reference.Document.Document, text, problems) is not { } target)
        {
            return;
        }

        reference.TargetDocument = resource.Document;
        reference.Target = target;
        reference.DynamicAnchor = DynamicAnchor(reference.Outline.Kind, resource.Outline, fragment ?? "", target);
    }

    /// <summary>Finds the target of a manifest's reference. The document is not loaded, unless an anchor in it is asked for.</summary>
    public (JsonDocument? Document, JsonValue? Target) Open(JsonDocument from, JsonString text, List<Problem> problems)
    {
        var (uri, fragment) = UriReference.Split(text.Value);
        var resolved = UriReference.Resolve(UriReference.OfPath(from.Path), uri);
        var document = index.ByUri(resolved, draft04: false, uri);
        var isEmbedded = document is null;
        document ??= index.ByEmbedded(resolved);
        if (document is null)
        {
            // The file that will have been meant stands in, so that one wrong path is one error.
            problems.Add(_messages.DocumentNotFound(from, text, resolved, [], out var meant));
            document = meant is null ? null : index.ByPath(meant);
            isEmbedded = false;
        }

        if (document is null)
        {
            return default;
        }

        if (document.Root is null || (document.Root is not (JsonObject or JsonBoolean or JsonArray) && !document.Problems.IsEmpty))
        {
            // Nothing of it becomes a schema, so that nobody else would say what is wrong with its text.
            problems.AddRange(document.Problems);
            return default;
        }

        if (string.IsNullOrEmpty(fragment) && !isEmbedded)
        {
            if (document.Root is JsonObject or JsonBoolean)
            {
                return (document, document.Root);
            }

            problems.Add(_messages.TargetIsNoSchema(from, text, document.Root));
            return default;
        }

        library.Link();
        var loaded = library.Load(document, null);
        var resource = loaded.ResourceByUri(resolved) ?? loaded.Root!;
        return Place(resource, fragment ?? "", from, text, problems) is { } target ? (document, target) : default;
    }

    private static string? DynamicAnchor(ReferenceKind kind, OutlineResource resource, string fragment, JsonValue target) => kind switch
    {
        ReferenceKind.DynamicRef when fragment.Length > 0 && fragment[0] != '/'
            && UriReference.DecodeFragment(fragment) is { } name
            && resource.DynamicAnchors.TryGetValue(name, out var anchored) && ReferenceEquals(anchored, target) => name,
        ReferenceKind.RecursiveRef when resource.DynamicAnchors.ContainsKey("") => "",
        _ => null,
    };

    private SchemaResource? Resource(SchemaResource from, string uri, out bool unreadable)
    {
        unreadable = false;
        foreach (var baseUri in from.Bases)
        {
            var resolved = UriReference.Resolve(baseUri, uri);
            if (from.Document.ResourceByUri(resolved) is { } local)
            {
                return local;
            }

            if (index.ByUri(resolved, from.Rules.Dialect == Dialect.Draft04, uri) is { } document)
            {
                var loaded = library.Load(document, from.Rules);
                from.Document.Reaching(document.Path);
                unreadable = loaded.Root is null;
                return loaded.ResourceByUri(resolved) ?? loaded.Root;
            }
        }

        foreach (var baseUri in from.Bases)
        {
            var resolved = UriReference.Resolve(baseUri, uri);
            if (library.Embedded(resolved) is { } embedded)
            {
                return embedded;
            }

            if (index.ByEmbedded(resolved) is { } container && library.Load(container, from.Rules).ResourceByUri(resolved) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // The schema that a fragment names in a resource; what it is not is reported.
    private JsonValue? Place(SchemaResource resource, string fragment, JsonDocument from, JsonString text, List<Problem> problems)
    {
        var root = resource.Outline.Root;
        if (fragment.Length == 0)
        {
            return root is JsonObject || IsSchema(resource.Document, root, from, text, problems) ? root : null;
        }

        if (resource.Fragments.TryGetValue(fragment, out var known))
        {
            return known;
        }

        if (UriReference.DecodeFragment(fragment) is not { } decoded)
        {
            problems.Add(_messages.MalformedEscape(from, text));
            return null;
        }

        JsonValue? found;
        if (decoded[0] == '/')
        {
            if (JsonPointer.Parse(decoded) is not { } tokens)
            {
                problems.Add(_messages.MalformedPointer(from, text));
                return null;
            }

            found = Follow(root, tokens);
            if (found is null && resource.StandsForItself)
            {
                found = Follow(resource.Document.Document.Root!, tokens);
            }

            if (found is null)
            {
                problems.Add(_messages.PlaceNotFound(from, text, resource.Document.Document, root, tokens));
                return null;
            }
        }
        else if (!resource.Outline.Anchors.TryGetValue(decoded, out found))
        {
            problems.Add(_messages.AnchorNotFound(from, text, resource.Document.Document, decoded, [.. resource.Outline.Anchors.Keys]));
            return null;
        }

        if (!IsSchema(resource.Document, found, from, text, problems))
        {
            return null;
        }

        resource.Fragments.Add(fragment, found);
        return found;
    }

    private bool IsSchema(SchemaDocument document, JsonValue target, JsonDocument from, JsonString text, List<Problem> problems)
    {
        var known = document.References.Count;
        var rules = document.ResourceOf(target).Rules;
        if ((target is JsonObject || (target is JsonBoolean && rules.HasBooleanSchemas)) && document.Reach(target))
        {
            if (document.References.Count > known)
            {
                library.Enqueue(document);
            }

            return true;
        }

        problems.Add(_messages.TargetIsNoSchema(from, text, target));
        return false;
    }

    private static JsonValue? Follow(JsonValue root, IReadOnlyList<string> tokens)
    {
        JsonValue? value = root;
        for (var i = 0; i < tokens.Count && value is not null; i++)
        {
            value = JsonPointer.Step(value, tokens[i]);
        }

        return value;
    }
}
