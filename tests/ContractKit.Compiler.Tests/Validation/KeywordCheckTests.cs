using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Validation;
using ContractKit.Testing;

namespace ContractKit.Compiler.Tests.Validation;

/// <summary>What is said about keywords, and where.</summary>
public sealed class KeywordCheckTests
{
    // A violation of CK0415 has more characters than a page should.
    public static TheoryData<string> Pages() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("src", "ContractKit.Compiler", "Model", "Validation", "Keywords"), "CK04*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Where(static id => id != "CK0415")];

    [Theory]
    [InlineData(8_192, 0)]
    [InlineData(8_193, 1)]
    public void A_pattern_has_8192_characters_at_most(int length, int problems) =>
        Assert.Equal(problems, Problems("{\"pattern\": \"" + new string('a', length) + "\"}").Count(static problem => problem.Rule.Id == "CK0415"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_s_violation_is_one_and_its_repair_is_none(string id)
    {
        var page = File.ReadAllText(Repository.PathOf("src", "ContractKit.Compiler", "Model", "Validation", "Keywords", id + ".md"));
        var blocks = Regex.Matches(page, "```json\n(.*?)```", RegexOptions.Singleline).Select(static match => match.Groups[1].Value).ToList();
        Assert.Equal(2, blocks.Count);
        Assert.Contains(Problems(blocks[0]), problem => problem.Rule.Id == id);
        Assert.Empty(Problems(blocks[1]));
    }

    [Theory]
    [InlineData("""{"minLength": 1.5}""", "CK0401", "1.5")]
    [InlineData("""{"minLength": -1}""", "CK0401", "-1")]
    [InlineData("""{"minLength": "1"}""", "CK0401", "\"1\"")]
    [InlineData("""{"multipleOf": 0}""", "CK0401", "0")]
    [InlineData("""{"type": "strnig"}""", "CK0401", "\"strnig\"")]
    [InlineData("""{"type": []}""", "CK0401", "[]")]
    [InlineData("""{"type": ["string", 5]}""", "CK0401", "5")]
    [InlineData("""{"required": ["a", "a"]}""", "CK0401", "\"a\"")]
    [InlineData("""{"allOf": []}""", "CK0401", "[]")]
    [InlineData("""{"uniqueItems": 1}""", "CK0401", "1")]
    [InlineData("""{"exclusiveMinimum": true}""", "CK0401", "true")]
    [InlineData("""{"patternProperties": {"[z-a]": true}}""", "CK0402", "\"[z-a]\"")]
    [InlineData("""{"properties": {"a": {"pattern": "("}}}""", "CK0402", "\"(\"")]
    [InlineData("""{"$defs": {"unused": {"minimun": 1}}}""", "CK0404", "\"minimun\"")]
    [InlineData("""{"propertys": {}}""", "CK0404", "\"propertys\"")]
    [InlineData("""{"Type": "string"}""", "CK0404", "\"Type\"")]
    [InlineData("""{"colour": "red"}""", "CK0403", "\"colour\"")]
    [InlineData("""{"additionalItems": false}""", "CK0405", "\"additionalItems\"")]
    [InlineData("""{"minimum": 2, "exclusiveMaximum": 2}""", "CK0407", "\"minimum\"")]
    [InlineData("""{"required": ["a"], "properties": {"a": false}}""", "CK0407", "\"a\"")]
    [InlineData("""{"type": "string", "enum": ["a", 5]}""", "CK0408", "5")]
    [InlineData("""{"$ref": "#/$defs/s", "examples": ["long"], "$defs": {"s": {"maxLength": 2}}}""", "CK0408", "\"long\"")]
    [InlineData("""{"format": "datetime"}""", "CK0409", "\"datetime\"")]
    public void Stands_where_the_mistake_is(string schema, string id, string place)
    {
        var problem = Assert.Single(Problems(schema));
        Assert.Equal(id, problem.Rule.Id);
        Assert.Equal(place, schema.Substring(problem.Span.Start, problem.Span.Length));
    }

    [Theory]
    [InlineData("""{"minLenght": 1}""", "\"minLength\"")]
    [InlineData("""{"propertys": {}}""", "\"properties\"")]
    [InlineData("""{"type": "integr"}""", "\"integer\"")]
    [InlineData("""{"format": "uri-referense"}""", "\"uri-reference\"")]
    public void Offers_the_remedy(string schema, string remedy) => Assert.Equal(remedy, Assert.Single(Problems(schema)).Remedy);

    [Theory]
    [InlineData("""{"x-anything": 1, "nullable": true, "example": 5, "$comment": "x", "title": "y"}""")]
    [InlineData("""{"minLength": 1.0, "maxLength": 1e2, "minItems": 0}""")]
    [InlineData("""{"pattern": "^[\\w-]+\\.\\d{2,}$", "format": "int32"}""")]
    [InlineData("""{"$schema": "http://json-schema.org/draft-04/schema#", "minimum": 1, "exclusiveMinimum": true, "id": "http://example.com/x"}""")]
    [InlineData("""{"type": "integer", "default": 1.0, "examples": [1, 2e1], "enum": [1, 20]}""")]
    public void Says_nothing_where_nothing_is_wrong(string schema) => Assert.Empty(Problems(schema));

    private static List<Problem> Problems(string schema)
    {
        var document = JsonReader.Read(new DocumentText("a.schema.json", schema));
        var manifest = JsonReader.Read(new DocumentText("contracts.json", "[\"a.schema.json\"]"));
        var root = SchemaLibrary.Create([document], SchemaResources.None).Open(manifest, (JsonString)((JsonArray)manifest.Root!).Items[0], [])!;
        var linked = ValidatorLinker.Link([root]);
        return [.. KeywordCheck.Check(linked[document.Path]), .. new ExampleCheck(linked, new ValidatorOptions()).Check(linked[document.Path])];
    }
}
