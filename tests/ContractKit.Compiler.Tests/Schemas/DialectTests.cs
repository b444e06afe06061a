using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Tests.Schemas;

public sealed class DialectTests
{
    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#", Dialect.Draft04)]
    [InlineData("http://json-schema.org/draft-06/schema#", Dialect.Draft06)]
    [InlineData("http://json-schema.org/draft-07/schema#", Dialect.Draft07)]
    [InlineData("http://json-schema.org/draft-07/schema", Dialect.Draft07)]
    [InlineData("https://json-schema.org/draft-07/schema#", Dialect.Draft07)]
    [InlineData("https://json-schema.org/draft/2019-09/schema", Dialect.Draft201909)]
    [InlineData("https://json-schema.org/draft/2020-12/schema", Dialect.Draft202012)]
    [InlineData("https://json-schema.org/draft/2020-12/schema#", Dialect.Draft202012)]
    public void Is_told_by_its_meta_schema(string metaSchema, Dialect dialect)
    {
        var library = new Library(("a.json", $$"""{ "$schema": "{{metaSchema}}" }"""));
        Assert.Equal(dialect, library.Open("a.json").Dialect);
        Assert.Empty(library.Check("a.json"));
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-03/schema#")]
    [InlineData("http://json-schema.org/schema#")]
    [InlineData("https://example.com/unknown")]
    [InlineData("")]
    public void That_is_unknown_is_reported(string metaSchema)
    {
        var library = new Library(("a.json", $$"""{ "$schema": "{{metaSchema}}" }"""));
        Assert.Equal(Dialect.Draft202012, library.Open("a.json").Dialect);
        Assert.Equal([$"CK0307@\"{metaSchema}\""], library.Check("a.json"));
    }

    [Fact]
    public void Is_taken_from_the_schema_that_first_refers_to_a_document()
    {
        var library = new Library(
            ("untold.json", """{ "$ref": "c.json" }"""),
            ("c.json", "{}"),
            ("d7.json", """{ "$schema": "http://json-schema.org/draft-07/schema#", "allOf": [ { "$ref": "untold.json" } ] }"""),
            ("d4.json", """{ "$schema": "http://json-schema.org/draft-04/schema#", "allOf": [ { "$ref": "untold.json" } ] }"""));

        // Listed first, but no schema refers to it before d7.json does.
        var untold = library.Open("untold.json");
        library.Open("d7.json");
        library.Open("d4.json");
        Assert.Equal(Dialect.Draft07, untold.Dialect);
        Assert.Equal(Dialect.Draft07, library.Schemas.DialectOf("c.json"));
        Assert.Equal(Dialect.Draft04, library.Schemas.DialectOf("d4.json"));
        Assert.Null(library.Schemas.DialectOf("unreached.json"));
    }

    [Fact]
    public void Is_2020_12_where_nobody_tells()
    {
        var library = new Library(("a.json", """{ "$ref": "b.json" }"""), ("b.json", "{}"));
        Assert.Equal(Dialect.Draft202012, library.Open("a.json").Ref!.Dialect);
    }

    [Fact]
    public void Of_an_embedded_resource_is_its_own()
    {
        var library = new Library(("a.json", """
            {
              "$defs": {
                "old": { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "old.json", "definitions": { "x": { "$id": "#x" } }, "items": [ { "$ref": "#x", "type": "string" } ] },
                "older": { "$schema": "http://json-schema.org/draft-04/schema#", "id": "https://example.com/older.json" }
              },
              "$ref": "https://example.com/older.json"
            }
            """));
        var root = library.Open("a.json");
        var item = root.Subschema("$defs", "old", "items", "0");
        Assert.Equal(Dialect.Draft07, item.Dialect);
        Assert.Equal(["$ref"], item.Keywords.Select(member => member.Name));
        Assert.Same(root.Subschema("$defs", "old", "definitions", "x"), item.Ref);
        Assert.Equal(Dialect.Draft04, root.Ref?.Dialect);
        Assert.Empty(library.Check("a.json"));
    }

    [Fact]
    public void With_a_custom_meta_schema_has_only_its_vocabularies()
    {
        var resources = new SchemaResources("", new EquatableArray<ResourceMapping>([new("https://example.com/meta/", "meta")]));
        var library = new Library(
            resources,
            ("meta/no-validation.json", """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "$id": "https://example.com/meta/no-validation.json",
                  "$vocabulary": {
                    "https://json-schema.org/draft/2020-12/vocab/core": true,
                    "https://json-schema.org/draft/2020-12/vocab/applicator": true,
                    "https://json-schema.org/draft/2020-12/vocab/format-assertion": true,
                    "https://example.com/vocab/optional": false
                  }
                }
                """),
            ("a.json", """{ "$schema": "https://example.com/meta/no-validation.json", "minimum": 1, "format": "date", "unevaluatedItems": { "$ref": "nowhere.json" }, "x": 1, "properties": {} }"""));
        var root = library.Open("a.json");
        Assert.Equal(["$schema", "format", "x", "properties"], root.Keywords.Select(member => member.Name));
        Assert.Null(root["minimum"]);
        Assert.True(root.AssertsFormat);
        Assert.Empty(library.Check("a.json"));
        Assert.Equal(["a.json", "meta/no-validation.json"], library.Schemas.ReachedFrom("a.json"));
    }

    [Fact]
    public void Meta_schemas_of_all_dialects_are_built_in_and_complete()
    {
        Assert.Equal(19, MetaSchemas.Uris.Count());
        foreach (var uri in MetaSchemas.Uris)
        {
            var library = new Library(("a.json", $$"""{ "$ref": "{{uri}}" }"""));
            var target = library.Open("a.json").Ref!;
            Assert.Equal(new SchemaLocation(uri, ""), target.Location);
            Assert.Equal(uri, target.Resource.BaseUri);
            Assert.Empty(target.Document.Problems);
            foreach (var path in library.Schemas.ReachedFrom("a.json"))
            {
                Assert.Empty(library.Check(path));
            }
        }
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-07/schema", new[] { "$ref" })]
    [InlineData("https://json-schema.org/draft/2019-09/schema", new[] { "$ref", "title" })]
    public void Decides_about_the_siblings_of_a_reference(string metaSchema, string[] keywords)
    {
        var library = new Library(("a.json", $$"""{ "$schema": "{{metaSchema}}", "properties": { "a": { "$ref": "#", "title": "t" } } }"""));
        Assert.Equal(keywords, library.Open("a.json").Subschema("properties", "a").Keywords.Select(member => member.Name));
    }

    [Fact]
    public void Draft_04_has_id_and_no_boolean_schemas()
    {
        var library = new Library(
            ("a.json", """
                {
                  "$schema": "http://json-schema.org/draft-04/schema#",
                  "id": "https://example.com/a.json",
                  "definitions": { "x": { "id": "#x" }, "not": { "$id": "https://example.com/not.json" } },
                  "additionalProperties": false,
                  "properties": { "x": { "$ref": "#x" }, "b": { "$ref": "b.json" }, "id": { "type": "string" }, "boolean": true }
                }
                """),
            ("elsewhere/b.json", """{ "id": "https://example.com/b.json" }"""));
        var root = library.Open("a.json");
        Assert.Equal("a.json#/definitions/x", root.Subschema("properties", "x").Ref?.ToString());
        Assert.Equal("elsewhere/b.json#", root.Subschema("properties", "b").Ref?.ToString());
        Assert.False(root.Subschema("additionalProperties").Boolean);
        Assert.Equal(["CK0311@true"], library.Check("a.json"));
    }

    [Fact]
    public void Of_2019_09_has_recursive_references()
    {
        var library = new Library(("a.json", """
            {
              "$schema": "https://json-schema.org/draft/2019-09/schema",
              "$id": "https://example.com/tree",
              "$recursiveAnchor": true,
              "properties": { "child": { "$recursiveRef": "#" } },
              "$defs": { "plain": { "$id": "plain", "items": { "$recursiveRef": "#" } } }
            }
            """));
        var root = library.Open("a.json");
        Assert.Equal(new DynamicReference(root, ""), root.Subschema("properties", "child").DynamicRef);
        Assert.Same(root, root.Resource.DynamicAnchors[""]);
        var plain = root.Subschema("$defs", "plain");
        Assert.Equal(new DynamicReference(plain, null), plain.Subschema("items").DynamicRef);
        Assert.Empty(plain.Resource.DynamicAnchors);
    }
}
