using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;

namespace ContractKit.Compiler.Tests.Schemas;

/// <summary>References on the whole way from text to C#: one mistake is one error, and an edit re-binds what depends on it and nothing else.</summary>
public sealed class CompiledReferenceTests
{
    private static readonly Consumer s_consumer = new(
        1400, ConsumerFeatures.Init | ConsumerFeatures.Required | ConsumerFeatures.RuntimeLibrary, GeneratedParts.Types, GeneratedVisibility.Public, "Acme", "/p/");

    [Theory]
    [InlineData("http://example.com/x.json", "CK0301")]
    [InlineData("https://example.com/x.json#/a", "CK0301")]
    [InlineData("file:///p/schema/b.json", "CK0301")]
    [InlineData("//unc/x.json", "CK0301")]
    [InlineData("../../../etc/passwd", "CK0301")]
    [InlineData("/p/schema/b.json", "CK0301")]
    [InlineData("C:/p/schema/b.json", "CK0301")]
    [InlineData("nowhere.json", "CK0301")]
    [InlineData("#", null)]
    [InlineData("#/properties/a", "CK0304")]
    [InlineData("#/$defs/one", "CK0304")]
    [InlineData("#/$defs/both", "CK0304")]
    [InlineData("#/%zz", "CK0306")]
    [InlineData("#/~2", "CK0306")]
    [InlineData("#/$defs/a~1b", null)]
    [InlineData("#/$defs/a/b", "CK0302")]
    [InlineData("#/$defs/level0", null)]
    [InlineData("#/title", "CK0303")]
    [InlineData("#/$defs", "CK0303")]
    [InlineData("b.json", null)]
    [InlineData("https://json-schema.org/draft/2020-12/schema", null)]
    [InlineData("http://json-schema.org/draft-07/schema#", null)]
    public void A_hostile_reference_is_one_error_or_means_something(string reference, string? expected)
    {
        var circles = (expected == "CK0304") ? """
            "one": { "$ref": "#/$defs/two" }, "two": { "$ref": "#/$defs/one" }, "both": { "allOf": [ { "$ref": "#/$defs/both" } ] },
            """ : "";
        if (reference.EndsWith("one"))
        {
            circles = circles.Replace("\"#/$defs/both\"", "\"#/$defs/a~1b\"");
        }
        else if (reference.EndsWith("both"))
        {
            circles = circles.Replace("\"#/$defs/one\"", "\"#/$defs/a~1b\"");
        }
        else
        {
            circles = "";
        }

        var levels = string.Join(",", Enumerable.Range(0, 30).Select(i => $$"""  "level{{i}}": { "allOf": [ { "$ref": "#/$defs/level{{i + 1}}" }, { "$ref": "#/$defs/level{{i + 1}}" } ] }"""));
        var errors = Errors($$"""
            {
              "title": "T",
              "type": "object",
              "properties": { "a": { "$ref": {{JsonText.Quote(reference)}} } },
              "$defs": { {{circles}} {{levels}}, "level30": { "type": "string" }, "a/b": { "type": "string" } }
            }
            """);
        Assert.Equal(expected is null ? [] : [expected], errors.Select(problem => problem.Rule.Id));
        Assert.All(errors, problem => Assert.Equal("/p/schema/a.json", problem.Path));
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": { "$ref": 1 } } }""", "CK0306")]
    [InlineData("""{ "type": "object", "properties": { "a": 1 } }""", "CK0311")]
    [InlineData("""{ "allOf": { } }""", "CK0401")]
    [InlineData("""{ "$schema": "https://example.com/nope", "type": "object" }""", "CK0307")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } "b": true } }""", "CK0001")]
    [InlineData("""<xml/>""", "CK0001")]
    [InlineData("""[]""", "CK0303")]
    [InlineData("", "CK0001")]
    [InlineData("null", "CK0303")]
    public void A_mistake_is_one_error(string text, string expected) => Assert.Equal([expected], Errors(text).Select(problem => problem.Rule.Id));

    [Fact]
    public void An_edit_rebinds_what_depends_on_it_and_nothing_else()
    {
        const int count = 300;
        var manifest = ContractCompiler.Read("/p/contracts.json", """{ "namespace": "Acme", "types": [ "schema/**/*.json" ] }""");
        var documents = Enumerable.Range(0, count).Select(i => Document(i, "string")).ToArray();
        var before = ContractCompiler.Link([manifest, .. documents], s_consumer).Units.ToDictionary(unit => unit.Document.Path);
        Assert.Equal(count, before.Keys.Count(path => path != manifest.Path));
        foreach (var edited in new[] { 0, 29, 137, 299 })
        {
            JsonDocument[] now = [.. documents];
            now[edited] = Document(edited, "integer");
            var rebound = ContractCompiler.Link([manifest, .. now], s_consumer).Units
                .Where(unit => unit.Document.Path != manifest.Path && !unit.Equals(before[unit.Document.Path]))
                .Select(unit => unit.Document.Path);
            var group = edited - (edited % 30);
            Assert.Equal(
                Enumerable.Range(group, edited - group + 1).Select(i => documents[i].Path).Order(StringComparer.Ordinal), rebound.Order(StringComparer.Ordinal));
        }

        // In groups of thirty, each refers to the next by its relative identifier.
        static JsonDocument Document(int i, string type)
        {
            var next = i % 30 == 29 ? "" : $$""", "next": { "$ref": "d{{i + 1}}.schema.json" }""";
            return ContractCompiler.Read(
                $"/p/schema/f{i % 7}/file{i}.json",
                $$"""{ "$id": "common/d{{i}}.schema.json", "type": "object", "properties": { "id": { "type": "{{type}}" }{{next}} } }""");
        }
    }

    private static List<Problem> Errors(string text)
    {
        var output = ContractCompiler.Compile(
            [
                ContractCompiler.Read("/p/contracts.json", """{ "namespace": "Acme", "types": [ "schema/a.json" ] }"""),
                ContractCompiler.Read("/p/schema/a.json", text),
                ContractCompiler.Read("/p/schema/b.json", """{ "type": "object", "properties": { "back": { "$ref": "a.json" } } }"""),
            ],
            s_consumer);
        return [.. output.Problems.Where(problem => problem.Rule.Severity == ProblemSeverity.Error)];
    }
}
