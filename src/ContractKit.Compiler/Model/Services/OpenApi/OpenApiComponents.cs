using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Services.OpenApi;

/// <summary>The schemas of a document that stand among its components: bodies, and what is referred to. Each is called as its C# type.</summary>
internal sealed class OpenApiComponents(IReadOnlyDictionary<SchemaLocation, string> names)
{
    private readonly Dictionary<Schema, string> _chosen = [];
    private readonly HashSet<string> _taken = [];
    private readonly List<Schema> _order = [];

    /// <summary>The components so far; writing one may lead to more.</summary>
    public IReadOnlyList<Schema> Schemas => _order;

    /// <summary>The component's name.</summary>
    public string this[Schema schema] => _chosen[schema];

    /// <summary>A <c>$ref</c> to the component that the schema is from now on.</summary>
    public JsonMember ReferenceTo(Schema schema)
    {
        schema = Target(schema);
        if (!_chosen.TryGetValue(schema, out var name))
        {
            name = Choose(schema);
            _chosen.Add(schema, name);
            _order.Add(schema);
        }

        return NewJson.Member("$ref", NewJson.Text("#/components/schemas/" + name)!);
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
