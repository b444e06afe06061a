using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>A schema resource (2020-12 core, section 4.3.5): what one base URI and one dialect hold for.</summary>
public sealed class SchemaResource
{
    private static readonly Dictionary<string, Schema> s_none = [];
    private readonly SchemaLibrary _library;
    private Dictionary<string, Schema>? _dynamicAnchors;
    private Dictionary<string, JsonValue>? _fragments;

    internal SchemaResource(SchemaLibrary library, SchemaDocument document, OutlineResource outline, IReadOnlyList<string> bases)
    {
        _library = library;
        Document = document;
        Outline = outline;
        Bases = bases;
    }

    /// <summary>The URI against which its references resolve, without a fragment. For a file without an identifier it is of a scheme of our own.</summary>
    public string BaseUri => Bases[0];

    /// <summary>The schema that is the whole resource.</summary>
    public Schema Root => _library.SchemaAt(Document.Document, Outline.Root);

    /// <summary>Its <c>$dynamicAnchor</c>s by name; under <c>""</c> the root, where it has <c>$recursiveAnchor</c>.</summary>
    public IReadOnlyDictionary<string, Schema> DynamicAnchors
    {
        get
        {
            if (Outline.DynamicAnchors.Count == 0)
            {
                return s_none;
            }

            if (_dynamicAnchors is null)
            {
                _dynamicAnchors = [];
                foreach (var anchor in Outline.DynamicAnchors)
                {
                    _dynamicAnchors.Add(anchor.Key, _library.SchemaAt(Document.Document, anchor.Value));
                }
            }

            return _dynamicAnchors;
        }
    }

    internal SchemaDocument Document { get; }

    internal OutlineResource Outline { get; }

    /// <summary>The base URI, and the others that a reference may be tried against: a file's path where its identifier is relative or absent.</summary>
    internal IReadOnlyList<string> Bases { get; }

    /// <summary>The resource that it is embedded in.</summary>
    internal SchemaResource? Around => Outline.Parent is { } parent ? Document.ResourceOf(parent.Root) : null;

    internal DialectRules Rules => Outline.Rules;

    /// <summary>Whether a fragment that the resource does not have is looked for in the whole document: an inline schema of a manifest.</summary>
    internal bool StandsForItself { get; init; }

    /// <summary>Fragments that were resolved before, to schemas.</summary>
    internal Dictionary<string, JsonValue> Fragments => _fragments ??= new Dictionary<string, JsonValue>(StringComparer.Ordinal);
}
