using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Model.Types;

/// <summary>What all manifests' roots together ask of one document. Equal entries over equal documents give equal types.</summary>
/// <param name="Path">The document.</param>
/// <param name="Types">The types at home in it.</param>
public sealed record DocumentEntries(string Path, EquatableArray<TypeEntry> Types);

/// <summary>A type that is asked of a document.</summary>
/// <param name="Place">The schemas that decide it, and its kind.</param>
/// <param name="Directions">Which way its values travel.</param>
/// <param name="Name">The name that the manifest gives it, or null.</param>
public sealed record TypeEntry(string Place, Directions Directions, CSharpName? Name);
