using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>
/// Whose duty a required member is. OpenAPI 3, Schema Object: where a <c>readOnly</c> property is required, that holds for responses
/// only; where a <c>writeOnly</c> one is, for requests only. One C# type serves both ways, and so demands neither.
/// </summary>
internal static class MemberDuties
{
    /// <summary>Whether the values of a type that travels those ways may lack the member, though it is required.</summary>
    public static bool MayLack(MemberPlan member, Directions directions) => member.Required && MayLack(SchemaExpansion.Conjuncts(member.Schemas), directions);

    /// <summary>Adds the members that an object's schema requires and that records may lack all the same, by the place of the schema that requires them.</summary>
    public static void AddLacking(Dictionary<SchemaLocation, HashSet<string>> lacking, SchemaSet set, RecordPlan plan, Directions directions)
    {
        var names = new HashSet<string>(plan.Members.Where(member => MayLack(member, directions)).Select(static member => member.JsonName));
        if (names.Count == 0)
        {
            return;
        }

        foreach (var schema in set.Conjuncts.Where(static schema => schema.Boolean is null))
        {
            foreach (var name in (schema["required"]?.Value as JsonArray)?.Items.OfType<JsonString>() ?? [])
            {
                if (!names.Contains(name.Value))
                {
                    continue;
                }

                if (!lacking.TryGetValue(schema.Location, out var there))
                {
                    lacking[schema.Location] = there = [];
                }

                there.Add(name.Value);
            }
        }
    }

    private static bool MayLack(EquatableArray<Schema> conjuncts, Directions directions) =>
        ((directions & Directions.InRequest) != 0 && SchemaText.Says(conjuncts, "readOnly"))
        || ((directions & Directions.InResponse) != 0 && SchemaText.Says(conjuncts, "writeOnly"));
}
