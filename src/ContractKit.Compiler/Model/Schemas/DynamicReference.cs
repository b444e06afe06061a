namespace ContractKit.Compiler.Model.Schemas;

/// <summary>A <c>$dynamicRef</c> (2020-12 core, section 8.2.3.2) or <c>$recursiveRef</c> (2019-09 core, section 8.2.4.2).</summary>
/// <param name="Initial">What the reference leads to before the dynamic scope is asked.</param>
/// <param name="Anchor">
/// The dynamic anchor to look for, outermost resource of the dynamic scope first, in <see cref="SchemaResource.DynamicAnchors"/>;
/// <c>""</c> for <c>$recursiveAnchor</c>; null where the initial target has no such anchor, so that the reference behaves as <c>$ref</c>.
/// </param>
public sealed record DynamicReference(Schema Initial, string? Anchor);
