using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Tells the kinds of values that a schema allows.</summary>
internal static class SchemaKinds
{
    // Unions of unions are looked into this deep and this far; beyond, any kind may be meant.
    private const int MostNested = 64;
    private const int MostSteps = 4_000;

    private static readonly string[] s_objectKeywords =
        ["properties", "patternProperties", "additionalProperties", "required", "propertyNames", "minProperties", "maxProperties", "dependentRequired"];

    private static readonly string[] s_arrayKeywords = ["items", "prefixItems", "additionalItems", "contains", "minItems", "maxItems", "uniqueItems"];

    /// <summary>The kinds that the schema itself allows by <c>type</c>, <c>enum</c> and <c>const</c>, references aside.</summary>
    public static JsonKinds Own(Schema schema)
    {
        if (schema.Boolean is { } all)
        {
            return all ? JsonKinds.Any : JsonKinds.None;
        }

        var kinds = JsonKinds.Any;
        if (schema["type"]?.Value is { } type)
        {
            var named = type is JsonArray list
                ? list.Items.OfType<JsonString>().Aggregate(JsonKinds.None, static (sum, word) => sum | JsonKindOf.Word(word.Value))
                : type is JsonString word ? JsonKindOf.Word(word.Value) : JsonKinds.Any;

            // OpenAPI 3.0.3: nullable adds null to the type beside it, and counts nowhere else.
            kinds &= schema["nullable"]?.Value is JsonBoolean { Value: true } ? named | JsonKinds.Null : named;
        }

        if (schema["enum"]?.Value is JsonArray words)
        {
            kinds &= words.Items.Aggregate(JsonKinds.None, static (sum, value) => sum | JsonKindOf.Value(value));
        }

        if (schema["const"]?.Value is { } constant)
        {
            kinds &= JsonKindOf.Value(constant);
        }

        return kinds;
    }

    /// <summary>The kinds that a set of schemas allows together, references, <c>allOf</c> and unions included.</summary>
    /// <param name="set">The schemas.</param>
    /// <param name="meant">Whether a branch of a union that states no kind allows what its keywords mean, and not anything.</param>
    public static JsonKinds Of(SchemaSet set, bool meant) => set.Conjuncts is { Count: 1 } and [{ IsPlain: true } only] ? Own(only) : new Walk(meant).Of(set);

    /// <summary>The kind that a schema without a kind must mean by its keywords: <c>properties</c> mean an object, <c>items</c> an array.</summary>
    public static JsonKinds Meant(EquatableArray<Schema> conjuncts)
    {
        if (conjuncts.Any(static schema => schema.Boolean is null && s_objectKeywords.Any(keyword => schema[keyword] is not null)))
        {
            return JsonKinds.Object;
        }

        return conjuncts.Any(static schema => schema.Boolean is null && s_arrayKeywords.Any(keyword => schema[keyword] is not null))
            ? JsonKinds.Array
            : JsonKinds.Any;
    }

    // One look at a set; many branches lead to the same schema, which is looked at once.
    private sealed class Walk(bool meant)
    {
        private readonly HashSet<Schema> _open = [];
        private readonly Dictionary<Schema, JsonKinds> _known = [];
        private int _steps;
        private bool _cut;

        public JsonKinds Of(SchemaSet set)
        {
            var kinds = JsonKinds.Any;
            foreach (var schema in set.Conjuncts)
            {
                kinds &= Own(schema);
                if (++_steps > MostSteps || !_open.Add(schema))
                {
                    _cut = true;
                    continue;
                }

                kinds &= OfBranches(SchemaExpansion.Branches(schema, "oneOf"))
                    & OfBranches(SchemaExpansion.Branches(schema, "anyOf"))
                    & OfBranches(SchemaExpansion.Alternatives(schema));
                _open.Remove(schema);
            }

            return kinds;
        }

        private JsonKinds OfBranches(IReadOnlyList<Schema> branches)
        {
            if (branches.Count == 0)
            {
                return JsonKinds.Any;
            }

            if (_open.Count > MostNested)
            {
                _cut = true;
                return JsonKinds.Any;
            }

            return branches.Aggregate(JsonKinds.None, (any, branch) => any | OfBranch(branch));
        }

        private JsonKinds OfBranch(Schema branch)
        {
            if (_known.TryGetValue(branch, out var known))
            {
                return known;
            }

            var outer = _cut;
            _cut = false;
            var kinds = Of(SchemaSet.Of(branch));
            kinds = meant && kinds == JsonKinds.Any ? Meant(SchemaSet.Of(branch).Conjuncts) : kinds;
            if (!_cut)
            {
                _known[branch] = kinds;
            }

            _cut |= outer;
            return kinds;
        }
    }
}
