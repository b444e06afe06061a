using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using Xunit.Abstractions;

namespace ContractKit.Compiler.Tests.Schemas;

/// <summary>Large and crooked graphs: no recursion on the stack, nothing that grows faster than the text.</summary>
public sealed class StructureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(257, 0)]
    [InlineData(258, 1)]
    [InlineData(20_000, 77)]
    public void At_most_256_references_follow_each_other(int references, int problems)
    {
        var definitions = string.Join(",", Enumerable.Range(0, references - 1).Select(i => $$"""  "d{{i}}": { "$ref": "#/$defs/d{{i + 1}}" }"""));
        var library = new Library(("a.json", $$"""{ "$defs": { {{definitions}}, "d{{references - 1}}": { "type": "string" } } }"""));
        library.Open("a.json");
        Assert.Equal(problems, library.Schemas.Check("a.json").Count(problem => problem.Rule.Id == "CK0305"));
        Assert.Equal(problems, library.Schemas.Check("a.json").Count);
    }

    [Fact]
    public void A_fan_of_two_to_the_thirtieth_is_linear()
    {
        var levels = string.Join(",", Enumerable.Range(0, 30).Select(i => $$"""  "l{{i}}": { "allOf": [ { "$ref": "#/$defs/l{{i + 1}}" }, { "$ref": "#/$defs/l{{i + 1}}" } ] }"""));
        var library = new Library(("a.json", $$"""{ "$ref": "#/$defs/l0", "$defs": { {{levels}}, "l30": true } }"""));
        var clock = Stopwatch.StartNew();
        var schema = library.Open("a.json").Ref!;
        for (var level = 0; level < 30; level++)
        {
            Assert.Same(schema.Subschema("allOf", "0").Ref, schema.Subschema("allOf", "1").Ref);
            schema = schema.Subschema("allOf", "1").Ref!;
        }

        Assert.True(schema.Boolean);
        Assert.Empty(library.Check("a.json"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }

    [Fact]
    public void A_ring_of_documents_is_no_circle_where_it_leads_through_properties()
    {
        var library = new Library([.. Enumerable.Range(0, 3_000).Select(i => ($"s/{i}.json", $$"""{ "properties": { "next": { "$ref": "{{(i + 1) % 3_000}}.json" } } }"""))]);
        var root = library.Open("s/0.json");
        var at = root;
        for (var i = 0; i < 3_000; i++)
        {
            at = at.Subschema("properties", "next").Ref!;
        }

        Assert.Same(root, at);
        Assert.Equal(3_000, library.Schemas.ReachedFrom("s/1500.json").Count);
        Assert.Same(library.Schemas.ReachedFrom("s/0.json"), library.Schemas.ReachedFrom("s/1500.json"));
        Assert.Empty(library.Check("s/2999.json"));
    }

    [Fact]
    public void A_ring_of_documents_in_place_is_one_circle()
    {
        var library = new Library([.. Enumerable.Range(0, 200).Select(i => ($"s/{i}.json", $$"""{ "anyOf": [ { "not": { "$ref": "{{(i + 1) % 200}}.json" } } ] }"""))]);
        library.Open("s/0.json");
        Assert.Equal(["CK0304"], Enumerable.Range(0, 200).SelectMany(i => library.Schemas.Check($"s/{i}.json")).Select(problem => problem.Rule.Id));
        Assert.Null(library.Open("s/199.json").Subschema("anyOf", "0", "not").Ref);
    }

    [Theory]
    [InlineData("""{ "if": { "$ref": "#" } }""")]
    [InlineData("""{ "dependentSchemas": { "a": { "$ref": "#" } } }""")]
    [InlineData("""{ "$dynamicRef": "#" }""")]
    [InlineData("""{ "$defs": { "a": { "oneOf": [ { "$ref": "#/$defs/a/oneOf/1" }, { "$ref": "#/$defs/a" } ] } } }""")]
    [InlineData("""{ "x-unknown": { "allOf": [ { "$ref": "#/x-unknown" } ] }, "$ref": "#/x-unknown" }""")]
    public void Finds_circles_through_every_keyword_in_place(string text)
    {
        var library = new Library(("a.json", text));
        library.Open("a.json");
        Assert.Equal(["CK0304"], library.Schemas.Check("a.json").Select(problem => problem.Rule.Id));
    }

    [Theory]
    [InlineData("""{ "items": { "$ref": "#" } }""")]
    [InlineData("""{ "propertyNames": { "$ref": "#" } }""")]
    [InlineData("""{ "$defs": { "a": { "$ref": "#" } } }""")]
    [InlineData("""{ "$schema": "http://json-schema.org/draft-07/schema#", "allOf": [ { "$ref": "#/definitions/a", "allOf": [ { "$ref": "#" } ] } ], "definitions": { "a": {} } }""")]
    [InlineData("""{ "$dynamicAnchor": "n", "anyOf": [ { "$dynamicRef": "#n" } ] }""")]
    [InlineData("""{ "const": { "$ref": "#" }, "enum": [ { "$ref": "nowhere.json" } ], "x": { "$ref": 1, "$id": "#" } }""")]
    public void Finds_none_where_there_is_none(string text)
    {
        var library = new Library(("a.json", text));
        library.Open("a.json");
        Assert.Empty(library.Check("a.json"));
    }

    [Fact]
    public void Three_hundred_documents_find_each_other_by_relative_identifiers()
    {
        // The files lie elsewhere than their identifiers say; each refers to the next two, and every tenth group of thirty ends a chain.
        const int count = 300;
        var documents = Enumerable.Range(0, count).Select(i =>
        {
            var text = new StringBuilder($$"""{ "$id": "{{Id(i)}}", "$defs": { "part": { "type": "integer" } }, "properties": { """);
            text.Append(i % 30 == 29 ? "" : $$""" "next": { "$ref": "{{Relative(i, i + 1)}}" }, "part": { "$ref": "{{Relative(i, i + 1)}}#/$defs/part" }, """);
            return ($"proj/schema/f{i % 7}/file{i}.json", text.Append("\"self\": { \"$ref\": \"#/$defs/part\" } } }").ToString());
        }).ToArray();
        var library = new Library(new SchemaResources("proj/", EquatableArray<ResourceMapping>.Empty), documents);
        for (var i = 0; i < count; i++)
        {
            var schema = library.Open(documents[i].Item1);
            Assert.Equal(documents[i].Item1 + "#/$defs/part", schema.Subschema("properties", "self").Ref?.ToString());
            if (i % 30 != 29)
            {
                Assert.Equal(documents[i + 1].Item1 + "#", schema.Subschema("properties", "next").Ref?.ToString());
                Assert.Equal(documents[i + 1].Item1 + "#/$defs/part", schema.Subschema("properties", "part").Ref?.ToString());
            }
        }

        for (var i = 0; i < count; i++)
        {
            Assert.Empty(library.Check(documents[i].Item1));

            // What an edit of i makes stale: those before it in its group, and itself.
            var dependents = documents.Where(document => library.Schemas.ReachedFrom(document.Item1).Contains(documents[i].Item1)).Select(document => document.Item1);
            Assert.Equal(Enumerable.Range(i - (i % 30), (i % 30) + 1).Select(n => documents[n].Item1), dependents);
        }

        static string Id(int i) => (i % 3) switch { 0 => $"common/d{i}.schema.json", 1 => $"d{i}.schema.json", _ => $"deep/er/d{i}.schema.json" };

        static string Relative(int from, int to) => (from % 3) switch { 0 => "../", 1 => "", _ => "../../" } + Id(to);
    }

    [Fact]
    public void Five_thousand_documents_are_read_and_linked_in_no_time()
    {
        const int count = 5_000;
        var texts = Enumerable.Range(0, count).Select(i => new DocumentText($"/p/schema/s{i}.schema.json", $$"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://example.com/schemas/s{{i}}.schema.json",
              "title": "Number {{i}}",
              "type": "object",
              "properties": {
                "id": { "type": "string", "maxLength": 155 },
                "kind": { "$ref": "#/$defs/kind" },
                "next": { "$ref": "s{{(i + 1) % count}}.schema.json" },
                "other": { "type": "array", "items": { "$ref": "s{{(i * 7) % count}}.schema.json#/$defs/kind" } }
              },
              "required": [ "id" ],
              "$defs": { "kind": { "enum": [ "a", "b", "c" ] } }
            }
            """)).ToArray();
        var read = TimeSpan.MaxValue;
        var first = TimeSpan.Zero;
        var again = TimeSpan.MaxValue;
        JsonDocument[] documents = [];
        for (var round = 0; round < 2; round++)
        {
            var clock = Stopwatch.StartNew();
            documents = [.. texts.Select(JsonReader.Read)];
            read = Least(read, clock.Elapsed);
        }

        var manifest = Library.Read("/p/contracts.json", "{}");
        for (var round = 0; round < 3; round++)
        {
            var clock = Stopwatch.StartNew();
            var library = SchemaLibrary.Create(documents, new SchemaResources("/p/", EquatableArray<ResourceMapping>.Empty));
            Schema? root = null;
            for (var i = 0; i < count; i++)
            {
                root = library.Open(manifest, new JsonString(default, $"schema/s{i}.schema.json"), []);
            }

            Assert.NotNull(root!.Subschema("properties", "other", "items").Ref);
            Assert.Empty(library.Check("/p/schema/s7.schema.json"));
            Assert.Equal(count, library.ReachedFrom("/p/schema/s7.schema.json").Count);
            first = round == 0 ? clock.Elapsed : first;
            again = Least(again, clock.Elapsed);
        }

        output.WriteLine($"read {read.TotalMilliseconds:F1} ms, first link {first.TotalMilliseconds:F1} ms, link again {again.TotalMilliseconds:F1} ms");
        Assert.True(read < TimeSpan.FromSeconds(2) && again < TimeSpan.FromSeconds(2), $"{read} {again}");

        static TimeSpan Least(TimeSpan left, TimeSpan right) => left < right ? left : right;
    }
}
