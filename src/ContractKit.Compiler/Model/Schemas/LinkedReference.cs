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
