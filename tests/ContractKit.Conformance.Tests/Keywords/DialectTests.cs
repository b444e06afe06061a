using System;
using System.Text;
using ContractKit.Testing;

namespace ContractKit.Conformance.Tests.Keywords;

/// <summary>What dialects mean differently, beside the drafts whose suite lies at hand.</summary>
public sealed class DialectTests
{
    private const string Draft04 = "http://json-schema.org/draft-04/schema#";
    private const string Draft06 = "http://json-schema.org/draft-06/schema#";
    private const string Draft201909 = "https://json-schema.org/draft/2019-09/schema";
    private const string Draft202012 = "https://json-schema.org/draft/2020-12/schema";

    [Theory]
    [InlineData(Draft04, """ "type": "integer" """, "1", "1.0 1e2 1.5")]
    [InlineData(Draft06, """ "type": "integer" """, "1 1.0 1e2", "1.5 \"1\"")]
    [InlineData(Draft04, """ "minimum": 3, "exclusiveMinimum": true, "maximum": 5, "exclusiveMaximum": false """, "3.1 5", "3 5.1")]
    [InlineData(Draft06, """ "exclusiveMinimum": 3, "exclusiveMaximum": 5 """, "3.1 4.9", "3 5")]
    [InlineData(Draft04, """ "const": 1, "contains": { "type": "string" }, "propertyNames": { "maxLength": 1 }, "if": {}, "then": { "type": "null" } """, "2 [1] {\"long\":1}", "")]
    [InlineData(Draft06, """ "const": 1 """, "1 1.0", "2 \"1\" true")]
    [InlineData(Draft06, """ "contains": { "type": "string" }, "minContains": 2 """, "[\"a\"] [1,\"a\"]", "[] [1]")]
    [InlineData(Draft06, """ "if": { "const": 1 }, "then": { "type": "string" } """, "1 2", "")]
    [InlineData(Draft04, """ "additionalItems": false, "items": [{ "type": "string" }] """, "[] [\"a\"] 5", "[1] [\"a\",1]")]
    [InlineData(Draft04, """ "dependencies": { "a": ["b"], "c": { "required": ["d"] } } """, "{} {\"a\":1,\"b\":1} {\"c\":1,\"d\":1}", "{\"a\":1} {\"c\":1}")]
    [InlineData(Draft201909, """ "items": [{ "type": "string" }], "additionalItems": { "type": "number" } """, "[\"a\",1]", "[1] [\"a\",\"b\"]")]
    [InlineData(Draft201909, """ "contains": { "type": "string" }, "minContains": 0, "maxContains": 1 """, "[] [\"a\"] [1]", "[\"a\",\"b\"]")]
    [InlineData(Draft201909, """ "items": [true], "contains": { "type": "string" }, "unevaluatedItems": false """, "[\"a\"]", "[\"a\",\"b\"]")]
    [InlineData(Draft202012, """ "prefixItems": [true], "contains": { "type": "string" }, "unevaluatedItems": false """, "[1,\"b\"] [\"a\",\"b\"]", "[1,2] [1,2,\"a\"]")]
    [InlineData(Draft201909, """ "dependentRequired": { "a": ["b"] }, "dependentSchemas": { "c": { "maxProperties": 1 } } """, "{\"a\":1,\"b\":1} {\"c\":1}", "{\"a\":1} {\"c\":1,\"d\":1}")]
    [InlineData(Draft201909, """ "$ref": "#/$defs/s", "minLength": 2, "$defs": { "s": { "type": "string" } } """, "\"ab\"", "\"a\" 5")]
    [InlineData(Draft06, """ "properties": { "x": { "$ref": "#/definitions/s", "minLength": 2 } }, "definitions": { "s": { "type": "string" } } """, "{\"x\":\"a\"}", "{\"x\":5}")]
    [InlineData(Draft201909, """ "$recursiveAnchor": true, "properties": { "next": { "$recursiveRef": "#" } }, "unevaluatedProperties": false """, "{\"next\":{\"next\":{}}}", "{\"x\":1} {\"next\":{\"x\":1}}")]
    [InlineData(Draft202012, """ "type": "string", "nullable": true """, "\"a\" null", "5")]
    [InlineData(Draft202012, """ "nullable": true, "minimum": 1 """, "null 1", "0")]
    [InlineData(Draft202012, """ "enum": [[1, {"a": 1.0}], "x", null] """, "[1.0,{\"a\":1}] \"x\" null", "[1] [1,{\"a\":2}] \"y\" false")]
    [InlineData(Draft202012, """ "type": ["integer", "string"], "multipleOf": 0.1 """, "1 1.0 \"x\"", "1.5 true")]
    public void Means(string dialect, string keywords, string valid, string invalid)
    {
        var schema = CompiledSchemas.One("{\"$schema\": \"" + dialect + "\", " + keywords + "}");
        foreach (var json in valid.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.True(schema.IsValid(Encoding.UTF8.GetBytes(json)), json);
            Assert.Empty(schema.Validate(Encoding.UTF8.GetBytes(json)));
        }

        foreach (var json in invalid.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.False(schema.IsValid(Encoding.UTF8.GetBytes(json)), json);
            Assert.NotEmpty(schema.Validate(Encoding.UTF8.GetBytes(json)));
        }
    }

    [Fact]
    public void A_recursive_reference_goes_to_the_outermost_resource()
    {
        var schema = CompiledSchemas.One(
            """
            {
              "$schema": "https://json-schema.org/draft/2019-09/schema",
              "$id": "https://example.com/strict-tree", "$recursiveAnchor": true,
              "$ref": "tree", "unevaluatedProperties": false,
              "$defs": { "tree": {
                "$id": "tree", "$recursiveAnchor": true, "type": "object",
                "properties": { "data": true, "children": { "type": "array", "items": { "$recursiveRef": "#" } } } } }
            }
            """);
        Assert.True(schema.IsValid("""{"children": [{"data": 1}]}"""u8));
        Assert.False(schema.IsValid("""{"children": [{"daat": 1}]}"""u8));
    }
}
