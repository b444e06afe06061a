namespace ContractKit.Testing;

/// <summary>The schema by which costs are told: an object of nine properties, five of them required.</summary>
public static class NinePropertySchema
{
    private const string Dialect = """
          "$schema": "https://json-schema.org/draft/2020-12/schema",

        """;

    /// <summary>The schema of one type.</summary>
    /// <param name="number">Which type.</param>
    /// <param name="more">Further properties, with a comma behind them.</param>
    /// <param name="start">What stands before the other keywords, each with a comma behind it.</param>
    public static string Of(int number, string more = "", string start = Dialect) => $$"""
        {
        {{start}}  "description": "Thing number {{number}}.",
          "type": "object",
          "properties": {
            {{more}}
            "id": { "type": "string" },
            "name{{number}}": { "type": "string", "description": "What people call it." },
            "status": { "type": "string" },
            "count": { "type": "integer" },
            "score": { "type": "number" },
            "description": { "type": "string" },
            "owner": { "type": "string" },
            "active": { "type": "boolean" },
            "created": { "type": "string", "format": "date-time" }
          },
          "required": ["id", "name{{number}}", "status", "count", "score"]
        }
        """;
}
