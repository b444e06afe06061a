using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Compiler.Model.Services.OpenApi;

/// <summary>
/// Writes schemas as OpenAPI 3.1 has them, which is JSON Schema 2020-12: those of older dialects with 2020-12's keywords, references
/// to where their targets stand among the components.
/// </summary>
internal sealed class OpenApiSchemas(OpenApiComponents components)
{
    // What names a resource or a place in it: here the components have names of their own.
    private static readonly HashSet<string> s_identifiers =
        ["$schema", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary", "$defs", "definitions"];

    // What 2020-12 calls the anchor that $recursiveAnchor is.
    private const string Recursive = "recursive";

    /// <summary>Whether a reference was met that depends on the resources around it.</summary>
    public bool HasDynamicReferences { get; private set; }

    /// <summary>The schema, with all keywords that count in its dialect.</summary>
    public JsonValue Write(Schema schema)
    {
        if (schema.Boolean is { } boolean)
        {
            // Readers of OpenAPI documents stumble over true and false where 3.0 had none; these say the same.
            return boolean ? NewJson.Object() : NewJson.Object(("not", NewJson.Object()));
        }

        var members = new List<JsonMember>();
        var conjuncts = new List<JsonValue>();
        if (components.KeepsResources && ReferenceEquals(schema.Resource.Root, schema))
        {
            members.Add(NewJson.Member("$id", NewJson.Text(components.IdentifierOf(schema.Resource))!));
        }

        foreach (var keyword in schema.Keywords)
        {
            foreach (var member in Write(schema, keyword, conjuncts))
            {
                members.Add(member);
            }
        }

        if (conjuncts.Count > 0)
        {
            var all = members.FindIndex(static member => member.Name == "allOf");
            var others = all < 0 ? [] : ((JsonArray)members[all].Value).Items;
            var joined = NewJson.Member("allOf", NewJson.Array([.. others, .. conjuncts]));
            if (all < 0)
            {
                members.Add(joined);
            }
            else
            {
                members[all] = joined;
            }
        }

        return NewJson.Object(members);
    }

    private IEnumerable<JsonMember> Write(Schema schema, JsonMember keyword, List<JsonValue> conjuncts)
    {
        var name = keyword.Name;
        var dialect = schema.Dialect;
        if (s_identifiers.Contains(name) || (name == "id" && dialect == Dialect.Draft04))
        {
            return components.KeepsResources ? Identifier(schema, keyword) : [];
        }

        switch (name)
        {
            case "$ref":
                return schema.Ref is { } target ? [components.ReferenceWithin(target)] : [];
            case "$dynamicRef" or "$recursiveRef":
                return schema.DynamicRef is { } dynamic ? Dynamic(dynamic, conjuncts) : [];
            case "additionalProperties" or "unevaluatedProperties" when keyword.Value is JsonBoolean:
                return [keyword];
            case "type" when schema["nullable"]?.Value is JsonBoolean { Value: true }:
                return [NewJson.Member(name, WithNull(keyword.Value))];
            case "nullable" when keyword.Value is JsonBoolean:
                return [];
            case "minimum" or "maximum" when dialect == Dialect.Draft04 && schema[Exclusive(name)]?.Value is JsonBoolean { Value: true }:
                return [NewJson.Member(Exclusive(name), keyword.Value)];
            case "exclusiveMinimum" or "exclusiveMaximum" when dialect == Dialect.Draft04:
                return [];
            case "const" when keyword.Value is not JsonString && dialect > Dialect.Draft04:
                // Readers of OpenAPI documents take a const for text.
                var only = NewJson.Member("enum", NewJson.Array(keyword.Value));
                if (schema["enum"] is null)
                {
                    return [only];
                }

                conjuncts.Add(NewJson.Object([only]));
                return [];
            case "items" when keyword.Value is JsonArray && dialect < Dialect.Draft202012:
                return [NewJson.Member("prefixItems", Inside(schema, keyword))];
            case "additionalItems" when dialect < Dialect.Draft202012:
                return schema["items"]?.Value is JsonArray ? [NewJson.Member("items", Inside(schema, keyword))] : [];
            case "dependencies" when keyword.Value is JsonObject:
                conjuncts.AddRange(Dependencies(schema, keyword));
                return [];
            case "discriminator" when keyword.Value is JsonObject:
                return [NewJson.Member(name, Discriminator(schema, (JsonObject)keyword.Value))];
        }

        // A keyword that only another dialect has would begin to count.
        return KeywordTable.Find(name) switch
        {
            { } known when !known.IsIn(dialect) => [],
            { Value: KeywordValue.Count } => [NewJson.Member(name, Count(schema, keyword))],
            _ => [NewJson.Member(name, Inside(schema, keyword))],
        };
    }

    // As digits, and no more of them than a reader's integer has; nothing is that long.
    private static JsonValue Count(Schema schema, JsonMember keyword) => KeywordValues.Count(schema, keyword.Name) is { } count
        ? new JsonNumber(default, Math.Min(count, int.MaxValue).ToString(CultureInfo.InvariantCulture))
        : keyword.Value;

    private IEnumerable<JsonMember> Identifier(Schema schema, JsonMember keyword) => keyword.Name switch
    {
        "$defs" or "definitions" => [NewJson.Member(keyword.Name, Inside(schema, keyword))],
        "$anchor" or "$dynamicAnchor" => [keyword],
        "$recursiveAnchor" when schema.Resource.DynamicAnchors.ContainsKey("") => [NewJson.Member("$dynamicAnchor", NewJson.Text(Recursive)!)],
        _ => [],
    };

    private IEnumerable<JsonMember> Dynamic(DynamicReference dynamic, List<JsonValue> conjuncts)
    {
        HasDynamicReferences |= dynamic.Anchor is not null;
        var reference = components.ReferenceWithin(dynamic.Initial);
        if (dynamic.Anchor is null || !components.KeepsResources)
        {
            conjuncts.Add(NewJson.Object([reference]));
            return [];
        }

        var anchor = dynamic.Anchor.Length == 0 ? Recursive : dynamic.Anchor;
        return [NewJson.Member("$dynamicRef", NewJson.Text(components.IdentifierOf(dynamic.Initial.Resource) + "#" + anchor)!)];
    }

    private static string Exclusive(string limit) => limit == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";

    private static JsonValue WithNull(JsonValue type)
    {
        var types = type is JsonArray list ? list.Items : [type];
        return types.Any(static item => item is JsonString { Value: "null" }) ? type : NewJson.Array([.. types, NewJson.Text("null")!]);
    }

    private JsonValue Inside(Schema schema, JsonMember keyword)
    {
        var children = SchemaChildren.Of(schema, keyword).Distinct().ToDictionary(static child => child.Json);
        return children.Count == 0 ? keyword.Value
            : children.TryGetValue(keyword.Value, out var one) ? Write(one)
            : keyword.Value switch
            {
                JsonArray list => NewJson.Array(list.Items.Select(item => children.TryGetValue(item, out var child) ? Write(child) : item)),
                JsonObject map => NewJson.Object(map.Members.Select(member =>
                    NewJson.Member(member.Name, children.TryGetValue(member.Value, out var child) ? Write(child) : member.Value))),
                var other => other,
            };
    }

    private IEnumerable<JsonValue> Dependencies(Schema schema, JsonMember keyword)
    {
        var children = SchemaChildren.Of(schema, keyword).Distinct().ToDictionary(static child => child.Json);
        foreach (var member in ((JsonObject)keyword.Value).Members)
        {
            if (children.TryGetValue(member.Value, out var child))
            {
                yield return NewJson.Object(("dependentSchemas", NewJson.Object((member.Name, Write(child)))));
            }
            else if (member.Value is JsonArray)
            {
                yield return NewJson.Object(("dependentRequired", NewJson.Object((member.Name, member.Value))));
            }
        }
    }

    // The mapping's texts are references too (OpenAPI 3.1, section 4.8.25); those that lead to a branch lead to its component.
    private JsonValue Discriminator(Schema schema, JsonObject discriminator)
    {
        if (discriminator["mapping"]?.Value is not JsonObject mapping)
        {
            return discriminator;
        }

        var branches = new[] { "oneOf", "anyOf" }
            .Select(name => schema[name])
            .OfType<JsonMember>()
            .SelectMany(member => SchemaChildren.Of(schema, member))
            .Where(static branch => branch.Ref is not null)
            .ToList();
        return NewJson.Object(discriminator.Members.Select(member => member.Name != "mapping" ? member : NewJson.Member(
            member.Name,
            NewJson.Object(mapping.Members.Select(entry =>
                entry.Value is JsonString { Value: var text }
                && branches.Find(branch => branch["$ref"]?.Value is JsonString { Value: var reference } && reference == text) is { Ref: { } target }
                    ? NewJson.Member(entry.Name, components.ReferenceWithin(target).Value)
                    : entry)))));
    }
}
