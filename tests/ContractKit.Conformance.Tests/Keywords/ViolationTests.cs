using System.Linq;
using System.Text;
using ContractKit.Testing;

namespace ContractKit.Conformance.Tests.Keywords;

/// <summary>What callers are told: where in the document, which keyword, and a sentence.</summary>
public sealed class ViolationTests
{
    private static readonly CompiledSchema s_schema = CompiledSchemas.One(
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "required": ["id", "kind"],
          "properties": {
            "id": { "$ref": "#/$defs/id" },
            "kind": { "const": "order" },
            "lines": { "type": "array", "minItems": 1, "uniqueItems": true, "prefixItems": [{ "type": "string" }], "items": { "$ref": "#/$defs/line" } },
            "a/b~c": { "type": "integer", "maximum": 5, "multipleOf": 0.1 },
            "choice": { "anyOf": [ { "type": "object", "required": ["x"], "properties": { "x": { "type": "string" } } }, { "type": "object", "properties": { "y": { "maximum": 1 } }, "required": ["y"] } ] },
            "kindly": { "oneOf": [ { "type": "string", "minLength": 3 }, { "type": "integer" } ] }
          },
          "patternProperties": { "^x-": { "type": "boolean" } },
          "propertyNames": { "maxLength": 8 },
          "additionalProperties": false,
          "dependentRequired": { "choice": ["kindly"] },
          "$defs": {
            "id": { "type": "string", "minLength": 2, "pattern": "^[a-z]+$" },
            "line": { "type": "object", "properties": { "count": { "minimum": 1 } } }
          }
        }
        """);

    [Theory]
    [InlineData("""{"kind": "order"}""", "", "/required", "The required member 'id' is missing.")]
    [InlineData("""{"id": 5, "kind": "order"}""", "/id", "/properties/id/$ref/type", "This is a number; a string is expected.")]
    [InlineData("""{"id": "a", "kind": "order"}""", "/id", "/properties/id/$ref/minLength", "The text has 1 character; it must have at least 2.")]
    [InlineData("""{"id": "A1", "kind": "order"}""", "/id", "/properties/id/$ref/pattern", "The text does not match the pattern ^[a-z]+$.")]
    [InlineData("""{"id": "ab", "kind": "offer"}""", "/kind", "/properties/kind/const", "This is 'offer'; it must be 'order'.")]
    [InlineData("""{"id": "ab", "kind": "order", "lines": []}""", "/lines", "/properties/lines/minItems", "The array has 0 items; it must have at least 1.")]
    [InlineData("""{"id": "ab", "kind": "order", "lines": [1]}""", "/lines/0", "/properties/lines/prefixItems/0/type", "This is a number; a string is expected.")]
    [InlineData("""{"id": "ab", "kind": "order", "lines": ["", {"count": 0}]}""", "/lines/1/count", "/properties/lines/items/$ref/properties/count/minimum", "This is 0; it must be at least 1.")]
    [InlineData("""{"id": "ab", "kind": "order", "lines": ["", {"a": 1.0}, {"b": 2}, { "a" : 1 }]}""", "/lines/3", "/properties/lines/uniqueItems", "The item equals an earlier one; the array's items must differ.")]
    [InlineData("""{"id": "ab", "kind": "order", "a/b~c": 5.1}""", "/a~1b~0c", "/properties/a~1b~0c/type", "This is a number with a fraction; an integer is expected.")]
    [InlineData("""{"id": "ab", "kind": "order", "a/b~c": 6}""", "/a~1b~0c", "/properties/a~1b~0c/maximum", "This is 6; it must be at most 5.")]
    [InlineData("""{"id": "ab", "kind": "order", "extra": 6}""", "/extra", "/additionalProperties", "The member 'extra' is not allowed here.")]
    [InlineData("""{"id": "ab", "kind": "order", "x-a": 6}""", "/x-a", "/patternProperties/^x-/type", "This is a number; true or false is expected.")]
    [InlineData("""{"id": "ab", "kind": "order", "x-too-long": true}""", "/x-too-long", "/propertyNames/maxLength", "The text has 10 characters; it must have at most 8.")]
    [InlineData("""{"id": "ab", "kind": "order", "choice": {"x": ""}}""", "", "/dependentRequired/choice", "The member 'kindly' is missing, which 'choice' needs beside it.")]
    [InlineData("""{"id": "ab", "kind": "order", "kindly": "a"}""", "/kindly", "/properties/kindly/oneOf/0/minLength", "The text has 1 character; it must have at least 3.")]
    [InlineData("""{"id": "ab", "kind": "order", """, "", "", "The JSON is cut off at byte 30.")]
    public void The_only_violation_says_where_and_why(string json, string instance, string keyword, string message)
    {
        var violation = Assert.Single(s_schema.Validate(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(new ContractViolation(instance, keyword, message), violation);
    }

    [Fact]
    public void A_value_that_fits_no_branch_is_told_what_the_nearest_one_wants()
    {
        var violations = s_schema.Validate("""{"id": "ab", "kind": "order", "kindly": 1, "choice": {"y": 7}}"""u8);
        Assert.Equal(
            [("/choice/y", "/properties/choice/anyOf/1/properties/y/maximum"), ("/choice", "/properties/choice/anyOf")],
            violations.Select(static violation => (violation.InstanceLocation, violation.KeywordLocation)));
    }

    [Fact]
    public void All_violations_are_collected_in_the_order_of_the_document()
    {
        var violations = s_schema.Validate("""{"id": "A", "kind": 1, "lines": ["", {"count": 0}, {"count": -1}], "extra": 0}"""u8);
        Assert.Equal(
            ["/id", "/id", "/kind", "/lines/1/count", "/lines/2/count", "/extra"],
            violations.Select(static violation => violation.InstanceLocation));
    }

    [Fact]
    public void At_most_100_violations_are_collected()
    {
        var schema = CompiledSchemas.One("""{"items": {"type": "string"}}""");
        Assert.Equal(100, schema.Validate(Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat("1", 1000)) + "]")).Count);
    }

    [Fact]
    public void Unevaluated_members_are_named()
    {
        var schema = CompiledSchemas.One("""{"allOf": [{"properties": {"a": true}}], "anyOf": [{"properties": {"b": true}, "required": ["b"]}, true], "unevaluatedProperties": false}""");
        Assert.True(schema.IsValid("""{"a": 1, "b": 2}"""u8));
        Assert.Equal(
            new ContractViolation("/c", "/unevaluatedProperties", "The member 'c' is not allowed here."),
            Assert.Single(schema.Validate("""{"a": 1, "b": 2, "c": 3}"""u8)));
    }
}
