using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>The validators of one schema document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Source">The document's path relative to the manifest, for comments.</param>
/// <param name="ClassName">The class that has them.</param>
/// <param name="Rules">The rules, each after those that it refers to, as far as they do not refer to each other.</param>
/// <param name="Scopes">The resources that have dynamic anchors.</param>
public sealed record DocumentValidators(
    string Path, string Source, CSharpName ClassName, EquatableArray<NamedRule> Rules, EquatableArray<NamedScope> Scopes);

/// <summary>The rule of a schema that others refer to, or that a type or service asks for.</summary>
/// <param name="Location">Where the schema stands.</param>
/// <param name="Name">The rule's name in its document's class.</param>
/// <param name="Schema">What it asks.</param>
public sealed record NamedRule(SchemaLocation Location, CSharpName Name, Instruction Schema);

/// <summary>The dynamic anchors of a schema resource.</summary>
/// <param name="Resource">Where the resource's root stands.</param>
/// <param name="Name">The name of its table.</param>
/// <param name="Anchors">The anchors.</param>
public sealed record NamedScope(SchemaLocation Resource, CSharpName Name, EquatableArray<DynamicAnchor> Anchors);

/// <summary>A dynamic anchor.</summary>
/// <param name="Name">Its name; empty for <c>$recursiveAnchor</c>.</param>
/// <param name="Target">The schema that has it.</param>
public sealed record DynamicAnchor(string Name, SchemaLocation Target);
