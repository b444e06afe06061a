using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>Makes schemas that nobody would write, of keywords that everybody writes, in all five dialects.</summary>
internal sealed class RandomSchema(Random random, string prefix)
{
    private static readonly string[] s_dialects =
    [
        "https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2019-09/schema", "http://json-schema.org/draft-07/schema#",
        "http://json-schema.org/draft-06/schema#", "http://json-schema.org/draft-04/schema#",
    ];

    private static readonly string[] s_names =
    [
        "id", "ID", "name", "class", "a-b", "a_b", "value", "x", "Equals", "toString", "kind", "\u00fcbung", "", "2nd", "item", "items", "output", "cursor", "record",
        "JsonElement", "Value", "Unknown", "unknown", "Then", "getHashCode", "type", "$type", "parse", "withNull", "Item1", "a\u200db", "ab", "\u0410", "A", "Text", "text",
        "List", "tag", "AdditionalProperties", "otherValue", "branches", "branch0", "names", "others", "required", "field", "\"};//", "Option1", "cat", "Cat", "Residue", "Length",
    ];

    private static readonly string[] s_words = ["on", "off", "ON", "in progress", "a-b", "a_b", "1", "1.0", "", "\u00e9", "\"", "value__", "ToString", "class", "None", "Text", "Known"];

    private static readonly string[] s_titles =
    [
        "Thing", "thing", "State", "Value", "Unknown", "Task Status", "Guid", "string", "JsonElement", "A sentence, that names nothing.", "<b>&\"*/", "Equals", "Parse", "Converter", "Cat",
        "\u041f\u0443\u0442\u044c", "Path", "Residue", "Text",
    ];

    private readonly int _dialect = random.Next(3) == 0 ? random.Next(1, 5) : 0;
    private readonly JsonObject _definitions = [];
    private int _count;

    /// <summary>Whether <c>prefixItems</c> and not a list of <c>items</c> makes a tuple.</summary>
    private bool IsNewest => _dialect == 0;

    /// <summary>The keyword under which reusable schemas stand.</summary>
    public string Definitions => _dialect < 2 ? "$defs" : "definitions";

    private bool HasConst => _dialect < 4;

    /// <summary>A whole schema document.</summary>
    public JsonObject Document()
    {
        var root = random.Next(3) == 0 ? Any(3) : Object(3);
        if (root["$ref"] is not null && _dialect > 1)
        {
            // Beside a reference, those dialects would not see the definitions.
            root = new JsonObject { ["allOf"] = new JsonArray(root) };
        }

        if (random.Next(4) == 0)
        {
            root["title"] = prefix + " root";
        }

        if (_definitions.Count > 0)
        {
            root[Definitions] = _definitions;
        }

        root["$schema"] = s_dialects[_dialect];
        return root;
    }

    private JsonNode Part(int depth) => _dialect < 4 && random.Next(30) == 0 ? JsonValue.Create(random.Next(3) != 0) : Any(depth);

    private JsonObject Any(int depth)
    {
        if (depth <= 0)
        {
            return Simple();
        }

        return random.Next(26) switch
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
            15 => Conditional(depth),
            16 => Nullable(depth),
            17 => Keywords(depth),
            _ => Simple(),
        };
    }

    private JsonObject Simple()
    {
        JsonObject schema = random.Next(20) switch
        {
            0 => new() { ["type"] = "string", ["format"] = Pick("date-time", "date", "uuid", "uri", "time", "duration", "email") },
            1 => new() { ["type"] = "string", ["contentEncoding"] = "base64" },
            2 => Enum(),
            3 => new() { ["enum"] = new JsonArray(1, 2, -3) },
            4 => Constant(JsonValue.Create(Pick("a", "b"))),
            5 => new() { ["type"] = "boolean" },
            6 => Bounded(),
            7 => new() { ["type"] = new JsonArray("string", "integer", "boolean") },
            8 => [],
            9 => new() { ["type"] = "number" },
            10 => new() { ["type"] = "object" },
            11 => Constant(JsonValue.Create(random.Next(3) switch { 0 => 5, 1 => -1, _ => 0 })),
            12 => new() { ["type"] = "null" },
            13 => new() { ["type"] = "integer" },
            14 => new() { ["enum"] = new JsonArray(1.5, 2, "two", true, null) },
            15 => Constant(random.Next(4) switch { 0 => JsonValue.Create(true), 1 => null, 2 => new JsonArray(1, "a"), _ => new JsonObject { ["a"] = 1.0 } }),
            16 => new() { ["type"] = "number", ["format"] = Pick("decimal", "double", "float"), ["multipleOf"] = 0.25 },
            17 => new() { ["type"] = "integer", ["format"] = Pick("int32", "int64") },
            _ => new() { ["type"] = "string", ["minLength"] = random.Next(2), ["maxLength"] = 20 },
        };
        if (random.Next(4) == 0 && schema["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() != "null")
        {
            if (random.Next(4) == 0)
            {
                schema["nullable"] = true;
            }
            else
            {
                schema["type"] = new JsonArray(type.GetValue<string>(), "null");
            }
        }

        return Annotated(schema);
    }

    private JsonObject Annotated(JsonObject schema)
    {
        switch (random.Next(14))
        {
            case 0:
                schema["description"] = "Says <b> & \"things\"\nover */ two lines.";
                break;
            case 1:
                schema["default"] = random.Next(7) switch { 0 => "a", 1 => 1, 2 => true, 3 => null, 4 => new JsonArray(1, "a"), 5 => new JsonObject { ["a"] = "b" }, _ => 1.5 };
                break;
            case 2:
                schema["deprecated"] = true;
                break;
            case 3:
                schema["title"] = prefix + " " + Pick("Thing", "thing", "State") + (random.Next(2) == 0 ? "" : " " + _count++);
                break;
            case 4:
                schema[Pick("readOnly", "writeOnly")] = true;
                break;
            case 5 when random.Next(4) == 0:
                schema["title"] = Pick(s_titles) + (random.Next(2) == 0 ? "" : " " + prefix);
                break;
        }

        return schema;
    }

    private JsonObject Constant(JsonNode? value) => HasConst ? new() { ["const"] = value } : new() { ["enum"] = new JsonArray(value) };

    private JsonObject Bounded() => _dialect == 4
        ? new() { ["type"] = "integer", ["minimum"] = -10, ["exclusiveMinimum"] = true, ["maximum"] = 10 }
        : new() { ["type"] = "integer", [Pick("minimum", "exclusiveMinimum")] = -10, [Pick("maximum", "exclusiveMaximum")] = random.Next(3) == 0 ? 1e12 : 10 };

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

        var schema = new JsonObject { ["enum"] = new JsonArray([.. words]) };
        if (random.Next(6) == 0)
        {
            schema["x-enum-varnames"] = new JsonArray([.. words.Select((_, index) => (JsonNode?)JsonValue.Create(Pick("Same", "same", "Name " + index, "class")))]);
        }

        return schema;
    }

    private JsonObject Object(int depth)
    {
        var properties = new JsonObject();
        foreach (var name in s_names.OrderBy(_ => random.Next()).Take(random.Next(5)))
        {
            properties[name] = Part(depth - 1);
        }

        var schema = new JsonObject { ["properties"] = properties };
        if (random.Next(6) != 0)
        {
            schema["type"] = random.Next(6) == 0 ? new JsonArray("object", "null") : "object";
        }

        var required = properties.Select(static property => property.Key).Where(_ => random.Next(2) == 0).ToList();
        if (random.Next(12) == 0)
        {
            required.Add("unnamed");
        }

        if (required.Count > 0)
        {
            schema["required"] = Texts(required);
        }

        switch (random.Next(6))
        {
            case 0:
                schema["additionalProperties"] = false;
                break;
            case 1:
                schema["additionalProperties"] = Any(depth - 2);
                break;
            case 2 when _dialect < 2:
                schema["unevaluatedProperties"] = false;
                break;
        }

        if (random.Next(8) == 0)
        {
            schema["patternProperties"] = new JsonObject { ["^p_"] = Any(depth - 2) };
        }

        return random.Next(4) == 0 ? Annotated(schema) : schema;
    }

    private JsonObject Array(int depth)
    {
        var schema = new JsonObject { ["items"] = Part(depth - 1) };
        if (random.Next(6) != 0)
        {
            schema["type"] = random.Next(5) == 0 ? new JsonArray("array", "null") : "array";
        }

        if (random.Next(6) == 0)
        {
            schema[Pick("minItems", "maxItems")] = random.Next(3);
        }

        return schema;
    }

    private JsonObject Tuple(int depth)
    {
        var (prefixItems, rest) = IsNewest ? ("prefixItems", "items") : ("items", "additionalItems");
        var count = 1 + random.Next(3);
        var schema = new JsonObject { ["type"] = "array", [prefixItems] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => (JsonNode?)Part(depth - 1))]) };
        switch (random.Next(3))
        {
            case 0:
                schema[rest] = false;
                break;
            case 1:
                schema[rest] = Any(depth - 2);
                break;
        }

        if (random.Next(2) == 0)
        {
            schema["minItems"] = random.Next(count + 2);
        }

        if (random.Next(4) == 0)
        {
            schema["maxItems"] = count;
        }

        return schema;
    }

    private JsonObject Map(int depth) => new() { ["type"] = "object", ["additionalProperties"] = Any(depth - 1) };

    private JsonObject Union(int depth, string keyword)
    {
        var schema = new JsonObject { [keyword] = new JsonArray([.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => (JsonNode?)Part(depth - 1))]) };
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
            ((JsonObject)branch["properties"]!)["tag"] = Constant(JsonValue.Create(tag));
            branch["required"] = new JsonArray("tag");
            if (random.Next(4) == 0)
            {
                branch["title"] = Pick(tag, "Value", "Unknown", "Residue", "JsonElement");
            }

            branches.Add(branch);
        }

        return new() { ["oneOf"] = branches };
    }

    private JsonObject Together(int depth) => random.Next(3) switch
    {
        0 => new() { ["allOf"] = new JsonArray(Union(depth - 1, "oneOf"), Union(depth - 1, "anyOf")) },
        1 => new() { ["allOf"] = new JsonArray(Reference(depth - 1), Object(depth - 1)), ["type"] = "object" },
        _ => new() { ["allOf"] = new JsonArray(Object(depth - 1), Object(depth - 1)) },
    };

    private JsonObject Conditional(int depth)
    {
        var schema = Object(depth - 1);
        ((JsonObject)schema["properties"]!)["kind"] = new JsonObject { ["enum"] = new JsonArray("a", "b") };
        schema["if"] = new JsonObject { ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["enum"] = new JsonArray("a") } }, ["required"] = new JsonArray("kind") };
        if (random.Next(4) != 0)
        {
            schema["then"] = Object(depth - 1);
        }

        if (random.Next(2) != 0)
        {
            schema["else"] = Object(depth - 1);
        }

        return schema;
    }

    private JsonObject Nullable(int depth) => new() { [Pick("oneOf", "anyOf")] = new JsonArray(random.Next(2) == 0 ? Reference(depth) : Any(depth - 1), new JsonObject { ["type"] = "null" }) };

    private JsonObject Keywords(int depth)
    {
        var schema = Object(depth - 1);
        switch (random.Next(5))
        {
            case 0:
                schema["not"] = new JsonObject { ["required"] = new JsonArray("never") };
                break;
            case 1 when _dialect < 2:
                schema["dependentSchemas"] = new JsonObject { ["id"] = Object(depth - 2) };
                break;
            case 2 when _dialect < 2:
                schema["dependentRequired"] = new JsonObject { ["id"] = new JsonArray("name") };
                break;
            case 3 when _dialect < 4:
                schema["propertyNames"] = new JsonObject { ["maxLength"] = 30 };
                break;
            default:
                schema["minProperties"] = random.Next(2);
                break;
        }

        return schema;
    }

    private JsonObject Reference(int depth)
    {
        if (_definitions.Count > 0 && random.Next(2) == 0)
        {
            return Referring(_definitions.ElementAt(random.Next(_definitions.Count)).Key);
        }

        if (random.Next(4) == 0)
        {
            return new() { ["$ref"] = "#" };
        }

        var name = random.Next(5) == 0 ? Pick("state", "State", "value", "node", "cat", "task", "2nd") : prefix + "_def" + _count++;
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = new JsonObject();
            _definitions[name] = Any(depth - 1);
        }

        return Referring(name);
    }

    private JsonObject Referring(string name)
    {
        var reference = new JsonObject { ["$ref"] = "#/" + Definitions + "/" + name };
        return random.Next(5) == 0 ? Annotated(reference) : reference;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode?)JsonValue.Create(text))];

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];
}
