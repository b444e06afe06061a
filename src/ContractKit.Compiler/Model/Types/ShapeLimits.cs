using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>What values must keep beside their schemas, so that the C# types chosen for them hold them.</summary>
internal sealed class ShapeLimits
{
    private readonly Dictionary<Schema, Noted> _noted = [];

    /// <summary>Lets go of a schema that nobody asks about any more.</summary>
    public void LetGo(Schema schema) => _noted.Remove(schema);

    /// <summary>What a value of that schema must keep besides; null for nothing.</summary>
    public ScalarLimit? LimitOf(Schema schema) => _noted.TryGetValue(schema, out var noted) ? noted.Limit : null;

    /// <summary>The kinds of which a value of that schema may be.</summary>
    public JsonKinds KindsOf(Schema schema) => _noted.TryGetValue(schema, out var noted) ? noted.Kinds : JsonKinds.Any;

    /// <summary>Notes that the values of those schemas are of a type of C# or .NET that may hold less than they allow.</summary>
    public void Note(EquatableArray<Schema> schemas, TypeShape shape)
    {
        if (shape is ScalarShape scalar && LimitOf(scalar.Kind) is { } limit)
        {
            foreach (var schema in schemas)
            {
                Of(schema).Limit = limit;
            }
        }
    }

    /// <summary>
    /// Notes of which kinds a set's values are, where by the letter they could be of others: a schema without <c>type</c> whose
    /// keywords tell that an object or an array is meant.
    /// </summary>
    /// <returns>The shape; a wider one where it cannot be told what the kinds' types hold.</returns>
    public TypeShape Note(SchemaSet set, JsonKinds kinds, TypeShape shape, IReadOnlyList<TypeShape> parts)
    {
        if ((set.LiteralKinds & ~kinds) == 0 || HoldsAnything(set, shape))
        {
            return shape;
        }

        // A word or number may be valid by the branch that means an object, and so by no rule that asks whether its type holds it.
        var limited = parts.Where(static part => part is ScalarShape { Kind: var kind } && LimitOf(kind) is not null).ToList();
        if (limited.Count > 1)
        {
            return TypeShape.Element;
        }

        Note(set.Home.AsSet.Schemas, limited.FirstOrDefault() ?? shape);
        Of(set.Home).Kinds = kinds;
        return shape;
    }

    /// <summary>Notes of which kinds a branch's values are, though by the letter they could be of others.</summary>
    public void Note(SchemaSet branch, JsonKinds kinds) => Of(branch.Home).Kinds = kinds;

    private Noted Of(Schema schema)
    {
        if (!_noted.TryGetValue(schema, out var noted))
        {
            _noted[schema] = noted = new Noted();
        }

        return noted;
    }

    private static bool HoldsAnything(SchemaSet set, TypeShape shape) => shape switch
    {
        ElementShape or PlannedShape { Kind: NamedKind.Union } => true,
        PlannedShape { Kind: NamedKind.Record } => set.Kinds == JsonKinds.Any && !Demands(set),
        _ => false,
    };

    // Whether one of the members named must be there; only then does a record refuse what is no object.
    private static bool Demands(SchemaSet set)
    {
        var conjuncts = set.Conjuncts.Where(static schema => schema.Boolean is null).ToList();
        var required = conjuncts.SelectMany(static schema => (schema["required"]?.Value as JsonArray)?.Items.OfType<JsonString>() ?? []).Select(static name => name.Value).ToList();
        return conjuncts.Any(schema => schema["properties"]?.Value is JsonObject properties && required.Any(name => properties[name] is not null));
    }

    /// <summary>What the values of a type of C# or .NET must keep beside a schema that allows more; null for nothing.</summary>
    public static ScalarLimit? LimitOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int64 => ScalarLimit.Int64,
        ScalarKind.Int32 => ScalarLimit.Int32,
        ScalarKind.Double => ScalarLimit.Double,
        ScalarKind.Decimal => ScalarLimit.Decimal,
        ScalarKind.DateTimeOffset => ScalarLimit.DateTimeOffset,
        ScalarKind.DateOnly => ScalarLimit.DateOnly,
        ScalarKind.Guid => ScalarLimit.Guid,
        ScalarKind.Bytes => ScalarLimit.Base64,
        _ => null,
    };

    private sealed class Noted
    {
        public ScalarLimit? Limit { get; set; }

        public JsonKinds Kinds { get; set; } = JsonKinds.Any;
    }
}
