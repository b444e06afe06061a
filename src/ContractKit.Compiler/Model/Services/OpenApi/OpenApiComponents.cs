using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Services.OpenApi;

/// <summary>The schemas of a document that stand among its components: bodies, and what is referred to. Each is called as its C# type.</summary>
/// <param name="names">The names of types, by the place of their schemas.</param>
/// <param name="folder">The URI of the manifest's folder, which stands in no identifier.</param>
/// <param name="keepsResources">
/// Whether each component is a whole schema resource with its <c>$id</c>, to which references are absolute: where a reference is
/// dynamic, what it leads to depends on the resources around it.
/// </param>
internal sealed class OpenApiComponents(IReadOnlyDictionary<SchemaLocation, string> names, string folder, bool keepsResources)
{
    private readonly Dictionary<Schema, string> _chosen = [];
    private readonly HashSet<string> _taken = [];
    private readonly List<Schema> _order = [];

    /// <summary>The components so far; writing one may lead to more.</summary>
    public IReadOnlyList<Schema> Schemas => _order;

    /// <summary>The component's name.</summary>
    public string this[Schema schema] => _chosen[schema];

    /// <summary>Whether each component is a whole schema resource.</summary>
    public bool KeepsResources => keepsResources;

    /// <summary>The identifier of a resource.</summary>
    public string IdentifierOf(SchemaResource resource)
    {
        var uri = resource.BaseUri;
        uri = uri.StartsWith(folder, System.StringComparison.Ordinal) ? UriReference.OfPath("") + uri.Substring(folder.Length) : uri;
        return resource.StandsForItself ? uri + "?" + System.Uri.EscapeDataString(resource.Root.Location.Pointer) : uri;
    }

    /// <summary>A <c>$ref</c> from one of the components to a schema.</summary>
    public JsonMember ReferenceWithin(Schema schema)
    {
        if (!keepsResources)
        {
            return ReferenceTo(schema);
        }

        var resource = schema.Resource;
        var root = resource;
        while (root.Outline.Parent is not null && !root.StandsForItself)
        {
            root = root.Around!;
        }

        Add(root.Root);
        var pointer = JsonPointer.Of(resource.Root.Json, schema.Json);
        return NewJson.Member("$ref", NewJson.Text(IdentifierOf(resource) + (pointer.Length == 0 ? "" : "#" + System.Uri.EscapeDataString(pointer).Replace("%2F", "/")))!);
    }

    /// <summary>A <c>$ref</c> from the description of an operation to the component that the schema is from now on.</summary>
    public JsonMember ReferenceTo(Schema schema)
    {
        schema = keepsResources ? schema : Target(schema);
        if (keepsResources && !ReferenceEquals(schema.Resource.Root, schema))
        {
            return ReferenceWithin(schema);
        }

        return NewJson.Member("$ref", NewJson.Text("#/components/schemas/" + Add(schema))!);
    }

    private string Add(Schema schema)
    {
        if (!_chosen.TryGetValue(schema, out var name))
        {
            name = Choose(schema);
            _chosen.Add(schema, name);
            _order.Add(schema);
        }

        return name;
    }

    // A file that only refers to one of its definitions needs no component between.
    private static Schema Target(Schema schema)
    {
        for (var hops = 0; hops < 256; hops++)
        {
            if (schema.Ref is not { } target || schema.Keywords.Any(static keyword => keyword.Name is not ("$ref" or "$schema" or "$id" or "$defs" or "definitions" or "$comment")))
            {
                break;
            }

            schema = target;
        }

        return schema;
    }

    private string Choose(Schema schema)
    {
        var wanted = names.TryGetValue(schema.Location, out var given) ? given : SchemaNames.NameAt(schema);
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
