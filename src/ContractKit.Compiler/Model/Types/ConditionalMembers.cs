using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>What <c>if</c>, <c>then</c> and <c>else</c> make certain of an object's members: those of which both say the same.</summary>
internal static class ConditionalMembers
{
    /// <summary>The members that have one type whichever way the condition goes.</summary>
    /// <param name="conjuncts">The schemas that apply to the object.</param>
    /// <param name="known">What they say of its members without a condition.</param>
    /// <param name="planner">Decides types.</param>
    public static IReadOnlyList<MemberPlan> Of(EquatableArray<Schema> conjuncts, IReadOnlyDictionary<string, SchemaSet> known, ShapePlanner planner)
    {
        var found = new List<MemberPlan>();
        foreach (var schema in conjuncts)
        {
            if (SchemaExpansion.Alternatives(schema) is not [var then, var otherwise])
            {
                continue;
            }

            var (left, right) = (SchemaSet.Of(then).Conjuncts, SchemaSet.Of(otherwise).Conjuncts);
            foreach (var name in NamesOf(left).Intersect(NamesOf(right)).Except(found.Select(static member => member.JsonName)))
            {
                var always = known.TryGetValue(name, out var parts) ? parts.Schemas : [];
                var schemas = always.Concat(MembersOf(left, name)).ToEquatableArray();
                var shape = planner.Plan(schemas);
                if (shape is not ElementShape && shape == planner.Plan([.. always, .. MembersOf(right, name)]))
                {
                    found.Add(new MemberPlan(name, schemas, shape, Requires(left, name) && Requires(right, name)));
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> NamesOf(EquatableArray<Schema> conjuncts) =>
        conjuncts.Where(static schema => schema.Boolean is null).SelectMany(static schema => (schema["properties"]?.Value as JsonObject)?.Members ?? []).Select(static member => member.Name).Distinct();

    private static IEnumerable<Schema> MembersOf(EquatableArray<Schema> conjuncts, string name) =>
        from schema in conjuncts
        where schema.Boolean is null && (schema["properties"]?.Value as JsonObject)?[name]?.Value is JsonObject or JsonBoolean
        select schema.Subschema("properties", name);

    private static bool Requires(EquatableArray<Schema> conjuncts, string name) =>
        conjuncts.Any(schema => schema.Boolean is null && schema["required"]?.Value is JsonArray list && list.Items.OfType<JsonString>().Any(item => item.Value == name));
}
