using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>The documents at hand by what they answer to: their path, their identifier, and the URIs that are mapped to them.</summary>
internal sealed class DocumentIndex
{
    private readonly Dictionary<string, JsonDocument> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonDocument> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonDocument> _byDraft04Id = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private readonly List<(string Uri, string Path)> _files = [];
    private readonly List<(string Prefix, string Folder)> _folders = [];
    private readonly string _baseFolder;
    private Dictionary<string, JsonDocument>? _embedded;

    public DocumentIndex(IEnumerable<JsonDocument> documents, SchemaResources resources)
    {
        _baseFolder = resources.BaseFolder;
        BaseFolderUri = UriReference.OfPath(_baseFolder);
        foreach (var mapping in resources.Mappings)
        {
            Map(mapping);
        }

        _folders.Sort(static (left, right) => right.Prefix.Length.CompareTo(left.Prefix.Length));
        foreach (var document in documents)
        {
            if (!_byPath.ContainsKey(document.Path))
            {
                _byPath.Add(document.Path, document);
                AddId(document);
            }
        }
    }

    public string BaseFolderUri { get; }

    public IEnumerable<string> Paths => _byPath.Keys;

    public JsonDocument? ByPath(string path) =>
        _byPath.TryGetValue(path, out var document) ? document : MetaSchemas.Find(path);

    /// <summary>The document that answers to a URI.</summary>
    /// <param name="uri">A normalised URI without a fragment.</param>
    /// <param name="draft04">Whether whoever asks is of draft-04, whose identifiers are called <c>id</c>.</param>
    /// <param name="reference">What was written: an absolute path is an identifier's, and never a file's.</param>
    public JsonDocument? ByUri(string uri, bool draft04, string reference)
    {
        JsonDocument? document = null;
        if (!reference.StartsWith("/", StringComparison.Ordinal) && UriReference.ToPath(uri) is { } path && _byPath.TryGetValue(path, out document))
        {
            return document;
        }

        if (_byId.TryGetValue(uri, out document) || (draft04 && _byDraft04Id.TryGetValue(uri, out document)))
        {
            return document;
        }

        return MappedPath(uri) is { } mapped && _byPath.TryGetValue(mapped, out document) ? document : MetaSchemas.Find(uri);
    }

    /// <summary>The path of the file that <c>resources</c> names for a URI, whether there is such a file or not.</summary>
    public string? MappedPath(string uri)
    {
        foreach (var (mapped, path) in _files)
        {
            if (mapped == uri)
            {
                return path;
            }
        }

        foreach (var (prefix, folder) in _folders)
        {
            if (uri.StartsWith(prefix, StringComparison.Ordinal))
            {
                var rest = UriReference.ToPath(UriReference.OfPath("") + uri.Substring(prefix.Length))!;

                // An escaped dot segment would lead out of the folder.
                return rest.Split('/').Contains("..") ? null : folder + rest;
            }
        }

        return null;
    }

    /// <summary>The other document that claims the identifier of the one that answers to it, or null.</summary>
    public string? RivalFor(string uri) => _taken.TryGetValue(uri, out var rival) ? rival : null;

    /// <summary>The base URIs of a document's root; the first is the one that counts.</summary>
    public IReadOnlyList<string> BasesOf(JsonDocument document, DialectRules rules)
    {
        if (MetaSchemas.Find(document.Path) == document)
        {
            return [document.Path];
        }

        var path = UriReference.OfPath(document.Path);
        var silenced = rules.RefSilencesSiblings && (document.Root as JsonObject)?["$ref"]?.Value is JsonString;
        var id = silenced ? null : RootId(document, rules.IdKeyword);
        if (id is { Length: > 0 })
        {
            return UriReference.IsAbsolute(id) ? [UriReference.Normalize(id)] : [UriReference.Resolve(BaseFolderUri, id), path];
        }

        return UriOfMapped(document.Path) is { } mapped ? [mapped, path] : [path];
    }

    /// <summary>The document in which a resource with that absolute identifier is embedded. Only references that lead nowhere else get here.</summary>
    public JsonDocument? ByEmbedded(string uri)
    {
        if (_embedded is null)
        {
            _embedded = new Dictionary<string, JsonDocument>(StringComparer.Ordinal);
            foreach (var document in _byPath.Values)
            {
                AddEmbedded(document);
            }
        }

        return _embedded.TryGetValue(uri, out var found) ? found : null;
    }

    /// <summary>A path as the manifest would write it, for messages.</summary>
    public string Display(string path) =>
        path.StartsWith(_baseFolder, StringComparison.Ordinal) ? path.Substring(_baseFolder.Length) : path;

    private static string? RootId(JsonDocument document, string keyword) =>
        (document.Root as JsonObject)?[keyword]?.Value is JsonString id ? UriReference.Split(id.Value).Uri : null;

    private void AddEmbedded(JsonDocument document)
    {
        if (document.Root is not JsonObject root)
        {
            return;
        }

        var told = Dialects.Standard((root["$schema"]?.Value as JsonString)?.Value) ?? Dialect.Draft202012;
        var rules = DialectRules.For(told);
        var bases = new Dictionary<OutlineResource, string>();
        foreach (var resource in OutlineWalk.Of(document, rules, static _ => null).Resources)
        {
            if (resource.Parent is null)
            {
                bases.Add(resource, BasesOf(document, rules)[0]);
                continue;
            }

            var uri = UriReference.Resolve(bases[resource.Parent], UriReference.Split(resource.Id!.Value).Uri);
            bases.Add(resource, uri);
            if (!_embedded!.ContainsKey(uri))
            {
                _embedded.Add(uri, document);
            }
        }
    }

    private void AddId(JsonDocument document)
    {
        if (document.Root is not JsonObject root)
        {
            return;
        }

        var told = root["$schema"]?.Value as JsonString;
        var isDraft04 = told is not null && Dialects.Standard(told.Value) == Dialect.Draft04;
        var id = isDraft04 ? null : RootId(document, "$id");
        var ids = _byId;
        if (id is null)
        {
            if (told is not null && !isDraft04)
            {
                return;
            }

            id = RootId(document, "id");
            ids = isDraft04 ? _byId : _byDraft04Id;
        }

        if (id is not { Length: > 0 })
        {
            return;
        }

        var uri = UriReference.Resolve(BaseFolderUri, id);
        if (!ids.ContainsKey(uri))
        {
            ids.Add(uri, document);
        }
        else if (!_taken.ContainsKey(uri))
        {
            _taken.Add(uri, document.Path);
        }
    }

    private void Map(ResourceMapping mapping)
    {
        var uri = UriReference.Split(mapping.Uri).Uri;
        if (!UriReference.IsAbsolute(uri) || UriReference.ToPath(UriReference.Resolve(BaseFolderUri, mapping.Path.Replace('\\', '/'))) is not { } path)
        {
            return;
        }

        uri = UriReference.Normalize(uri);
        if (uri[uri.Length - 1] == '/' || path.EndsWith("/", StringComparison.Ordinal))
        {
            _folders.Add((WithSlash(uri), WithSlash(path)));
        }
        else
        {
            _files.Add((uri, path));
        }
    }

    private static string WithSlash(string text) => text.EndsWith("/", StringComparison.Ordinal) ? text : text + "/";

    private string? UriOfMapped(string path)
    {
        foreach (var (uri, mapped) in _files)
        {
            if (mapped == path)
            {
                return uri;
            }
        }

        foreach (var (prefix, folder) in _folders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
            {
                return prefix + UriReference.OfPath(path.Substring(folder.Length)).Substring(UriReference.OfPath("").Length);
            }
        }

        return null;
    }
}
