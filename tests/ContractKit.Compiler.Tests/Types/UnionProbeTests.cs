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
}
