using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>A schema that a manifest asks for.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Name">The name that the manifest gives it, or null where it gives none.</param>
/// <param name="Directions">Which way its values travel.</param>
public sealed record SchemaRoot(Schema Schema, CSharpName? Name, Directions Directions);
