using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Tests.Schemas;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("#/$defs/a", "/$defs/a")]
    [InlineData("#", "")]
    [InlineData("#b", "/$defs/b")]
    [InlineData("#/$defs/c~1d~0e", "/$defs/c~1d~0e")]
    [InlineData("#/$defs/c~1d%7E0e", "/$defs/c~1d~0e")]
    [InlineData("#/%24defs/a", "/$defs/a")]
    [InlineData("#/$defs/per%25cent", "/$defs/per%cent")]
    [InlineData("#/$defs/list/allOf/1", "/$defs/list/allOf/1")]
    [InlineData("#/unknown/deep", "/unknown/deep")]
    [InlineData("#/$defs/d/const", "/$defs/d/const")]
    public void Leads_to_a_place_of_the_same_document(string reference, string pointer)
    {
        var library = new Library(("a.json", $$"""
            {
              "properties": { "p": { "$ref": "{{reference}}" } },
              "$defs": { "a": {}, "b": { "$anchor": "b" }, "c/d~e": true, "per%cent": {}, "list": { "allOf": [ {}, {} ] }, "d": { "const": {} } },
              "unknown": { "deep": { "type": "string" } }
            }
            """));
        var target = library.Open("a.json").Subschema("properties", "p").Ref;
        Assert.Equal(new SchemaLocation("a.json", pointer), target?.Location);
        Assert.Empty(library.Check("a.json"));
    }

    [Fact]
    public void Leads_to_other_documents_by_path_and_by_identifier()
    {
        var library = new Library(
            ("schema/a.json", """{ "properties": { "path": { "$ref": "common/b.json#/$defs/x" }, "id": { "$ref": "https://example.com/c.json#x" } } }"""),
            ("schema/common/b.json", """{ "$defs": { "x": { "$ref": "../a.json" } } }"""),
            ("elsewhere.json", """{ "$id": "https://example.com/c.json", "$defs": { "x": { "$anchor": "x" } } }"""));
        var root = library.Open("schema/a.json");
        var path = root.Subschema("properties", "path").Ref!;
        Assert.Equal("schema/common/b.json#/$defs/x", path.ToString());
        Assert.Same(root, path.Ref);
        Assert.Equal("elsewhere.json#/$defs/x", root.Subschema("properties", "id").Ref?.ToString());
        Assert.Equal(["elsewhere.json", "schema/a.json", "schema/common/b.json"], library.Schemas.ReachedFrom("schema/a.json"));
        Assert.Empty(library.Check("schema/a.json"));
    }

    [Theory]
    [InlineData("""{ "$ref": "#" }""", "CK0304@\"#\"")]
    [InlineData("""{ "allOf": [ { "$ref": "#" } ] }""", "CK0304@\"#\"")]
    [InlineData("""{ "$ref": "b.json" }""", "CK0301@\"b.json\"")]
    [InlineData("""{ "$ref": "https://example.com/x" }""", "CK0301@\"https://example.com/x\"")]
    [InlineData("""{ "$ref": "../../x.json" }""", "CK0301@\"../../x.json\"")]
    [InlineData("""{ "$ref": "file:///etc/passwd" }""", "CK0301@\"file:///etc/passwd\"")]
    [InlineData("""{ "$ref": "//unc/x" }""", "CK0301@\"//unc/x\"")]
    [InlineData("""{ "$ref": "/x.json" }""", "CK0301@\"/x.json\"")]
    [InlineData("""{ "$ref": "#/$defs/x", "$defs": { "y": {} } }""", "CK0302@\"#/$defs/x\"")]
    [InlineData("""{ "$ref": "#x" }""", "CK0302@\"#x\"")]
    [InlineData("""{ "$ref": "#/%zz" }""", "CK0306@\"#/%zz\"")]
    [InlineData("""{ "$ref": "#/~2" }""", "CK0306@\"#/~2\"")]
    [InlineData("""{ "$ref": 1 }""", "CK0306@1")]
    [InlineData("""{ "$ref": "#/title", "title": "t" }""", "CK0303@\"#/title\"")]
    [InlineData("""{ "$ref": "#/$defs", "$defs": { "a": {} } }""", "CK0303@\"#/$defs\"")]
    [InlineData("""{ "$schema": "https://example.com/meta" }""", "CK0307@\"https://example.com/meta\"")]
    [InlineData("""{ "properties": { "a": 1 } }""", "CK0311@1")]
    public void Says_at_its_place_why_it_leads_nowhere(string text, string problem)
    {
        var library = new Library(("a.json", text));
        Assert.Null(library.Open("a.json").Ref);
        Assert.Equal([problem], library.Check("a.json"));
    }

    [Fact]
    public void Breaks_a_circle_of_two_where_it_closes()
    {
        var library = new Library(("a.json", """{ "$ref": "#/$defs/a", "$defs": { "a": { "$ref": "#/$defs/b" }, "b": { "$ref": "#/$defs/a" } } }"""));
        Assert.Null(library.Open("a.json").Subschema("$defs", "b").Ref);
        Assert.NotNull(library.Open("a.json").Subschema("$defs", "a").Ref);
        Assert.Equal(["CK0304@\"#/$defs/a\""], library.Check("a.json"));
    }
}
