using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ContractKit.Compiler.Documents;
using JsonDocument = ContractKit.Compiler.Documents.JsonDocument;

namespace ContractKit.Compiler.Tests.Documents;

/// <summary>One mistake is one problem, and the rest is still understood.</summary>
public sealed class JsonRecoveryTests
{
    [Theory]
    [InlineData("""{"a":1 "b":2}""", """{"a":1,"b":2}""")]
    [InlineData("""[1 2]""", """[1,2]""")]
    [InlineData("""[{} {}]""", """[{},{}]""")]
    [InlineData("""{"a" 1}""", """{"a":1}""")]
    [InlineData("""{"a"=1}""", """{"a":1}""")]
    [InlineData("""{"a"=>1}""", """{"a":1}""")]
    [InlineData("""{"a":1;"b":2}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,}""", """{"a":1}""")]
    [InlineData("""[1,]""", """[1]""")]
    [InlineData("""[1,,2]""", """[1,2]""")]
    [InlineData("""{,"a":1}""", """{"a":1}""")]
    [InlineData("""{"a":1} // end""", """{"a":1}""")]
    [InlineData("{\"a\":1, // one\n\"b\":2}", """{"a":1,"b":2}""")]
    [InlineData("""{"a":/* one */1}""", """{"a":1}""")]
    [InlineData("# yaml\n{}", "{}")]
    [InlineData("""{'a':1}""", """{"a":1}""")]
    [InlineData("""{"a":'it'}""", """{"a":"it"}""")]
    [InlineData("""{“a”:1}""", """{"a":1}""")]
    [InlineData("""{a:1}""", """{"a":1}""")]
    [InlineData("""{a":1}""", """{"a":1}""")]
    [InlineData("""{"a:1}""", """{"a":1}""")]
    [InlineData("{\"type: \"string\",\n\"b\":1}", """{"type":"string","b":1}""")]
    [InlineData("{\"type\": \"string,\n\"b\":1}", """{"type":"string","b":1}""")]
    [InlineData("{\"type\": string\",\n\"b\":1}", """{"type":"string","b":1}""")]
    [InlineData("{\"type\": \"string\n}", """{"type":"string"}""")]
    [InlineData("{\"p\": \"^[a-z]\n}", """{"p":"^[a-z]"}""")]
    [InlineData("{\"properties: {\n\"a\":1}}", """{"properties":{"a":1}}""")]
    [InlineData("""{"d": "the "best" one", "b": 1}""", """{"d":"the \"best\" one","b":1}""")]
    [InlineData("{\"d\": \"one\ntwo\", \"b\": 1}", """{"d":"one\ntwo","b":1}""")]
    [InlineData("{\"d\": \"one\r\ntwo\r\nthree\", \"b\": 1}", """{"d":"one\ntwo\nthree","b":1}""")]
    [InlineData("{\"d\": \"a\tb\"}", """{"d":"a\tb"}""")]
    [InlineData("""{"d": "C:\me"}""", """{"d":"C:\\me"}""")]
    [InlineData("""{"d": "\u12"}""", """{"d":"\\u12"}""")]
    [InlineData("""{"a":True}""", """{"a":true}""")]
    [InlineData("""{"a":None}""", """{"a":null}""")]
    [InlineData("""{"a":undefined}""", """{"a":null}""")]
    [InlineData("""{"a":hello world, "b":1}""", """{"a":"hello world","b":1}""")]
    [InlineData("""[+1]""", """[1]""")]
    [InlineData("""[007]""", """[7]""")]
    [InlineData("""[.5]""", """[0.5]""")]
    [InlineData("""[-.5]""", """[-0.5]""")]
    [InlineData("""[1.]""", """[1]""")]
    [InlineData("""[1.e5]""", """[1e5]""")]
    [InlineData("""[0x1F]""", """[31]""")]
    [InlineData("""[1_000]""", """[1000]""")]
    [InlineData("""[00]""", """[0]""")]
    [InlineData("""{"a":[1,2}""", """{"a":[1,2]}""")]
    [InlineData("""{"a":[1,2},"b":1}""", """{"a":[1,2],"b":1}""")]
    [InlineData("""{"a":[{"x":1,{"x":2}]}""", """{"a":[{"x":1},{"x":2}]}""")]
    [InlineData("""{"a":{"b":1],"c":2}""", """{"a":{"b":1},"c":2}""")]
    [InlineData("""[{"b":1]""", """[{"b":1}]""")]
    [InlineData("""[1,2}""", """[1,2]""")]
    [InlineData("""{"a":{"b":[1""", """{"a":{"b":[1]}}""")]
    [InlineData("""{"a":{"b":""", """{"a":{}}""", false)]
    [InlineData("""{"a":{"b":1, "a":2}""", """{"a":{"b":1,"a":2}}""")]
    [InlineData("""{"a":1}}""", """{"a":1}""")]
    [InlineData("""{"a":1} {"b":2}""", """{"a":1}""", false)]
    [InlineData("{\"a\":\u00a01}", """{"a":1}""")]
    [InlineData("""{"a":,"b":2}""", """{"b":2}""", false)]
    [InlineData("""{"a","b":2}""", """{"b":2}""", false)]
    [InlineData("""{"a":@,"b":2}""", """{"b":2}""", false)]
    [InlineData("""{"a":1:2,"b":2}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"a":NaN,"b":2}""", """{"a":null,"b":2}""", false)]
    [InlineData("""{"a":12ab,"b":2}""", """{"a":0,"b":2}""", false)]
    [InlineData("""{"a":1, "b" 2, "c": 3}""", """{"a":1,"b":2,"c":3}""")]
    [InlineData("<html><body class=\"x\">\n</body></html>", "nothing", false)]
    [InlineData("", "nothing", false)]
    [InlineData(" \n", "nothing", false)]
    public void Reads_around_one_mistake(string text, string expected, bool repairable = true)
    {
        var document = JsonReader.Read(new DocumentText("a.json", text));
        var problem = Assert.Single(document.Problems);
        Assert.Equal("CK0001", problem.Rule.Id);
        Assert.Equal(expected, Written.Compact(document.Root));
        if (repairable)
        {
            Assert.Equal(expected, Repaired(document));
        }
    }

    private static string Repaired(JsonDocument document)
    {
        var text = document.Text.Text;
        for (var round = 0; round < 3; round++)
        {
            var problem = JsonReader.Read(new DocumentText("a.json", text)).Problems.FirstOrDefault();
            if (problem is null)
            {
                break;
            }

            Assert.NotNull(problem.Remedy);
            text = string.Concat(text.AsSpan(0, problem.Span.Start), problem.Remedy, text.AsSpan(problem.Span.End));
        }

        using var parsed = System.Text.Json.JsonDocument.Parse(text);
        return Written.Compact(JsonReader.Read(new DocumentText("a.json", JsonSerializer.Serialize(parsed.RootElement))).Root);
    }

    /// <summary>Takes each comma, colon, quotation mark and bracket out of a schema in turn.</summary>
    [Fact]
    public void A_missing_character_is_one_problem()
    {
        const string text = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "id": { "type": "string", "maxLength": 155 },
                "items": {
                  "type": "array",
                  "items": { "enum": [ "a", "b", null, 1.5 ] }
                }
              },
              "required": [ "id", "items" ],
              "additionalProperties": false
            }
            """;
        var wrong = new List<string>();
        var places = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!",:\"{}[]".Contains(text[i]) || text.AsSpan(i).StartsWith("://"))
            {
                continue;
            }

            places++;
            var problems = JsonReader.Read(new DocumentText("a.json", text.Remove(i, 1))).Problems;
            if (problems.Count != 1)
            {
                wrong.Add(text[..i].Split('\n')[^1] + "<" + text[i] + ">: " + string.Join(" ", problems.Select(problem => problem.Start.Line + ":" + problem.Message)));
            }
        }

        Assert.True(wrong.Count == 0, wrong.Count + " of " + places + "\n" + string.Join("\n", wrong));
    }
}
