using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using ContractKit.Json;
using ContractKit.Testing;
using Xunit.Abstractions;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>Types that keep their schemas while they are read say what the validator and the reader say one after the other.</summary>
public class OnePassTests(ITestOutputHelper output)
{
    private const string Everything = """
        {
          "type": "object",
          "properties": {
            "id": { "type": "string", "minLength": 2, "maxLength": 5, "pattern": "^[a-z]+$" },
            "word": { "enum": ["a", "b"] },
            "wordOrNull": { "enum": ["a", null] },
            "count": { "type": "integer", "minimum": 1, "multipleOf": 2 },
            "small": { "type": "integer", "format": "int32" },
            "ratio": { "type": ["number", "null"], "exclusiveMaximum": 2 },
            "exact": { "type": "number", "format": "decimal" },
            "at": { "type": "string", "format": "date-time" },
            "day": { "type": "string", "format": "date" },
            "key": { "type": "string", "format": "uuid" },
            "bytes": { "type": "string", "contentEncoding": "base64", "maxLength": 8 },
            "flag": { "type": ["boolean", "null"] },
            "constant": { "const": "x" },
            "free": true,
            "freeObject": { "type": "object" },
            "names": { "type": "array", "items": { "type": "string" } },
            "inner": { "$ref": "#/$defs/inner" },
            "innerOrNull": { "$ref": "#/$defs/innerOrNull" },
            "inners": { "type": ["array", "null"], "items": { "$ref": "#/$defs/inner" } },
            "self": { "$ref": "#" }
          },
          "required": ["id"],
          "$defs": {
            "inner": { "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"], "additionalProperties": false },
            "innerOrNull": { "type": ["object", "null"], "properties": { "m": { "type": "string", "minLength": 1 } } }
          }
        }
        """;

    private static readonly string[] s_documents =
    [
        """{"id":"abc","word":"a","wordOrNull":null,"count":4,"small":1,"ratio":1.5,"exact":1.25,"at":"2026-11-23T13:18:12Z","day":"2026-11-23","key":"ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2","bytes":"YWJj","flag":null,"constant":"x","free":{"a":[{"b":1}]},"freeObject":{"q":{}},"names":["a","b"],"inner":{"n":1},"innerOrNull":null,"inners":[{"n":1},{"n":2}],"self":{"id":"xyz"},"more":{"a":1}}""",
        """{"id":"abc","innerOrNull":{"m":"y","z":[1,2]},"inners":null,"self":{"id":"xyz","self":{"id":"pqr","inner":{"n":3}}}}""",
    ];

    [Fact]
    public void A_record_of_every_kind_of_property_needs_one_pass()
    {
        var types = GeneratedTypes.Of(Everything).Clean();
        var documents = Broken(s_documents).ToList();
        var (accepted, refused) = Compare(types, "Thing", documents, expectOnePass: true);
        output.WriteLine(accepted + " accepted, " + refused + " refused");
        Assert.True(accepted > 100 && refused > 1000, accepted + " accepted, " + refused + " refused");
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#")]
    [InlineData("http://json-schema.org/draft-07/schema#")]
    public void Numbers_and_dates_are_asked_by_reading_them(string dialect)
    {
        var types = GeneratedTypes.Of(
            $$"""
            {
              "$schema": "{{dialect}}", "type": "object",
              "properties": {
                "long": { "type": "integer" }, "int": { "type": "integer", "format": "int32" }, "double": { "type": "number" }, "decimal": { "type": "number", "format": "decimal" },
                "at": { "type": "string", "format": "date-time" }, "day": { "type": "string", "format": "date" }, "key": { "type": ["string", "null"], "format": "uuid" },
                "bytes": { "type": "string", "contentEncoding": "base64" }, "longs": { "type": "array", "items": { "type": ["integer", "null"] } }
              }
            }
            """).Clean();
        string[] numbers = ["0", "-0", "1.0", "1e2", "1.5", "1e-1", "-1E+2", "2147483648", "9223372036854775807", "9223372036854775808", "9007199254740993", "1e400", "1e-400", "79228162514264337593543950336", "0.1234567890123456789012345678901", "01", "1.", "\"1\"", "null", "true"];
        string[] texts = ["2026-11-23T13:18:12Z", "2026-11-23t13:18:12.123456789+01:00", "2026-11-23T13:18:60Z", "2026-02-30", "2026-11-23", "0000-01-01", "ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2", "FFB40226-4B5A-4AB1-92AC-9F62D1B0A1C2", "{ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2}", "YWJj", "YWJ", "YW Jj", "", "\\u0032026-11-23"];
        var documents =
            from value in numbers.Concat(texts.Select(static text => "\"" + text + "\""))
            from name in new[] { "long", "int", "double", "decimal", "at", "day", "key", "bytes" }
            select "{\"" + name + "\":" + value + ",\"longs\":[1,null," + (name == "long" ? value : "2") + "]}";
        var (accepted, refused) = Compare(types, "Thing", documents, expectOnePass: true);
        output.WriteLine(accepted + " accepted, " + refused + " refused");
        Assert.True(accepted > 20 && refused > 100, accepted + " accepted, " + refused + " refused");
    }

    [Fact]
    public void Lists_with_limits_need_one_pass()
    {
        const string schema = """
            {
              "type": "object",
              "properties": {
                "words": { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": 3 },
                "labels": { "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 3 }, "maxItems": 3, "uniqueItems": true },
                "numbers": { "type": ["array", "null"], "items": { "type": "integer", "minimum": 0 }, "contains": { "const": 1 } },
                "free": { "type": "array", "uniqueItems": true },
                "parts": { "type": "array", "items": { "$ref": "#/$defs/part" }, "maxItems": 2 },
                "partsOrNull": { "type": ["array", "null"], "items": { "$ref": "#/$defs/part" }, "minItems": 2 }
              },
              "$defs": {
                "part": {
                  "type": "object",
                  "properties": { "n": { "type": "integer" }, "parts": { "type": "array", "items": { "$ref": "#/$defs/part" }, "minItems": 1, "maxItems": 2 } },
                  "required": ["n"]
                }
              }
            }
            """;
        string[] documents =
        [
            """{"words":["a","b","c"],"labels":["x","yy","zzz"],"numbers":[0,1],"free":[1,"1",[1],{"a":1}],"parts":[{"n":1},{"n":2,"parts":[{"n":3},{"n":4}]}],"partsOrNull":[{"n":1},{"n":2}]}""",
            """{"words":["a"],"labels":[],"numbers":null,"free":[],"parts":[],"partsOrNull":null}""",
            """{"words":["a","b","c","d"]}""", """{"words":[]}""", """{"words":["a","b","c"]}""",
            """{"labels":["x","x"]}""", """{"labels":["a","b","c","d"]}""", """{"labels":[""]}""",
            """{"numbers":[]}""", """{"numbers":[1.0]}""", """{"numbers":[1,99999999999999999999]}""", """{"free":[1,1.0]}""", """{"free":[{"a":1,"b":2},{"b":2,"a":1}]}""",
            """{"parts":[{"n":1},{"n":1},{"n":1}]}""", """{"parts":[{"n":1,"parts":[]}]}""", """{"parts":[{"n":1,"parts":[{"n":1},{"n":1},{"n":1}]}]}""",
            """{"partsOrNull":[{"n":1}]}""", """{"partsOrNull":[]}""", """{"partsOrNull":[{"n":1},{"n":1},{"n":1},{"n":1}]}""",
        ];
        var types = GeneratedTypes.Of(schema).Clean();
        var (accepted, refused) = Compare(types, "Thing", Broken(documents), expectOnePass: true);
        output.WriteLine(accepted + " accepted, " + refused + " refused");
        Assert.True(accepted > 100 && refused > 1000, accepted + " accepted, " + refused + " refused");
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "array", "items": { "type": "array", "items": { "type": "string" }, "maxItems": 2 } } } }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "array", "items": { "$ref": "#/$defs/part" }, "uniqueItems": true } }, "$defs": { "part": { "type": "object", "properties": { "b": { "type": "string" } } } } }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "minProperties": 2 }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "anyOf": [ { "type": "string", "minLength": 2 }, { "type": "integer" } ] } } }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "patternProperties": { "^b": false } }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "array", "items": { "$ref": "#/$defs/part" } } }, "$defs": { "part": { "type": "object", "properties": { "b": { "type": "string" } }, "not": { "required": ["b"] } } } }""")]
    public void What_needs_more_takes_a_pass_of_its_own(string schema)
    {
        var types = GeneratedTypes.Of(schema).Clean();
        Compare(types, "Thing", Broken(["""{"a":"x","b":"y","c":1}""", """{"a":[{"b":"x"},{}]}"""]), expectOnePass: false);
    }

    [Theory]
    [MemberData(nameof(CorpusTests.Corpora), MemberType = typeof(CorpusTests))]
    public void Real_documents_are_judged_alike(string corpus)
    {
        if (Repository.SharedData is not { } data)
        {
            output.WriteLine("The corpora are not beside this checkout.");
            return;
        }

        var folder = Path.Combine(data, "schema-corpora", corpus);
        var types = GeneratedTypes.Of([("corpus.json", File.ReadAllText(Path.Combine(folder, "schema.json")))]);
        if (types.TryType("Corpus")?.GetNestedType("Converter") is null)
        {
            output.WriteLine("The schema is free-form.");
            return;
        }

        var lines = File.ReadLines(Path.Combine(folder, "instances.jsonl")).Where(static line => line.Length < 4000).Take(50).ToList();
        var (accepted, refused) = Compare(types, "Corpus", lines.Concat(Mutations.Of(lines, 200, seed: 3)), expectOnePass: null);
        output.WriteLine(accepted + " accepted, " + refused + " refused");
    }

    /// <summary>Documents changed in one place, and with members doubled, and cut off.</summary>
    private static IEnumerable<string> Broken(IReadOnlyList<string> documents)
    {
        var changed = documents.Concat(Mutations.Of(documents, 2500, seed: 5)).ToList();
        return changed
            .Concat(changed.Take(300).Select(static json => json.Length > 2 && json[0] == '{' ? json[..^1] + "," + json[1..] : json + " 1"))
            .Concat(changed.Take(100).Select(static json => json[..(json.Length * 2 / 3)]))
            .Concat(changed.Take(100).Select(static json => json.Replace("\"a\":", "\"a\":1,\"\\u0061\":", StringComparison.Ordinal)));
    }

    private static (int Accepted, int Refused) Compare(GeneratedTypes types, string name, IEnumerable<string> documents, bool? expectOnePass)
    {
        var converter = types.Type(name).GetNestedType("Converter")!.GetField("Instance")!.GetValue(null)!;
        return ((int, int))typeof(OnePassTests).GetMethod(nameof(CompareAs), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types.Type(name)).Invoke(null, [converter, documents, expectOnePass])!;
    }

    private static (int Accepted, int Refused) CompareAs<T>(ContractConverter<T> converter, IEnumerable<string> documents, bool? expectOnePass)
    {
        if (expectOnePass is { } expected)
        {
            Assert.Equal(expected, OnePass.IsEnoughFor(converter));
        }

        var (accepted, refused) = (0, 0);
        foreach (var document in documents)
        {
            var json = Encoding.UTF8.GetBytes(document);
            var judged = converter.IsValid(json) && converter.TryRead(json, out _, out _);
            var parsed = converter.TryParse(json, out _, out var violations);
            Assert.True(judged == parsed, (parsed ? "is accepted in one pass: " : "is refused in one pass: ") + document);
            Assert.Equal(!parsed, violations.Count > 0);
            if (parsed)
            {
                accepted++;
            }
            else
            {
                refused++;
            }
        }

        return (accepted, refused);
    }
}
