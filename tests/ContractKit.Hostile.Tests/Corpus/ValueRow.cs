using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>Values that stand in schemas: defaults, constants, bounds.</summary>
internal static class ValueRow
{
    public static IEnumerable<HostileInput> Inputs()
    {
        foreach (var text in new[] { "\"; canary0000(); //", "\\", "\n", "\u2028canary0000", "{0}", "\"\"\"", "", "\0", "a\ud800", "\u202e" })
        {
            // A lone surrogate is no text that could be read, so it is no default either.
            var isText = !text.Contains('\ud800', System.StringComparison.Ordinal);
            yield return new HostileInput("values", "default of a string: " + WordRow.Shown(text), text, isText ? TextPlace.Value : TextPlace.None, static text => Projects.Members("\"a\":{\"type\":\"string\",\"default\":" + Json.Quote(text) + "}"))
            {
                RoundTrip = isText ? static text => "{\"a\":" + Json.Quote(text) + "}" : null,
            };
            yield return new HostileInput("values", "const: " + WordRow.Shown(text), text, TextPlace.None, static text => Projects.Members("\"a\":{\"const\":" + Json.Quote(text) + "},\"b\":{\"const\":{" + Json.Quote(text) + ":[" + Json.Quote(text) + "]}}"));
            yield return new HostileInput("values", "unknown keyword and format: " + WordRow.Shown(text), text, TextPlace.None, static text => Projects.Members("\"a\":{\"type\":\"string\",\"format\":" + Json.Quote(text) + "," + Json.Quote("x-" + text) + ":" + Json.Quote(text) + ",\"contentEncoding\":" + Json.Quote(text) + ",\"contentMediaType\":" + Json.Quote(text) + "}"));
        }

        foreach (var value in new[] { "1e999", "-1e999", "-0", "-0.0", "9223372036854775808", "-9223372036854775809", "1e400", "1e-400", "0.1000000000000000055511151231257827", "1.0", "1e2", "100000000000000000000000000000000000000000", "0.00000000000000000000000000000000000000001", "1" + new string('0', 1_000), "0." + new string('1', 10_000), "1e1000000000", "5" })
        {
            var shown = value.Length > 50 ? value.Length + " digits" : value;
            foreach (var type in new[] { "integer", "number" })
            {
                yield return Whole(type + " with default " + shown, "\"a\":{\"type\":\"" + type + "\",\"default\":" + value + "}");
            }

            yield return Whole("decimal with default " + shown, "\"a\":{\"type\":\"number\",\"format\":\"decimal\",\"default\":" + value + "}");
            yield return Whole("const " + shown, "\"a\":{\"const\":" + value + "},\"b\":{\"enum\":[" + value + ",1]}");
            yield return Whole("bounds " + shown, "\"a\":{\"type\":\"number\",\"maximum\":" + value + "},\"b\":{\"type\":\"integer\",\"minimum\":" + value + "},\"c\":{\"type\":\"number\",\"format\":\"decimal\",\"exclusiveMaximum\":" + value + "}");
            yield return Whole("lengths " + shown, "\"a\":{\"type\":\"string\",\"maxLength\":" + value + "},\"b\":{\"type\":\"array\",\"minItems\":" + value + "},\"c\":{\"type\":\"object\",\"maxProperties\":" + value + "}");
        }

        foreach (var value in new[] { "-1", "1.5", "9223372036854775808", "1e30", "\"1\"", "null", "true", "[]", "0", "3.0", "1e1" })
        {
            yield return Whole("minLength " + value, "\"a\":{\"type\":\"string\",\"minLength\":" + value + "}");
            yield return Whole("multipleOf " + value, "\"a\":{\"type\":\"number\",\"multipleOf\":" + value + "}");
        }

        yield return Whole("minLength over maxLength", "\"a\":{\"type\":\"string\",\"minLength\":5,\"maxLength\":1}");
        yield return Whole("multipleOf 1e-320", "\"a\":{\"type\":\"number\",\"multipleOf\":1e-320},\"b\":{\"type\":\"integer\",\"multipleOf\":1e308}");
        yield return Whole("multipleOf 1e-1000000000", "\"a\":{\"type\":\"number\",\"multipleOf\":1e-1000000000}") with { CouldKill = true };
        foreach (var (type, value) in new[] { ("integer", "\"a\""), ("integer", "1.5"), ("string", "1"), ("boolean", "\"true\""), ("array", "{}"), ("object", "[]"), ("string", "null"), ("null", "1"), ("string\",\"format\":\"date-time", "\"yesterday\""), ("string\",\"format\":\"uuid", "\"{0}\""), ("string\",\"format\":\"date", "\"2023-02-30\""), ("string\",\"contentEncoding\":\"base64", "\"!\"") })
        {
            yield return Whole("default of another type: " + type + " " + value, "\"a\":{\"type\":\"" + type + "\",\"default\":" + value + "}");
        }

        foreach (var type in new[] { "\"strnig\"", "null", "1", "[]", "[\"string\",\"string\"]", "[[]]", "\"\"", "\"; canary0000()\"", "[\"string\",1]" })
        {
            yield return Whole("type " + type, "\"a\":{\"type\":" + type + "}");
        }

        foreach (var (keyword, value) in new[] { ("properties", "[]"), ("required", "\"a\""), ("required", "[1]"), ("required", "[\"a\",\"a\"]"), ("items", "1"), ("allOf", "{}"), ("oneOf", "[]"), ("anyOf", "[1]"), ("not", "null"), ("enum", "{}"), ("additionalProperties", "\"no\""), ("patternProperties", "{\"(\":true}"), ("$defs", "[]"), ("dependentRequired", "{\"a\":1}"), ("if", "1"), ("prefixItems", "{}"), ("propertyNames", "1"), ("contains", "null"), ("minContains", "-1"), ("title", "1"), ("description", "[]"), ("deprecated", "1"), ("format", "1"), ("$comment", "{}"), ("examples", "1"), ("x-enum-varnames", "1"), ("x-enum-varnames", "[1,{}]"), ("x-enum-varnames", "[\"; canary0000\",\"class\"]"), ("discriminator", "1"), ("discriminator", "{\"propertyName\":1}"), ("nullable", "1"), ("unevaluatedProperties", "0"), ("$schema", "1"), ("$id", "1"), ("$id", "\"::\""), ("$anchor", "\"\""), ("$dynamicAnchor", "\"a b\""), ("$vocabulary", "1"), ("readOnly", "\"\"") })
        {
            yield return Whole(keyword + " " + value, "\"a\":{\"type\":[\"object\",\"array\",\"string\"],\"enum\":[\"on\",\"off\"],\"" + keyword + "2\":1,\"" + keyword + "\":" + value + "}");
        }
    }

    private static HostileInput Whole(string name, string members) => HostileInput.Whole("values", name, [.. Projects.Members(members)]);
}
