using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>The items of an array whose items have a schema each; an item's JSON name is its index.</summary>
/// <param name="Items">The items that have a schema of their own; the first <c>minItems</c> must be there.</param>
/// <param name="More">The type of the items behind them; null where there are none.</param>
internal sealed record TuplePlan(IReadOnlyList<MemberPlan> Items, TypeShape? More)
{
    private const int MostItems = 64;

    /// <summary>Plans the items of the arrays that a set of schemas describes; null where no schema gives items a schema each.</summary>
    public static TuplePlan? Of(EquatableArray<Schema> conjuncts, ShapePlanner planner)
    {
        var schemas = conjuncts.Where(static schema => schema.Boolean is null).ToList();
        var count = schemas.Select(PrefixOf).Max(static prefix => (int?)prefix.Count) ?? 0;
        var most = schemas.Select(static schema => Count(schema, "maxItems")).Min();
        count = (int)Math.Min(count, Math.Min(most ?? MostItems, MostItems));
        if (count == 0)
        {
            return null;
        }

        var least = schemas.Select(static schema => Count(schema, "minItems")).Max() ?? 0;
        var items = Enumerable.Range(0, count)
            .Select(index =>
            {
                var own = schemas.Select(schema => At(schema, index)).OfType<Schema>().ToEquatableArray();
                return new MemberPlan(index.ToString(CultureInfo.InvariantCulture), own, planner.Plan(own), index < least);
            })
            .ToList();
        var more = schemas.Select(schema => At(schema, int.MaxValue)).OfType<Schema>().ToEquatableArray();
        var closed = most <= count || more.Any(static schema => schema.Boolean == false);
        return new TuplePlan(items, closed ? null : planner.Plan(more));
    }

    /// <summary>The type of all items, where they are of one; null where they are not.</summary>
    public TypeShape? Common
    {
        get
        {
            var shapes = Items.Select(static item => item.Shape).Concat(More is null ? [] : [More]).Distinct().ToList();
            return shapes.Count == 1 ? shapes[0] : null;
        }
    }

    private static IReadOnlyList<Schema> PrefixOf(Schema schema)
    {
        var keyword = schema["prefixItems"]?.Value is JsonArray ? "prefixItems" : "items";
        return schema[keyword]?.Value is JsonArray { Items: var items }
            ? [.. Enumerable.Range(0, items.Count).Select(index => schema.Subschema(keyword, index.ToString(CultureInfo.InvariantCulture)))]
            : [];
    }

    // The schema of an item: its own, else that of all items behind those that have their own.
    private static Schema? At(Schema schema, int index)
    {
        var prefix = PrefixOf(schema);
        if (index < prefix.Count)
        {
            return prefix[index];
        }

        var rest = schema["items"]?.Value is JsonArray ? "additionalItems" : "items";
        return schema[rest]?.Value is JsonObject or JsonBoolean ? schema.Subschema(rest) : null;
    }

    private static long? Count(Schema schema, string keyword) =>
        schema[keyword]?.Value is JsonNumber { Text: var text } && JsonKindOf.TryInt64(text, out var count) && count >= 0 ? count : null;
}
