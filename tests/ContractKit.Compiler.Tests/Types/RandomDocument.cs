using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>Makes documents that keep a schema more often than not.</summary>
internal sealed class RandomDocument(Random random, JsonObject root, string definitions)
{
    private const int Deepest = 12;

    /// <summary>A document made for the schema.</summary>
    public JsonNode? Make() => Make(root, 0);

    private JsonNode? Make(JsonNode? schema, int depth)
    {
        if (schema is not JsonObject json || depth > Deepest)
        {
            return JsonValue.Create(random.Next(3));
        }

        if (json["$ref"] is { } reference)
        {
            var key = reference.GetValue<string>();
            return Make(key == "#" ? root : root[definitions]![key[(definitions.Length + 3)..]], depth + 1);
        }

        if (json.TryGetPropertyValue("const", out var constant))
        {
            return constant?.DeepClone();
        }

        if (json["enum"] is JsonArray words)
        {
            return words[random.Next(words.Count)]?.DeepClone();
        }

        if ((json["oneOf"] ?? json["anyOf"]) is JsonArray { Count: > 0 } branches)
        {
            var value = Make(branches[random.Next(branches.Count)], depth + 1);
            return json["properties"] is null ? value : Merge(value, ObjectFor(json, depth));
        }

        if (json["allOf"] is JsonArray parts)
        {
            return parts.Select(part => Make(part, depth + 1)).Aggregate(Merge);
        }

        var type = json["type"] switch
        {
            JsonArray types => types[random.Next(types.Count)]!.GetValue<string>(),
            JsonValue value => json["nullable"] is not null && random.Next(4) == 0 ? "null" : value.GetValue<string>(),
            _ => json["properties"] is not null ? "object" : json["items"] is not null ? "array" : Pick("string", "integer", "object", "null", "array"),
        };
        return type switch
        {
            "object" => ObjectFor(json, depth),
            "array" => ArrayFor(json, depth),
            "string" => TextFor(json),
            "integer" => random.Next(4) == 0 ? JsonNode.Parse("2.0") : JsonValue.Create(random.Next(10)),
            "number" => JsonNode.Parse(json["multipleOf"] is null ? Pick("1", "0.5", "1e2", "-3.25", "0.1000000000000000055511151231257827", "1.50", "-0", "-0.0") : Pick("0.50", "1.25", "3")),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            _ => null,
        };
    }

    private static JsonNode? Merge(JsonNode? left, JsonNode? right)
    {
        if (left is not JsonObject a || right is not JsonObject b)
        {
            return right ?? left;
        }

        foreach (var member in b)
        {
            a[member.Key] = member.Value?.DeepClone();
        }

        return a;
    }

    private JsonNode? ObjectFor(JsonObject schema, int depth)
    {
        var value = new JsonObject();
        var required = (schema["required"] as JsonArray)?.Select(static name => name!.GetValue<string>()).ToHashSet() ?? [];
        foreach (var property in schema["properties"] as JsonObject ?? [])
        {
            if (required.Remove(property.Key) || (depth < 6 && random.Next(2) == 0))
            {
                value[property.Key] = Make(property.Value, depth + 1);
            }
        }

        foreach (var name in required)
        {
            value[name] = "there";
        }

        if (schema["additionalProperties"] is var others && !(others is JsonValue no && no.GetValueKind() == JsonValueKind.False) && random.Next(2) == 0 && depth < 6)
        {
            value["extra " + random.Next(2)] = others is JsonObject ? Make(others, depth + 1) : JsonNode.Parse(Pick("1", "null", "[{}]", "\"\\u00e9\"", "{\"a\":1.0}"));
        }

        if (schema["patternProperties"] is JsonObject patterns && random.Next(2) == 0)
        {
            value["p_1"] = Make(patterns["^p_"], depth + 1);
        }

        return schema["if"] is null ? value : Merge(value, Make(value["kind"]?.ToJsonString() == "\"a\"" ? schema["then"] ?? new JsonObject { ["type"] = "object" } : schema["else"] ?? new JsonObject { ["type"] = "object" }, depth + 1));
    }

    private JsonArray ArrayFor(JsonObject schema, int depth)
    {
        var items = new JsonArray();
        var prefix = (schema["prefixItems"] ?? schema["items"]) as JsonArray;
        if (prefix is not null)
        {
            foreach (var item in prefix.Take(random.Next(3) == 0 ? random.Next(prefix.Count + 1) : prefix.Count))
            {
                items.Add(Make(item, depth + 1));
            }
        }

        var rest = prefix is null ? schema["items"] : schema["prefixItems"] is null ? schema["additionalItems"] : schema["items"];
        if (prefix is null || (items.Count == prefix.Count && rest is not JsonValue && schema["maxItems"] is null))
        {
            for (var i = depth < 6 ? random.Next(3) : 0; i > 0; i--)
            {
                items.Add(Make(rest, depth + 1));
            }
        }

        return items;
    }

    private JsonNode TextFor(JsonObject schema) => ((string?)schema["format"], (string?)schema["contentEncoding"]) switch
    {
        ("date-time", _) => Pick("2020-01-02T03:04:05Z", "2020-01-02T03:04:05.123456789+00:00", "1999-12-31t23:59:59.5-03:30"),
        ("date", _) => "2024-02-29",
        ("uuid", _) => Pick("6f9619ff-8b86-d011-b42d-00c04fc964ff", "6F9619FF-8B86-D011-B42D-00C04FC964FF"),
        (_, "base64") => Pick("", "AQID", "/+8="),
        _ => Pick("some text", "x", "\u00e9\ud83d\ude00", "a\nb", "\u0000"),
    };

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];
}
