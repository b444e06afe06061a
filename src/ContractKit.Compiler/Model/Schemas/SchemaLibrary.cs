using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>
/// All documents that one manifest has at hand, and what refers to what in those that it leads to. Nothing is linked before a schema
/// is asked about its dialect or its references. Ask for all roots first: a document that does not tell its dialect takes that of the
/// schema that first refers to it, and roots that do tell theirs are followed before those that do not. Not safe for several threads.
/// </summary>
public sealed class SchemaLibrary
{
    private readonly Dictionary<string, SchemaDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaResource> _embedded = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonValue, Schema> _schemas = [];
    private readonly Dictionary<JsonValue, LinkedReference> _references = [];
    private readonly Dictionary<JsonValue, LinkedReference> _dynamicReferences = [];
    private readonly List<(JsonDocument Document, JsonValue Schema, bool Inline)> _roots = [];
    private readonly Queue<SchemaDocument> _unlinked = [];
    private readonly List<LinkedReference> _linked = [];
    private readonly DocumentIndex _index;
    private readonly Dialects _dialects;
    private readonly ReferenceLinker _linker;
    private readonly ReferenceCircles _circles = new();
    private DocumentClosures? _closures;

    private SchemaLibrary(DocumentIndex index)
    {
        _index = index;
        _dialects = new Dialects(index);
        _linker = new ReferenceLinker(this, index);
    }

    /// <summary>A library of documents; where two have the same path, the first counts.</summary>
    public static SchemaLibrary Create(IEnumerable<JsonDocument> documents, SchemaResources resources) => new(new DocumentIndex(documents, resources));

    /// <summary>The paths of all documents that were given, in no order.</summary>
    public IEnumerable<string> DocumentPaths => _index.Paths;

    /// <summary>The document of that path, whether anything leads to it or not: one of the given, or a built-in meta-schema by its URI.</summary>
    public JsonDocument? Document(string path) => _index.ByPath(path);

    /// <summary>The schema that a manifest refers to: a path relative to it, with a <c>#/pointer</c> or <c>#anchor</c> or without; or a URI that is mapped.</summary>
    /// <param name="from">The manifest.</param>
    /// <param name="reference">The reference as it stands there.</param>
    /// <param name="problems">Gets what is wrong with it.</param>
    /// <returns>Null where the reference leads nowhere.</returns>
    public Schema? Open(JsonDocument from, JsonString reference, List<Problem> problems)
    {
        var target = _linker.Open(from, reference, problems);
        if (target is not ({ } document, { } value))
        {
            return null;
        }

        _roots.Add((document, value, false));
        return SchemaAt(document, value);
    }

    /// <summary>A schema that stands inline in a document which is no schema itself. In it, <c>#</c> is the schema first, and the document after that.</summary>
    public Schema OpenInline(JsonDocument document, JsonValue schema)
    {
        _roots.Add((document, schema, true));
        return SchemaAt(document, schema);
    }

    /// <summary>
    /// Paths of all documents that a document reaches by references and meta-schemas, itself included, in ordinal order. Built-in
    /// meta-schemas are among them by their URI. Documents with the same closure share one list.
    /// </summary>
    public IReadOnlyCollection<string> ReachedFrom(string documentPath)
    {
        Link();
        _closures ??= new DocumentClosures(_documents);
        return _closures.From(documentPath);
    }

    /// <summary>The dialect of a document that something leads to: told by itself, or taken from the schema that first refers to it. Null for other documents.</summary>
    public Dialect? DialectOf(string documentPath)
    {
        Link();
        return _documents.TryGetValue(documentPath, out var document) ? document.Root?.Rules.Dialect : null;
    }

    /// <summary>What is wrong with the references, identifiers and dialects of a document, in the order of their places; nothing for documents that nothing leads to.</summary>
    public IReadOnlyList<Problem> Check(string documentPath)
    {
        Link();
        if (!_documents.TryGetValue(documentPath, out var document) || !document.HasProblems)
        {
            return [];
        }

        document.Problems.Sort();
        return document.Problems;
    }

    internal Schema SchemaAt(JsonDocument document, JsonValue value)
    {
        if (!_schemas.TryGetValue(value, out var schema))
        {
            schema = new Schema(this, document, value);
            _schemas.Add(value, schema);
        }

        return schema;
    }

    /// <summary>Lets go of the schemas of a document that nothing is asked about any more, but for its root. (Whoever asked all the same would be given others.)</summary>
    /// <param name="documentPath">The document.</param>
    /// <param name="gone">Gets each of them.</param>
    internal void LetGo(string documentPath, Action<Schema> gone)
    {
        if (Document(documentPath)?.Root is { } root && _schemas.TryGetValue(root, out var schema))
        {
            schema.LetGo(subschema =>
            {
                _schemas.Remove(subschema.Json);
                gone(subschema);
            });
        }
    }

    internal SchemaResource ResourceOf(JsonDocument document, JsonValue value) => Linked(document, value).ResourceOf(value);

    /// <summary>Whether following references leads anywhere from the schemas of a document, or from outside into them.</summary>
    internal bool HasReferences(Schema schema) => Linked(schema.Document, schema.Json).HasReferences;

    internal LinkedReference? ReferenceOf(Schema schema, bool dynamic)
    {
        Link();
        return (dynamic ? _dynamicReferences : _references).TryGetValue(schema.Json, out var reference) ? reference : null;
    }

    /// <summary>What the <c>$schema</c> of a schema says, or null where it has none or it is not known; which is reported.</summary>
    internal DialectRules? ToldRules(JsonDocument document, JsonObject schema, List<Problem> problems)
    {
        if (schema["$schema"]?.Value is not JsonString told)
        {
            return null;
        }

        var choice = _dialects.Of(told.Value, document.Path);
        if (choice.Rules is null)
        {
            problems.Add(SchemaRules.UnknownDialect.At(
                document.Text, told.Span, ReferenceMessages.UnknownDialect(told.Value), ReferenceMessages.DialectRemedy(told.Value)));
        }
        else if (choice.UnknownVocabulary is { } vocabulary)
        {
            problems.Add(SchemaRules.UnknownVocabulary.At(document.Text, told.Span, ReferenceMessages.UnknownVocabulary(vocabulary)));
        }

        return choice.Rules;
    }

    /// <summary>The document with its outline; one that does not tell its dialect takes the given one.</summary>
    internal SchemaDocument Load(JsonDocument document, DialectRules? inherited, bool bare = false)
    {
        if (_documents.TryGetValue(document.Path, out var loaded))
        {
            return loaded;
        }

        var problems = new List<Problem>();
        var told = bare || document.Root is not JsonObject root ? null : ToldRules(document, root, problems);
        var rules = told ?? inherited ?? DialectRules.For(Dialect.Draft202012);
        var outline = bare
            ? OutlineWalk.Bare(document, rules)
            : OutlineWalk.Of(document, rules, json => ToldRules(document, json, problems));
        loaded = new SchemaDocument(this, document, outline, _index.BasesOf(document, rules), problems);
        _documents.Add(document.Path, loaded);
        if (told is not null && document.Root is JsonObject { } teller && teller["$schema"]?.Value is JsonString text
            && _dialects.Of(text.Value, document.Path).MetaSchemaPath is { } metaSchema && _index.ByPath(metaSchema) is { } custom)
        {
            loaded.Reaching(metaSchema);
            Load(custom, null);
        }

        Enqueue(loaded);
        return loaded;
    }

    /// <summary>The resource of that URI among the documents that have been loaded.</summary>
    internal SchemaResource? Embedded(string uri) => _embedded.TryGetValue(uri, out var resource) ? resource : null;

    /// <summary>Puts a document in line whose references have become known.</summary>
    internal void Enqueue(SchemaDocument document)
    {
        foreach (var resource in document.Embedded)
        {
            if (!resource.StandsForItself && !_embedded.ContainsKey(resource.BaseUri))
            {
                _embedded.Add(resource.BaseUri, resource);
            }
        }

        if (document.Linked < document.References.Count)
        {
            _unlinked.Enqueue(document);
        }
    }

    /// <summary>Links everything that the roots lead to, breadth first.</summary>
    internal void Link()
    {
        if (_roots.Count == 0)
        {
            return;
        }

        _closures = null;
        var roots = _roots.ToArray();
        _roots.Clear();
        foreach (var (document, schema, inline) in roots)
        {
            if (!inline && (document.Root as JsonObject)?["$schema"]?.Value is JsonString)
            {
                Load(document, null);
            }
        }

        LinkLoaded();
        foreach (var (document, schema, inline) in roots)
        {
            var loaded = Load(document, null, bare: inline);
            if (inline)
            {
                var told = schema is JsonObject json ? ToldRules(document, json, loaded.Problems) : null;
                loaded.ReachInline(schema, told ?? DialectRules.For(Dialect.Draft202012));
            }
            else
            {
                loaded.Reach(schema);
            }

            Enqueue(loaded);
            LinkLoaded();
        }

        _circles.Break(_linked);
        _linked.Clear();
    }

    private SchemaDocument Linked(JsonDocument document, JsonValue value)
    {
        Link();
        if (!_documents.TryGetValue(document.Path, out var linked))
        {
            _roots.Add((document, value, false));
            Link();
            linked = _documents[document.Path];
        }

        return linked;
    }

    private void LinkLoaded()
    {
        while (_unlinked.Count > 0)
        {
            var document = _unlinked.Dequeue();
            while (document.Linked < document.References.Count)
            {
                var reference = document.References[document.Linked++];
                (reference.Outline.Kind == ReferenceKind.Ref ? _references : _dynamicReferences)[reference.Outline.Holder] = reference;
                _linker.Link(reference);
                _linked.Add(reference);
            }
        }
    }
}
