using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>Makes schemas that nobody would write, of keywords that everybody writes, and documents that keep them more often than not.</summary>
internal sealed class RandomSchema(Random random, string prefix)
{
    private static readonly string[] s_names = ["id", "ID", "name", "class", "a-b", "a_b", "value", "x", "Equals", "toString", "kind", "übung", "", "2nd", "item", "items", "output", "cursor", "record", "JsonElement"];
    private static readonly string[] s_words = ["on", "off", "ON", "in progress", "a-b", "a_b", "1", "1.0", "", "é", "\"", "value__", "ToString", "class"];

    private readonly JsonObject _definitions = [];
    private int _count;

    /// <summary>A whole schema document.</summary>
    public JsonObject Document()
    {
        var root = random.Next(3) == 0 ? Any(3) : Object(4);
        if (random.Next(4) == 0)
        {
            root["title"] = prefix + " root";
        }

        if (_definitions.Count > 0)
        {
            root["$defs"] = _definitions;
        }

        root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        return root;
    }

    private JsonObject Any(int depth)
    {
        if (depth <= 0)
        {
            return Simple();
        }

        return random.Next(20) switch
        {
            < 5 => Object(depth),
            < 7 => Array(depth),
            7 => Map(depth),
            8 => Union(depth, "oneOf"),
            9 => Union(depth, "anyOf"),
            10 => Together(depth),
            11 or 12 => Reference(depth),
            13 => Tagged(depth),
            14 => Tuple(depth),
            _ => Simple(),
        };
    }

    private JsonObject Simple()
    {
        JsonObject schema = random.Next(16) switch
        {
            0 => new() { ["type"] = "string", ["format"] = Pick("date-time", "date", "uuid", "uri") },
            1 => new() { ["type"] = "string", ["contentEncoding"] = "base64" },
            2 => Enum(),
            3 => new() { ["enum"] = new JsonArray(1, 2, -3) },
            4 => new() { ["const"] = Pick("a", "b") },
            5 => new() { ["type"] = "boolean" },
            6 => new() { ["type"] = "integer", ["minimum"] = -10, ["maximum"] = 10 },
            7 => new() { ["type"] = new JsonArray("string", "integer", "boolean") },
            8 => [],
            9 => new() { ["type"] = "number" },
            10 => new() { ["type"] = "object" },
            11 => new() { ["const"] = 5 },
            12 => new() { ["type"] = "null" },
            13 => new() { ["type"] = "integer" },
            _ => new() { ["type"] = "string", ["minLength"] = random.Next(2) },
        };
        if (random.Next(4) == 0 && schema["type"] is JsonValue type && type.GetValueKind() == System.Text.Json.JsonValueKind.String && type.GetValue<string>() != "null")
        {
            schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        }

        switch (random.Next(12))
        {
            case 0:
                schema["description"] = "Says <b> & \"things\"\nover */ two lines.";
                break;
            case 1:
                schema["default"] = random.Next(3) switch { 0 => "a", 1 => 1, _ => true };
                break;
            case 2:
                schema["deprecated"] = true;
                break;
            case 3:
                schema["title"] = prefix + " " + Pick("Thing", "thing", "State") + (random.Next(2) == 0 ? "" : " " + _count++);
                break;
        }

        return schema;
    }

    private JsonObject Enum()
    {
        var words = s_words.OrderBy(_ => random.Next()).Take(1 + random.Next(4)).Select(static word => (JsonNode?)JsonValue.Create(word)).ToList();
        if (random.Next(4) == 0)
        {
            words.Add(null);
        }

        if (random.Next(8) == 0)
        {
            words.Add(JsonValue.Create(1));
        }

        return new() { ["enum"] = new JsonArray([.. words]) };
    }

    private JsonObject Object(int depth)
    {
        var properties = new JsonObject();
        foreach (var name in s_names.OrderBy(_ => random.Next()).Take(random.Next(6)))
        {
            properties[name] = Any(depth - 1);
        }

        var schema = new JsonObject { ["properties"] = properties };
        if (random.Next(6) != 0)
        {
            schema["type"] = random.Next(6) == 0 ? new JsonArray("object", "null") : "object";
        }

        var required = properties.Select(static property => property.Key).Where(_ => random.Next(2) == 0).Select(static name => (JsonNode?)JsonValue.Create(name)).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        switch (random.Next(5))
        {
            case 0:
                schema["additionalProperties"] = false;
                break;
            case 1:
                schema["additionalProperties"] = Any(depth - 2);
                break;
        }

        if (random.Next(8) == 0)
        {
            schema["patternProperties"] = new JsonObject { ["^p_"] = Any(depth - 2) };
        }

        return schema;
    }

    private JsonObject Array(int depth)
    {
        var schema = new JsonObject { ["items"] = Any(depth - 1) };
        if (random.Next(6) != 0)
        {
            schema["type"] = "array";
        }

        return schema;
    }

    private JsonObject Tuple(int depth)
    {
        var schema = new JsonObject { ["type"] = "array", ["prefixItems"] = new JsonArray(Any(depth - 1), Any(depth - 1)) };
        if (random.Next(2) == 0)
        {
            schema["items"] = false;
        }

        return schema;
    }

    private JsonObject Map(int depth) => new() { ["type"] = "object", ["additionalProperties"] = Any(depth - 1) };

    private JsonObject Union(int depth, string keyword)
    {
        var schema = new JsonObject { [keyword] = new JsonArray([.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => (JsonNode?)Any(depth - 1))]) };
        if (random.Next(4) == 0)
        {
            ((JsonArray)schema[keyword]!).Add(new JsonObject { ["type"] = "null" });
        }

        if (random.Next(4) == 0)
        {
            schema["properties"] = new JsonObject { ["common"] = Any(depth - 2) };
        }

        return schema;
    }

    private JsonObject Tagged(int depth)
    {
        var branches = new JsonArray();
        foreach (var tag in new[] { "cat", "dog", "fish" }.Take(2 + random.Next(2)))
        {
            var branch = Object(depth - 1);
            branch["type"] = "object";
            ((JsonObject)branch["properties"]!)["tag"] = new JsonObject { ["const"] = tag };
            branch["required"] = new JsonArray("tag");
            branches.Add(branch);
        }

        return new() { ["oneOf"] = branches };
    }

    private JsonObject Together(int depth) => new() { ["allOf"] = new JsonArray(Object(depth - 1), Object(depth - 1)) };

    private JsonObject Reference(int depth)
    {
        if (_definitions.Count > 0 && random.Next(2) == 0)
        {
            return new() { ["$ref"] = "#/$defs/" + _definitions.ElementAt(random.Next(_definitions.Count)).Key };
        }

        if (random.Next(4) == 0)
        {
            return new() { ["$ref"] = "#" };
        }

        var name = prefix + "_def" + _count++;
        _definitions[name] = new JsonObject();
        _definitions[name] = Any(depth - 1);
        return new() { ["$ref"] = "#/$defs/" + name };
    }

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];

    /// <summary>A document made for a schema.</summary>
    public JsonNode? Instance(JsonObject root, JsonNode? schema, int depth)
    {
        if (schema is not JsonObject json || depth > 12)
        {
            return JsonValue.Create(random.Next(3));
        }

        if (json["$ref"] is { } reference)
        {
            var key = reference.GetValue<string>();
            return Instance(root, key == "#" ? root : root["$defs"]![key["#/$defs/".Length..]], depth + 1);
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
            var value = Instance(root, branches[random.Next(branches.Count)], depth + 1);
            return json["properties"] is null ? value : Merge(value, ObjectFor(root, json, depth));
        }

        if (json["allOf"] is JsonArray parts)
        {
            return parts.Select(part => Instance(root, part, depth + 1)).Aggregate(Merge);
        }

        var type = json["type"] switch
        {
            JsonArray types => types[random.Next(types.Count)]!.GetValue<string>(),
            JsonValue value => value.GetValue<string>(),
            _ => json["properties"] is not null ? "object" : json["items"] is not null ? "array" : Pick("string", "integer", "object", "null", "array"),
        };
        return type switch
        {
            "object" => ObjectFor(root, json, depth),
            "array" => ArrayFor(root, json, depth),
            "string" => TextFor(json),
            "integer" => random.Next(4) == 0 ? JsonNode.Parse("2.0") : JsonValue.Create(random.Next(10)),
            "number" => JsonNode.Parse(Pick("1", "0.5", "1e2", "-3.25", "0.1000000000000000055511151231257827", "1.50")),
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

    private JsonObject ObjectFor(JsonObject root, JsonObject schema, int depth)
    {
        var value = new JsonObject();
        var required = (schema["required"] as JsonArray)?.Select(static name => name!.GetValue<string>()).ToHashSet() ?? [];
        foreach (var property in schema["properties"] as JsonObject ?? [])
        {
            if (required.Contains(property.Key) || (depth < 6 && random.Next(2) == 0))
            {
                value[property.Key] = Instance(root, property.Value, depth + 1);
            }
        }

        if (schema["additionalProperties"] is var others && !(others is JsonValue no && no.GetValueKind() == System.Text.Json.JsonValueKind.False) && random.Next(2) == 0 && depth < 6)
        {
            value["extra " + random.Next(2)] = others is JsonObject ? Instance(root, others, depth + 1) : JsonNode.Parse(Pick("1", "null", "[{}]", "\"\\u00e9\"", "{\"a\":1.0}"));
        }

        return value;
    }

    private JsonArray ArrayFor(JsonObject root, JsonObject schema, int depth)
    {
        var items = new JsonArray();
        if (schema["prefixItems"] is JsonArray prefix)
        {
            foreach (var item in prefix)
            {
                items.Add(Instance(root, item, depth + 1));
            }
        }
        else
        {
            for (var i = depth < 6 ? random.Next(3) : 0; i > 0; i--)
            {
                items.Add(Instance(root, schema["items"], depth + 1));
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
        _ => Pick("some text", "x", "\u00e9\ud83d\ude00", "a\nb"),
    };
}
