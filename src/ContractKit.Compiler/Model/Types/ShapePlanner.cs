using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Decides of what C# type a schema's values are, names aside. What no type expresses is <see cref="TypeShape.Element"/>: typed is what is certain.</summary>
internal sealed class ShapePlanner
{
    private const int MostNested = 64;
    private static readonly JsonKinds[] s_kinds = [JsonKinds.String, JsonKinds.Number, JsonKinds.Boolean, JsonKinds.Array, JsonKinds.Object];

    // Unions of unions have as many paths as one likes; beyond this many in one plan, no type is certain.
    private const int MostSteps = 4_000;

    // Tuples of tuples as well. Both count the schemas that are looked at, not plans: what refers to itself under allOf gathers more at each turn. A record has as many plans as members.
    private const int MostPlans = 10_000;

    private readonly Dictionary<SchemaSet, TypeShape> _planned = [];
    // Made where a union first asks for it: a table over a struct is compiled in every cold build that has one.
    private Dictionary<(SchemaSet Set, JsonKinds Kind), TypeShape>? _nested;
    private readonly HashSet<SchemaSet> _open = [];
    private readonly CombinationLimit _combinations = new();
    private int _steps;
    private int _plans;
    private bool _cut;

    /// <summary>What values must keep besides, so that their C# types hold them.</summary>
    public ShapeLimits Limits { get; } = new();

    /// <summary>The type of a schema's values.</summary>
    public TypeShape Plan(Schema schema) => Scalar(schema) ?? Plan(SchemaSet.Of(schema.Resolved));

    /// <summary>The type of the values that keep all those schemas.</summary>
    public TypeShape Plan(EquatableArray<Schema> schemas)
    {
        if (schemas.Count == 1)
        {
            return Plan(schemas[0]);
        }

        var speaking = schemas.Where(static schema => SchemaExpansion.SaysSomething(schema, [])).Select(static schema => schema.Resolved).Distinct().ToEquatableArray();
        return speaking.Count switch
        {
            0 => TypeShape.Element,
            1 => Plan(SchemaSet.Of(speaking[0])),
            _ => Plan(SchemaSet.Of(speaking)),
        };
    }

    /// <summary>The type of the values that keep a set of schemas.</summary>
    public TypeShape Plan(SchemaSet set)
    {
        if (_planned.TryGetValue(set, out var known))
        {
            return known;
        }

        if (_open.Count >= MostNested || (_open.Count > 0 && (_plans += set.Conjuncts.Count) > MostPlans) || !_open.Add(set))
        {
            // A list of lists of itself without end: C# has no such type.
            _cut = true;
            return TypeShape.Element;
        }

        if (_open.Count == 1)
        {
            _steps = 0;
            _plans = 0;
        }

        var outer = _cut;
        _cut = false;
        var shape = Decide(set);
        _open.Remove(set);

        // What was cut short inside another plan would be longer on its own, so only whole plans are remembered.
        if (!_cut || _open.Count == 0)
        {
            _planned[set] = shape;
        }

        _cut = _open.Count > 0 && (_cut || outer);
        return shape;
    }

    private TypeShape Decide(SchemaSet set)
    {
        var kinds = KindsOf(set);
        var nullable = (kinds & JsonKinds.Null) != 0;
        var shapes = new List<TypeShape>();
        foreach (var kind in Split(kinds))
        {
            shapes.Add(OfKind(set, kind));
        }

        if (kinds == JsonKinds.Any || shapes.Count == 0 || (shapes.Count > 1 && shapes.Contains(TypeShape.Element)) || !HoldsStrangers(set, kinds, shapes))
        {
            return TypeShape.Element;
        }

        var shape = shapes.Count == 1 ? shapes[0] : Named(NamedKind.Choice, set);
        shape = Limits.Note(set, kinds, shape, shapes);
        return nullable ? shape.OrNull : shape;
    }

    // A branch that means no objects, say, and takes them all the same by the letter, takes such as the type of another branch has no room
    // for. Of anyOf a record asks more than the letter, then; of oneOf it cannot, since one branch less may be what makes a value valid.
    private bool HoldsStrangers(SchemaSet set, JsonKinds kinds, List<TypeShape> shapes)
    {
        foreach (var branch in UnionBranches.Of(set))
        {
            var strangers = branch.LiteralKinds & ~KindsOf(branch) & kinds & (JsonKinds.Object | JsonKinds.Array);
            if (strangers == 0 || shapes.All(static shape => shape is ScalarShape or PlannedShape { Kind: NamedKind.Union or NamedKind.Enum }))
            {
                continue;
            }

            if (UnionBranches.CountBranches(set))
            {
                return false;
            }

            Limits.Note(branch, KindsOf(branch));
        }

        return true;
    }

    /// <summary>The kinds that a set allows or, where it does not say, means.</summary>
    public static JsonKinds KindsOf(SchemaSet set)
    {
        var kinds = set.Kinds;
        return kinds == JsonKinds.Any ? SchemaKinds.Meant(set.Conjuncts) : kinds;
    }

    /// <summary>The kinds one by one, numbers together, null left out.</summary>
    public static IEnumerable<JsonKinds> Split(JsonKinds kinds)
    {
        foreach (var kind in s_kinds)
        {
            if ((kinds & kind) != 0)
            {
                yield return kinds & kind;
            }
        }
    }

    /// <summary>The type of those values of a set that are of one kind.</summary>
    public TypeShape OfKind(SchemaSet set, JsonKinds kind)
    {
        var branches = UnionBranches.Of(set).Where(branch => (KindsOf(branch) & kind) != 0).ToList();
        if (branches.Count == 0)
        {
            return Simple(set, kind);
        }

        if (branches.Count == 1 && !branches[0].Equals(set))
        {
            return OfKind(branches[0], KindsOf(branches[0]) & kind);
        }

        if (kind is JsonKinds.String or JsonKinds.Integer && AreWords(branches, kind))
        {
            return new PlannedShape(NamedKind.Enum, set, kind);
        }

        var shapes = branches.Select(branch => OfKindNested(branch, kind)).Distinct().ToList();
        if (shapes.Count == 1)
        {
            return shapes[0];
        }

        return kind switch
        {
            JsonKinds.String => shapes.Any(IsEnum) && shapes.All(static shape => IsEnum(shape) || shape == TypeShape.String)
                ? new PlannedShape(NamedKind.Enum, set, JsonKinds.String)
                : TypeShape.String,
            JsonKinds.Object => shapes.Any(IsObject) ? Named(NamedKind.Union, set) : TypeShape.Element,
            JsonKinds.Array => new ListShape(TypeShape.Element),
            _ => shapes.All(IsEnum) ? new PlannedShape(NamedKind.Enum, set, JsonKinds.Integer) : Widest(shapes),
        };
    }

    // A union of constants is how schemas describe the words of an enum one by one; of words and free text it is an enum that allows others.
    private static bool AreWords(IReadOnlyList<SchemaSet> branches, JsonKinds kind)
    {
        var conjuncts = branches.Select(static branch => branch.Conjuncts).ToList();
        return branches.All(static branch => UnionBranches.Of(branch).Count == 0)
            && conjuncts.Count(branch => WordFacts.IsWord(branch, kind)) is var constants
            && constants > 0
            && conjuncts.All(branch => WordFacts.IsWord(branch, kind) || WordFacts.HasWords(branch, kind) || (kind == JsonKinds.String && ScalarFacts.Text(branch) == TypeShape.String));
    }

    private TypeShape OfKindNested(SchemaSet set, JsonKinds kind)
    {
        _nested ??= [];
        if (_nested.TryGetValue((set, kind), out var known))
        {
            return known;
        }

        if (_open.Count >= MostNested || (_steps += set.Conjuncts.Count) > MostSteps || !_open.Add(set))
        {
            _cut = true;
            return TypeShape.Element;
        }

        var outer = _cut;
        _cut = false;
        var shape = OfKind(set, KindsOf(set) & kind);
        _open.Remove(set);
        if (!_cut)
        {
            _nested[(set, kind)] = shape;
        }

        _cut |= outer;
        return shape;
    }

    private TypeShape Named(NamedKind kind, SchemaSet set) => _combinations.Allows(set) ? new PlannedShape(kind, set) : TypeShape.Element;

    private static bool IsEnum(TypeShape shape) => shape is PlannedShape { Kind: NamedKind.Enum };

    private static bool IsObject(TypeShape shape) => shape is PlannedShape { Kind: NamedKind.Record or NamedKind.Union };

    private static TypeShape Widest(List<TypeShape> shapes)
    {
        foreach (var kind in new[] { ScalarKind.Double, ScalarKind.Decimal, ScalarKind.Int64, ScalarKind.Int32 })
        {
            if (shapes.Contains(ScalarShape.Of(kind)))
            {
                return ScalarShape.Of(kind);
            }
        }

        return shapes.Any(IsEnum) ? ScalarShape.Of(ScalarKind.Int64) : TypeShape.Element;
    }

    // Most members are of one kind and have no words: there is nothing to weigh.
    private TypeShape? Scalar(Schema schema) =>
        schema.IsPlain
        && schema["type"]?.Value is JsonString type
        && JsonKindOf.Word(type.Value) is var kind and (JsonKinds.String or JsonKinds.Integer or JsonKinds.Number or JsonKinds.Boolean)
        && schema["enum"] is null && schema["const"] is null && schema["nullable"] is null
            ? Simple(SchemaSet.Of(schema), kind)
            : null;

    private TypeShape Simple(SchemaSet set, JsonKinds kind)
    {
        var conjuncts = set.Conjuncts;
        var shape = kind switch
        {
            JsonKinds.String => WordFacts.HasWords(conjuncts, JsonKinds.String) ? new PlannedShape(NamedKind.Enum, set, JsonKinds.String) : ScalarFacts.Text(conjuncts),
            JsonKinds.Integer => WordFacts.HasWords(conjuncts, JsonKinds.Integer) ? new PlannedShape(NamedKind.Enum, set, JsonKinds.Integer) : ScalarFacts.Integer(conjuncts),
            JsonKinds.Number or JsonKinds.Fraction => ScalarFacts.Number(conjuncts),
            JsonKinds.Boolean => ScalarShape.Of(ScalarKind.Boolean),
            JsonKinds.Array => Array(set, conjuncts),
            _ => Object(set, conjuncts),
        };
        Limits.Note(set.Schemas, shape);
        return shape;
    }

    private TypeShape Object(SchemaSet set, EquatableArray<Schema> conjuncts)
    {
        if (TypeLimits.HasTooManyMembers(conjuncts))
        {
            return TypeShape.Element;
        }

        if (conjuncts.Any(static schema => schema["properties"]?.Value is JsonObject { Members.Count: > 0 }))
        {
            return Named(NamedKind.Record, set);
        }

        var additional = Additional(conjuncts);
        return additional switch
        {
            null => Named(NamedKind.Record, set),
            ElementShape when !conjuncts.Any(static schema => schema["patternProperties"] is not null) => TypeShape.Element,
            _ => new MapShape(additional),
        };
    }

    /// <summary>The type of members that no <c>properties</c> names; null where there are none.</summary>
    public TypeShape? Additional(EquatableArray<Schema> conjuncts)
    {
        var shapes = new List<TypeShape>();
        var schemas = new List<Schema>();
        var closed = false;
        foreach (var schema in conjuncts)
        {
            if (schema.Boolean is not null)
            {
                continue;
            }

            if (schema["patternProperties"]?.Value is JsonObject patterns)
            {
                shapes.AddRange(patterns.Members.Select(pattern => Plan(schema.Subschema("patternProperties", pattern.Name))));
            }

            if (schema["additionalProperties"]?.Value is JsonBoolean or JsonObject)
            {
                var others = schema.Subschema("additionalProperties");
                closed |= others.Boolean == false;
                schemas.Add(others);
            }
            else
            {
                closed |= schema["unevaluatedProperties"]?.Value is JsonBoolean { Value: false } && !conjuncts.Any(EvaluatesOthers);
            }
        }

        if (closed && shapes.Count == 0)
        {
            return null;
        }

        if (!closed)
        {
            shapes.Add(schemas.Count == 0 ? TypeShape.Element : Plan([.. schemas]));
        }

        return shapes.Distinct().Count() == 1 ? shapes[0] : TypeShape.Element;
    }

    private TypeShape Array(SchemaSet set, EquatableArray<Schema> conjuncts)
    {
        if (TuplePlan.Of(conjuncts, this) is { } tuple)
        {
            return tuple.Common is { } common ? new ListShape(common)
                : _combinations.Allows(set) ? new PlannedShape(NamedKind.Tuple, set) : new ListShape(TypeShape.Element);
        }

        var schemas = conjuncts
            .Where(static schema => schema.Boolean is null && schema["items"]?.Value is JsonObject or JsonBoolean)
            .Select(static schema => schema.Subschema("items"))
            .ToEquatableArray();
        return new ListShape(schemas.Count == 0 ? TypeShape.Element : Plan(schemas));
    }

    // Whether the schema may evaluate members that no "properties" names, so that "unevaluatedProperties" does not refuse them.
    private static bool EvaluatesOthers(Schema schema) =>
        schema["if"] is not null || schema["dependentSchemas"] is not null || schema["oneOf"] is not null || schema["anyOf"] is not null
        || schema["$dynamicRef"] is not null || schema["$recursiveRef"] is not null
        || schema["additionalProperties"]?.Value is JsonObject or JsonBoolean { Value: true }
        || schema["unevaluatedProperties"]?.Value is JsonObject or JsonBoolean { Value: true };
}
