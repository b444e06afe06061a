using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Which keyword a reference stands in.</summary>
internal enum ReferenceKind
{
    Ref,
    DynamicRef,
    RecursiveRef,
}

/// <summary>A reference as written.</summary>
/// <param name="Resource">The resource it stands in.</param>
/// <param name="Holder">The schema it is a keyword of.</param>
/// <param name="Text">The reference.</param>
/// <param name="Kind">Its keyword.</param>
/// <param name="InPlaceFrom">Where the outermost of the schemas around it starts that apply to the same instance.</param>
/// <param name="IsIgnored">Whether it stands inside a sibling of <c>$ref</c> that does not count, so that it is no mistake where it leads nowhere.</param>
internal sealed record OutlineReference(OutlineResource Resource, JsonObject Holder, JsonString Text, ReferenceKind Kind, int InPlaceFrom, bool IsIgnored);

/// <summary>A schema resource as written: a schema with an identifier, or one that stands for itself.</summary>
internal sealed class OutlineResource(JsonValue root, OutlineResource? parent, JsonString? id, DialectRules rules)
{
    // Most have none of either, and outlines are kept as long as their documents.
    private static readonly Dictionary<string, JsonValue> s_none = [];
    private Dictionary<string, JsonValue>? _anchors;
    private Dictionary<string, JsonValue>? _dynamicAnchors;

    public JsonValue Root { get; } = root;

    public OutlineResource? Parent { get; } = parent;

    /// <summary>Its <c>$id</c>; null for a document's root or an inline schema that has none.</summary>
    public JsonString? Id { get; } = id;

    public DialectRules Rules { get; } = rules;

    /// <summary><c>$anchor</c>, <c>$dynamicAnchor</c>, and identifiers that are only a fragment, by name.</summary>
    public IReadOnlyDictionary<string, JsonValue> Anchors => _anchors ?? s_none;

    /// <summary><c>$dynamicAnchor</c> by name; a resource with <c>$recursiveAnchor</c> stands under the empty name.</summary>
    public IReadOnlyDictionary<string, JsonValue> DynamicAnchors => _dynamicAnchors ?? s_none;

    /// <summary>Notes an anchor, unless its name is that of another schema.</summary>
    /// <returns>That other schema, or null.</returns>
    public JsonValue? TryAddAnchor(string name, JsonValue schema)
    {
        if (Anchors.TryGetValue(name, out var taken))
        {
            return ReferenceEquals(taken, schema) ? null : taken;
        }

        (_anchors ??= []).Add(name, schema);
        return null;
    }

    /// <summary>Notes a dynamic anchor; of two of one name the last counts.</summary>
    public void AddDynamicAnchor(string name, JsonValue schema) => (_dynamicAnchors ??= [])[name] = schema;
}

/// <summary>
/// What a document says about identifiers and references, before any of them is resolved. It depends on the document and its dialect
/// alone, so that it outlives an edit of other documents.
/// </summary>
internal sealed class DocumentOutline(IReadOnlyList<OutlineResource> resources, IReadOnlyList<OutlineReference> references, IReadOnlyList<Problem> problems)
{
    /// <summary>The resources in the order in which they start; the document's own first.</summary>
    public IReadOnlyList<OutlineResource> Resources { get; } = resources;

    /// <summary>The references in the order in which their schemas start.</summary>
    public IReadOnlyList<OutlineReference> References { get; } = references;

    /// <summary>What is wrong with them by themselves.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
