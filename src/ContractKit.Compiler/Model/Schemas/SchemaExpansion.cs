using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Follows references and <c>allOf</c>: to the schema that a schema merely stands for, and to all schemas that apply with it.</summary>
internal static class SchemaExpansion
{
    // Real schemas refer a few levels deep; the limit is for what is made to hurt (2^30 paths through 30 levels of allOf of two).
    private const int MostSchemas = 256;

    private static readonly string[] s_structure =
    [
        "properties", "patternProperties", "additionalProperties", "items", "prefixItems", "additionalItems", "enum", "const",
        "contentEncoding", "x-enum-varnames",
    ];

    /// <summary>
    /// The schema that decides the type: a schema that says nothing of its own about structure stands for the one it refers to, so
    /// that <c>{ "$ref": "…", "description": "…" }</c> is of the same type as what it refers to.
    /// </summary>
    public static Schema Resolve(Schema schema)
    {
        var seen = new HashSet<Schema>();
        while (seen.Add(schema) && seen.Count < MostSchemas)
        {
            var parts = Parts(schema).Where(part => SaysSomething(part, [])).Distinct().ToList();
            if (parts.Count != 1 || HasStructure(schema, parts[0]))
            {
                return schema;
            }

            schema = parts[0];
        }

        return schema;
    }

    /// <summary>The schemas that apply to the same value: the given, and those that <c>$ref</c> and <c>allOf</c> add, in the order of the text.</summary>
    public static EquatableArray<Schema> Conjuncts(EquatableArray<Schema> schemas)
    {
        if (schemas.Count == 1 && schemas[0].IsPlain)
        {
            return schemas;
        }

        var found = new List<Schema>();
        var seen = new HashSet<Schema>();
        foreach (var schema in schemas)
        {
            Expand(schema, found, seen, 0);
        }

        return EquatableArray<Schema>.Wrap([.. found]);
    }

    /// <summary>The branches of a union keyword.</summary>
    public static IReadOnlyList<Schema> Branches(Schema schema, string keyword)
    {
        if (schema[keyword]?.Value is not JsonArray { Items.Count: > 0 } array)
        {
            return [];
        }

        return [.. Enumerable.Range(0, array.Items.Count)
            .Where(index => array.Items[index] is JsonObject or JsonBoolean)
            .Select(index => schema.Subschema(keyword, index.ToString(CultureInfo.InvariantCulture)))];
    }

    /// <summary>What a value keeps one or the other of: <c>then</c> and <c>else</c>, where an <c>if</c> decides and both are there; else nothing.</summary>
    public static IReadOnlyList<Schema> Alternatives(Schema schema) =>
        schema.Boolean is null && schema.Dialect >= Dialect.Draft07
        && schema["if"] is not null && schema["then"]?.Value is JsonObject or JsonBoolean && schema["else"]?.Value is JsonObject or JsonBoolean
            ? [schema.Subschema("then"), schema.Subschema("else")]
            : [];

    /// <summary>Whether a schema says anything that bears on the type of a value.</summary>
    public static bool SaysSomething(Schema schema, HashSet<Schema> seen)
    {
        if (schema.Boolean is { } all)
        {
            return !all;
        }

        if (!seen.Add(schema) || seen.Count > MostSchemas)
        {
            return true;
        }

        return schema["type"] is not null
            || s_structure.Any(keyword => schema[keyword] is not null)
            || Parts(schema).Any(part => SaysSomething(part, seen))
            || Branches(schema, "oneOf").Concat(Branches(schema, "anyOf")).Any(branch => SaysSomething(branch, seen))
            || Alternatives(schema).Any(branch => SaysSomething(branch, seen));
    }

    /// <summary>Where a reference leads, be it static or dynamic.</summary>
    public static Schema? Target(Schema schema) => schema.Ref ?? schema.DynamicRef?.Initial;

    // What else applies to the value: targets of references, allOf, and the only branch of a union of one.
    private static IEnumerable<Schema> Parts(Schema schema)
    {
        if (schema.Boolean is not null)
        {
            yield break;
        }

        foreach (var member in schema.Keywords)
        {
            switch (member.Name)
            {
                case "$ref" when schema.Ref is { } target:
                    yield return target;
                    break;
                case "$dynamicRef" or "$recursiveRef" when schema.DynamicRef is { } dynamic:
                    yield return dynamic.Initial;
                    break;
                case "allOf":
                    foreach (var part in Branches(schema, "allOf"))
                    {
                        yield return part;
                    }

                    break;
                case "oneOf" or "anyOf" when member.Value is JsonArray { Items.Count: 1 }:
                    foreach (var part in Branches(schema, member.Name))
                    {
                        yield return part;
                    }

                    break;
            }
        }
    }

    /// <summary>Whether the schema itself, not what it refers to, says what values are made of.</summary>
    public static bool HasShape(Schema schema) => schema.Boolean is null && s_structure.Any(keyword => schema[keyword] is not null);

    private static bool HasStructure(Schema schema, Schema part)
    {
        if (HasShape(schema)
            || Branches(schema, "oneOf").Count > 1
            || Branches(schema, "anyOf").Count > 1
            || Alternatives(schema).Count > 1)
        {
            return true;
        }

        // "type": "object" beside a reference to an object adds nothing.
        return schema["type"] is not null
            && (SchemaKinds.Own(schema) & part.AsSet.Kinds) != part.AsSet.Kinds;
    }

    private static void Expand(Schema schema, List<Schema> found, HashSet<Schema> seen, int depth)
    {
        if (depth > 64 || seen.Count >= MostSchemas || !seen.Add(schema))
        {
            return;
        }

        var own = false;
        foreach (var part in Ordered(schema))
        {
            if (part is null)
            {
                own = true;
                found.Add(schema);
            }
            else
            {
                Expand(part, found, seen, depth + 1);
            }
        }

        if (!own)
        {
            found.Add(schema);
        }
    }

    // The parts in the order of the text; null marks the schema's own properties.
    private static IEnumerable<Schema?> Ordered(Schema schema)
    {
        if (schema.Boolean is not null)
        {
            yield break;
        }

        var parts = Parts(schema).ToList();
        var next = 0;
        foreach (var member in schema.Keywords)
        {
            if (member.Name == "properties")
            {
                yield return null;
                continue;
            }

            var count = member.Name switch
            {
                "$ref" when schema.Ref is not null => 1,
                "$dynamicRef" or "$recursiveRef" when schema.DynamicRef is not null => 1,
                "allOf" => Branches(schema, "allOf").Count,
                "oneOf" or "anyOf" when member.Value is JsonArray { Items.Count: 1 } => Branches(schema, member.Name).Count,
                _ => 0,
            };
            for (; count > 0; count--)
            {
                yield return parts[next++];
            }
        }
    }
}
