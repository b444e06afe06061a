using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>A member of an object before it has a name: its schemas and its type.</summary>
internal sealed record MemberPlan(string JsonName, EquatableArray<Schema> Schemas, TypeShape Shape, bool Required);

/// <summary>The members of an object, in the order of the text, with those of <c>allOf</c> parts merged in.</summary>
internal sealed record RecordPlan(IReadOnlyList<MemberPlan> Members, TypeShape? Additional)
{
    /// <summary>
    /// Whether a record can be asked to hold a value that is no object: the schema has no <c>type</c>, and no member that must be
    /// there. (With such a member a record has nothing to put in its place, and refuses what is no object.)
    /// </summary>
    public static bool HoldsOthers(SchemaSet set, RecordPlan plan) =>
        set.Kinds == JsonKinds.Any && !plan.Members.Any(static member => member.Required);

    /// <summary>Plans the members of the objects that a set of schemas describes.</summary>
    public static RecordPlan Of(SchemaSet set, ShapePlanner planner)
    {
        var conjuncts = set.Conjuncts;
        var count = conjuncts.Count == 1 && PropertiesOf(conjuncts[0]) is { Members.Count: var own } ? own : 0;
        var names = new List<string>(count);
        var schemas = new Dictionary<string, SchemaSet>(count, StringComparer.Ordinal);
        var required = new NameSet(StringComparer.Ordinal);
        foreach (var schema in conjuncts)
        {
            if (schema.Boolean is not null)
            {
                continue;
            }

            foreach (var item in (schema["required"]?.Value as JsonArray)?.Items ?? [])
            {
                if (item is JsonString name)
                {
                    required.Add(name.Value);
                }
            }

            foreach (var member in PropertiesOf(schema)?.Members ?? [])
            {
                if (member.Value is not (JsonObject or JsonBoolean))
                {
                    continue;
                }

                var part = schema.Subschema("properties", member.Name);
                if (schemas.TryGetValue(member.Name, out var parts))
                {
                    schemas[member.Name] = SchemaSet.Of([.. parts.Schemas, part]);
                }
                else
                {
                    // Mostly it stays alone.
                    schemas[member.Name] = part.AsSet;
                    names.Add(member.Name);
                }
            }
        }

        var members = new List<MemberPlan>(names.Count);
        foreach (var name in names)
        {
            var parts = schemas[name].Schemas;
            if (MayBeThere(parts))
            {
                members.Add(new MemberPlan(name, parts, planner.Plan(parts), required.Contains(name)));
            }
        }

        if (ConditionalMembers.Of(conjuncts, schemas, planner) is { Count: > 0 } certain)
        {
            members = [.. members.Select(member => certain.FirstOrDefault(other => other.JsonName == member.JsonName) is { } better ? member with { Shape = better.Shape } : member)];
            members.AddRange(certain.Where(member => !schemas.ContainsKey(member.JsonName)));
        }

        return new RecordPlan(members, planner.Additional(conjuncts));
    }

    private static JsonObject? PropertiesOf(Schema schema) => schema["properties"]?.Value as JsonObject;

    private static bool MayBeThere(EquatableArray<Schema> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Boolean == false)
            {
                return false;
            }
        }

        return true;
    }
}
