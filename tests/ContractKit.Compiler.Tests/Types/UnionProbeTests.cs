namespace ContractKit.Compiler.Tests.Types;

/// <summary>Unions that no property tells apart: a value is of the first branch whose schema it keeps.</summary>
public class UnionProbeTests
{
    [Theory]
    [InlineData("unevaluatedProperties")]
    [InlineData("additionalProperties")]
    public void A_member_that_a_closed_branch_does_not_know_is_of_the_next(string closes)
    {
        var types = GeneratedTypes.Of(
            """
            {
              "type": "object",
              "properties": {
                "text": {
                  "anyOf": [
                    { "type": "object", "properties": { "tag": { "enum": ["ON", null], "writeOnly": true }, "class": { "type": "null" } }, "required": ["tag", "class"], "CLOSES": false },
                    { "type": "object", "properties": {} }
                  ]
                }
              }
            }
            """.Replace("CLOSES", closes, System.StringComparison.Ordinal)).Clean();
        const string document = """{"text":{"tag":"ON","class":null,"extra":[{}]}}""";
        Assert.Equal(document, types.RoundTrip("Thing", document));
    }

    [Fact]
    public void An_object_that_only_a_branch_without_a_type_allows_is_kept()
    {
        var types = GeneratedTypes.Of("""
            {
              "type": "object",
              "properties": {
                "branches": { "oneOf": [ { "type": "object", "properties": {}, "additionalProperties": false }, { "items": { "type": "string" } }, { "enum": ["ON", 1] } ] }
              }
            }
            """).Clean();
        const string document = """{"branches":{"extra":null}}""";
        Assert.Equal(document, types.RoundTrip("Thing", document));
    }

    [Fact]
    public void An_object_that_only_a_branch_meant_for_arrays_allows_is_refused_by_all()
    {
        var types = GeneratedTypes.Of([("thing.json", """
            { "anyOf": [ { "items": { "type": "string" } }, { "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": { "type": "number" } } ] }
            """)], withSchemaClasses: true).Clean();
        Assert.Equal("""{"a":"x","b":1}""", types.RoundTrip("Thing", """{"a":"x","b":1}"""));
        Assert.True(types.KeepsSchema("Thing", """{"a":"x","b":"y"}"""));
        Assert.False(types.IsValid("Thing", """{"a":"x","b":"y"}"""));
    }

    [Fact]
    public void An_item_of_one_of_several_kinds_keeps_its_spelling()
    {
        var types = GeneratedTypes.Of("""
            {
              "type": "object",
              "properties": {
                "name": {
                  "type": "array",
                  "prefixItems": [ { "type": "boolean" }, { "oneOf": [ { "type": "number" }, { "const": "a", "title": "string" }, { "type": "null" } ] }, { "type": "string" } ]
                }
              }
            }
            """).Clean();
        const string document = """{"name":[true,0.1000000000000000055511151231257827]}""";
        Assert.Equal(document, types.RoundTrip("Thing", document));
    }
}
