namespace ContractKit.Fuzz;

/// <summary>What is put into contracts by chance: texts that get out of their place, values at the edges, and every keyword.</summary>
internal static class HostileWords
{
    public static readonly string[] Texts =
    [
        "", " ", "a", "A", "a ", "_", "-", "class", "record", "System", "Task", "Thing", "Converter", "value__", "ToString", "Equals", "GetHashCode", "Clone", "PrintMembers", "EqualityContract", "Parse", "AdditionalProperties", "value", "member", "residue", "others",
        "\"", "\\", "\"; class Z {} //", "*/ class Z {} /*", "</summary>", "]]>", "&#10;", "{0}", "{{", "\"\"\"", "$\"{x}\"", "\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\n#endif", "\n#error x", "\nclass Z{}", "\0", "\uffff", "\ud800", "\udc00", "\u202e", "\u200d", "\ufeff", "a\u200db",
        "\u212a", "\u0131", "\u0130", "\u017f", "\ufb01", "\u00c5", "A\u030a", "\u0410", "\ud83d\ude00", "\u65e5\u672c", "99", "-1", "007", "null", "true", "A, B", "__arglist", "@class", "a.b", "a/b", "a~b", "a~1b", "%41", "a-b", "a_b", "$type", "__proto__", "id", "Id", "ID", "i-d",
        "http://example.com/x", "file:///etc/passwd", "//evil/x", "../x", "C:\\x", "#", "#/", "#/$defs/a", "#/properties/a", "#/%zz", "#/~2", "thing.schema.json", "schema/thing.schema.json", "https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema#", "http://json-schema.org/draft-04/schema#",
        "(a+)+$", "^(\\w+\\s?)*$", "(?=a)b", "(a)\\1", "[^]", "[]", "\\p{L}", "\\u{1F600}", "[a-[b]]", "(?i)a", "a{2,1}", "(", "^a$", "date-time", "uuid", "date", "decimal", "int32", "uri", "base64", "/a/{id}", "/{id}/{id}", "/state", "string", "integer", "number", "object", "array", "boolean", "X\r\nY: z", "Host",
        "yesterday", "2020-01-01T00:00:00Z", "2020-02-30", "application/json", "GET", "POST", "200", "2XX", "default", "999", "query", "path", "header", "bearer",
    ];

    public static readonly string[] Values =
    [
        "0", "-0", "1", "-1", "1.0", "1.5", "1e2", "1e400", "1e999999999", "1e-320", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "0.1000000000000000055511151231257827", "4294967296", "2147483648", "64", "1000000", "true", "false", "null", "[]", "{}", "[1]", "[\"a\"]", "[\"a\",\"a\"]", "[null]", "{\"a\":1}", "{\"type\":\"string\"}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}", "{\"$ref\":\"#\"}", "{\"$ref\":\"#/$defs/a\"}", "{\"enum\":[\"a\",\"b\"]}", "{\"enum\":[1,2]}", "{\"const\":\"x\"}", "[\"string\",\"null\"]", "[\"string\",\"integer\"]", "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}",
        "{\"oneOf\":[{\"type\":\"object\",\"properties\":{\"k\":{\"const\":\"a\"}},\"required\":[\"k\"]},{\"type\":\"object\",\"properties\":{\"k\":{\"const\":\"b\"}},\"required\":[\"k\"]}]}", "{\"type\":\"string\",\"format\":\"date-time\",\"default\":\"2020-01-01T00:00:00Z\"}", "{\"type\":\"integer\",\"default\":5}", "{\"not\":{}}", "{\"additionalProperties\":{\"type\":\"integer\"}}",
    ];

    public static readonly string[] Keywords =
    [
        "$ref", "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$defs", "definitions", "$comment", "$vocabulary", "type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties", "required", "dependentRequired",
        "dependencies", "properties", "patternProperties", "additionalProperties", "propertyNames", "items", "prefixItems", "additionalItems", "contains", "unevaluatedItems", "unevaluatedProperties", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "format", "contentEncoding", "contentMediaType", "contentSchema", "nullable", "discriminator", "x-enum-varnames", "x-enum-descriptions", "id",
        "namespace", "services", "types", "resources", "formats", "unknownEnumValues", "responseValidation", "server", "security", "operations", "method", "path", "parameters", "requestBody", "responses", "completion", "status", "succeeded", "failed", "canceled", "safe", "body", "headers", "schema", "contentType", "in", "name", "scheme", "minLenght", "proprties",
    ];
}
