namespace ContractKit.Compiler.Tests.Types;

/// <summary>One schema with every kind of type in it.</summary>
internal static class EverythingSchema
{
    public const string Text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Everything",
          "description": "All that there is.",
          "type": "object",
          "required": ["id", "kind", "count", "when", "shape", "state", "tags", "maybe"],
          "properties": {
            "id": { "type": "string", "format": "uuid" },
            "kind": { "const": "everything" },
            "count": { "type": "integer", "minimum": 0 },
            "small": { "type": "integer", "minimum": -5, "maximum": 5, "default": 3 },
            "ratio": { "type": ["number", "null"] },
            "price": { "type": "number", "format": "decimal", "default": 1.50 },
            "flag": { "type": "boolean", "default": true },
            "name": { "type": "string", "default": "a \"b\"\n" },
            "when": { "type": "string", "format": "date-time" },
            "day": { "type": ["string", "null"], "format": "date" },
            "blob": { "type": "string", "contentEncoding": "base64" },
            "maybe": { "type": ["string", "null"] },
            "free": true,
            "class": { "type": "string", "deprecated": true },
            "state": { "title": "State", "enum": ["on", "off", "half-way", null] },
            "mode": { "enum": ["fast", "slow"], "default": "slow" },
            "level": { "type": "integer", "enum": [1, 2, -3], "x-enum-varnames": ["Low", "High", "Odd"] },
            "tags": { "type": "array", "items": { "type": "string" } },
            "dates": { "type": "array", "items": { "type": "string", "format": "date-time" } },
            "matrix": { "type": "array", "items": { "type": "array", "items": { "type": "number" } } },
            "holes": { "type": "array", "items": { "type": ["integer", "null"] } },
            "texts": { "type": "array", "items": { "type": ["string", "null"] } },
            "labels": { "type": "object", "additionalProperties": { "type": "string" } },
            "lookup": { "type": "object", "additionalProperties": { "$ref": "#/$defs/point" } },
            "point": { "$ref": "#/$defs/point" },
            "points": { "type": ["array", "null"], "items": { "$ref": "#/$defs/point" } },
            "self": { "$ref": "#" },
            "shape": { "$ref": "#/$defs/shape" },
            "defaults": { "type": "array", "items": { "type": "string" }, "default": ["a\"", "b"] },
            "none": { "type": "array", "items": { "$ref": "#/$defs/point" }, "default": [] },
            "counts": { "type": "object", "additionalProperties": { "type": "integer" }, "default": { "a": 1 } },
            "open": { "default": { "x": [1, null] } },
            "either": { "oneOf": [ { "type": "string" }, { "type": "integer" }, { "type": "array", "items": { "type": "string" } }, { "$ref": "#/$defs/point" } ] },
            "loose": { "anyOf": [ { "$ref": "#/$defs/point" }, { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] } ] }
          },
          "additionalProperties": { "type": "integer" },
          "$defs": {
            "point": { "description": "A place.", "type": "object", "properties": { "x": { "type": "number" }, "y": { "type": "number" } }, "required": ["x", "y"], "additionalProperties": false },
            "shape": {
              "oneOf": [
                { "title": "Circle", "type": "object", "properties": { "type": { "const": "circle" }, "radius": { "type": "number" } }, "required": ["type", "radius"] },
                { "title": "Square", "type": "object", "properties": { "type": { "const": "square" }, "side": { "type": "number" } }, "required": ["type", "side"] }
              ]
            }
          }
        }
        """;

    public const string Instance = """
        {"id":"6F9619FF-8B86-D011-B42D-00C04FC964FF","kind":"everything","count":1.0,"ratio":null,"when":"2020-01-02T03:04:05.123456789+00:00","day":null,"blob":"AQI=","maybe":null,"free":{"a":[1,null]},"class":"c","state":null,"level":-3,"tags":["a","b"],"dates":["2020-01-02T03:04:05Z","2020-01-02T03:04:05.000Z"],"matrix":[[1.5,2],[]],"holes":[1,null],"texts":[null,"x"],"labels":{"k":"v"},"lookup":{"p":{"x":1,"y":0.1000000000000000055511151231257827}},"point":{"x":1e2,"y":2},"points":null,"shape":{"type":"circle","radius":1},"either":[ "a" ],"loose":{"name":"n"},"more":12345678901}
        """;
}
