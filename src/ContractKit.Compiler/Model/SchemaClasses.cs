using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model;

/// <summary>Names the public classes that judge documents by the schemas that a manifest names.</summary>
internal static class SchemaClasses
{
    /// <summary>One class a schema. A schema that stands inline in an operation and is no type of its own has no name, and no class.</summary>
    public static IReadOnlyList<SchemaClass> Of(ManifestContract manifest, TypeBinder types)
    {
        var classes = new List<SchemaClass>();
        var seen = new HashSet<SchemaLocation>();
        var taken = new HashSet<CSharpName>(types.Names.Select(static name => name.Name));
        foreach (var root in manifest.Roots)
        {
            if (NameOf(root, manifest, types) is { } name
                && CSharpName.TryCreate(name + "Schema", out var className)
                && seen.Add(root.Schema.Location)
                && taken.Add(className))
            {
                classes.Add(new SchemaClass(className, root.Schema.Location));
            }
        }

        return classes;
    }

    private static string? NameOf(SchemaRoot root, ManifestContract manifest, TypeBinder types)
    {
        if (root.Name is { } given)
        {
            return given.Identifier;
        }

        var location = root.Schema.Location;
        if (location.Path == manifest.Json.Path)
        {
            return types.ShapeOf(root.Schema, root.Directions).NotNull is NamedShape { Kind: NamedKind.Record or NamedKind.Union or NamedKind.Tuple } inline
                ? inline.Name.Identifier
                : null;
        }

        // The file's name, whatever the schema's type: an array, a bare string or `true` has a class too.
        return types.ShapeOf(root.Schema, root.Directions).NotNull is NamedShape { Kind: NamedKind.Record or NamedKind.Union or NamedKind.Tuple or NamedKind.Choice or NamedKind.Enum } named
            ? named.Name.Identifier
            : SchemaNames.NameAt(root.Schema);
    }
}
