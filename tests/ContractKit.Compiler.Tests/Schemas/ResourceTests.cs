using System;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Tests.Schemas;

/// <summary>Which document answers to which URI.</summary>
public sealed class ResourceTests
{
    private static SchemaResources Mapped(params string[] mappings) =>
        new("", new EquatableArray<ResourceMapping>(mappings.Select(mapping => new ResourceMapping(mapping.Split(" => ")[0], mapping.Split(" => ")[1]))));

    [Theory]
    [InlineData("https://example.com/common/user.json", "schema/common/user.json#")]
    [InlineData("https://example.com/common/deep/er.json#/$defs/x", "schema/common/deep/er.json#/$defs/x")]
    [InlineData("HTTPS://EXAMPLE.com/common/./deep/../user.json", "schema/common/user.json#")]
    [InlineData("https://example.com/common/%75ser.json", "schema/common/user.json#")]
    [InlineData("https://example.com/one", "schema/other/one.json#")]
    [InlineData("https://example.com/common/special/x.json", "schema/special/x.json#")]
    [InlineData("urn:example:one", "schema/other/one.json#")]
    public void Mapped_files_answer_for_their_uris(string reference, string target)
    {
        var library = new Library(
            Mapped(
                "https://example.com/common/ => schema/common/", "https://example.com/common/special/ => ./schema/special", "https://example.com/one => schema/other/one.json",
                "urn:example:one => schema/other/one.json"),
            ("schema/common/user.json", """{ "$ref": "deep/er.json" }"""),
            ("schema/common/deep/er.json", """{ "$defs": { "x": {} }, "properties": { "up": { "$ref": "../user.json#/properties" } } }"""),
            ("schema/special/x.json", "{}"),
            ("schema/other/one.json", "{}"),
            ("a.json", $$"""{ "$ref": "{{reference}}" }"""));
        Assert.Equal(target, library.Open("a.json").Ref?.ToString());
        Assert.Empty(library.Check("a.json"));
    }

    [Theory]
    [InlineData("https://example.com/common/nowhere.json")]
    [InlineData("https://example.com/common/%2e%2e/secret.json")]
    [InlineData("https://example.com/common/..%2Fsecret.json")]
    [InlineData("https://example.com/commonplace.json")]
    [InlineData("https://example.org/common/user.json")]
    public void Nothing_else_answers(string reference)
    {
        var library = new Library(
            Mapped("https://example.com/common/ => schema/common/"),
            ("schema/common/user.json", "{}"), ("schema/secret.json", "{}"), ("schema/place.json", "{}"),
            ("a.json", $$"""{ "$ref": "{{reference}}" }"""));
        Assert.Null(library.Open("a.json").Ref);
        Assert.Equal([$"CK0301@\"{reference}\""], library.Check("a.json"));
    }

    [Fact]
    public void A_mapped_file_answers_to_its_path_and_its_uri_and_resolves_against_both()
    {
        var library = new Library(
            Mapped("https://example.com/ => common/"),
            ("common/a.json", """{ "properties": { "uri": { "$ref": "/b.json" }, "path": { "$ref": "../outside.json" } } }"""),
            ("common/b.json", "{}"),
            ("outside.json", """{ "$ref": "common/a.json" }"""));
        var root = library.Open("common/a.json");
        Assert.Equal("https://example.com/a.json", root.Resource.BaseUri);
        Assert.Equal("common/b.json#", root.Subschema("properties", "uri").Ref?.ToString());
        Assert.Same(root, root.Subschema("properties", "path").Ref!.Ref);
    }

    [Fact]
    public void A_relative_identifier_starts_at_the_manifests_folder_and_the_path_still_answers()
    {
        var library = new Library(
            new SchemaResources("proj/", EquatableArray<ResourceMapping>.Empty),
            ("proj/schema/x/user.json", """{ "$id": "common/user.schema.json", "properties": { "id": { "$ref": "address.schema.json" }, "path": { "$ref": "beside.json" } } }"""),
            ("proj/schema/address.json", """{ "$id": "common/address.schema.json" }"""),
            ("proj/schema/x/beside.json", """{ "$ref": "user.json" }"""));
        var user = library.Open("proj/schema/x/user.json");
        Assert.Equal("proj/schema/address.json#", user.Subschema("properties", "id").Ref?.ToString());
        Assert.Same(user, user.Subschema("properties", "path").Ref?.Ref);
        Assert.Same(user, library.Open("proj/common/user.schema.json"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/home/somebody/proj/")]
    public void An_identifier_may_start_at_the_top(string folder)
    {
        var library = new Library(
            new SchemaResources(folder, EquatableArray<ResourceMapping>.Empty),
            (folder + "schema/a.json", """{ "$id": "/schemas/customer", "properties": { "a": { "$ref": "/schemas/address" }, "b": { "$ref": "address#/$defs/x" } } }"""),
            (folder + "schema/b.json", """{ "$id": "/schemas/address", "$defs": { "x": {} } }"""));
        var manifest = Library.Read(folder + "contracts.json", "{}");
        var root = library.Schemas.Open(manifest, new JsonString(default, "schema/a.json"), [])!;
        Assert.Equal(folder + "schema/b.json#", root.Subschema("properties", "a").Ref?.ToString());
        Assert.Equal(folder + "schema/b.json#/$defs/x", root.Subschema("properties", "b").Ref?.ToString());
    }

    [Fact]
    public void A_resource_embedded_in_a_document_that_nothing_else_leads_to_is_found()
    {
        var library = new Library(
            ("a.json", """{ "$ref": "https://example.com/inner#x" }"""),
            ("bundle.json", """{ "$id": "https://example.com/bundle", "$defs": { "i": { "$id": "https://example.com/other" }, "j": { "$id": "inner", "$defs": { "x": { "$anchor": "x" } } } } }"""));
        Assert.Equal("bundle.json#/$defs/j/$defs/x", library.Open("a.json").Ref?.ToString());
        Assert.Contains("bundle.json", library.Schemas.ReachedFrom("a.json"));
    }

    [Fact]
    public void An_identifier_in_data_or_in_an_unknown_keyword_identifies_nothing_until_a_pointer_leads_there()
    {
        var library = new Library(("a.json", """
            {
              "enum": [ { "$id": "https://example.com/x" } ],
              "x": { "$id": "https://example.com/y", "items": { "$ref": "#/$defs/z" }, "$defs": { "z": {} } },
              "properties": { "a": { "$ref": "https://example.com/x" }, "b": { "$ref": "#/x" } }
            }
            """));
        var root = library.Open("a.json");
        Assert.Null(root.Subschema("properties", "a").Ref);
        var x = root.Subschema("properties", "b").Ref!;
        Assert.Equal("https://example.com/y", x.Resource.BaseUri);
        Assert.Equal("a.json#/x/$defs/z", x.Subschema("items").Ref?.ToString());
        Assert.Equal(["CK0301@\"https://example.com/x\""], library.Check("a.json"));
    }

    [Fact]
    public void Two_documents_with_one_identifier_are_reported_where_it_is_used()
    {
        var library = new Library(
            ("a.json", """{ "$ref": "https://example.com/x" }"""), ("b.json", """{ "$id": "https://example.com/x" }"""), ("c.json", """{ "$id": "https://example.com/x#" }"""));
        Assert.Equal("b.json#", library.Open("a.json").Ref?.ToString());
        Assert.Equal(["CK0310@\"https://example.com/x\""], library.Check("a.json"));
    }

    [Fact]
    public void A_schema_inline_in_a_manifest_refers_to_itself_to_files_and_to_the_manifest()
    {
        const string text = """
            {
              "$schema": "./schema/contracts.schema.json",
              "types": {
                "A": { "$defs": { "x": {} }, "properties": { "own": { "$ref": "#/$defs/x" }, "file": { "$ref": "schema/b.json" }, "other": { "$ref": "#/types/B" }, "root": { "$ref": "#" } } },
                "B": { "type": "string" },
                "Old": { "$schema": "http://json-schema.org/draft-07/schema#", "$ref": "schema/b.json", "title": "t" }
              }
            }
            """;
        var manifest = Library.Read("p/contracts.json", text);
        var library = SchemaLibrary.Create([manifest, Library.Read("p/schema/b.json", "{}")], new SchemaResources("p/", EquatableArray<ResourceMapping>.Empty));
        var types = (JsonObject)((JsonObject)manifest.Root!)["types"]!.Value;
        var a = library.OpenInline(manifest, types["A"]!.Value);
        var b = library.OpenInline(manifest, types["B"]!.Value);
        var old = library.OpenInline(manifest, types["Old"]!.Value);
        Assert.Equal("p/contracts.json#/types/A", a.ToString());
        Assert.Equal("p/contracts.json#/types/A/$defs/x", a.Subschema("properties", "own").Ref?.ToString());
        Assert.Equal("p/schema/b.json#", a.Subschema("properties", "file").Ref?.ToString());
        Assert.Same(b, a.Subschema("properties", "other").Ref);
        Assert.Same(a, a.Subschema("properties", "root").Ref);
        Assert.Equal(Dialect.Draft07, old.Dialect);
        Assert.Equal(["$ref"], old.Keywords.Select(member => member.Name));
        Assert.Empty(library.Check("p/contracts.json"));
        Assert.Equal(["p/contracts.json", "p/schema/b.json"], library.ReachedFrom("p/contracts.json"));
    }

    [Theory]
    [InlineData("nowhere.json", "CK0301")]
    [InlineData("a.json#/$defs/nope", "CK0302")]
    [InlineData("a.json#nope", "CK0302")]
    [InlineData("a.json#/title", "CK0303")]
    [InlineData("list.json", "CK0303")]
    [InlineData("a.json#/%", "CK0306")]
    [InlineData("", "CK0301")]
    [InlineData("#/x", "CK0301")]
    [InlineData("/a.json", "CK0301")]
    [InlineData("C:\\a.json", "CK0301")]
    [InlineData("c:/a.json", "CK0301")]
    [InlineData("http://", "CK0301")]
    [InlineData("\ud800", "CK0301")]
    [InlineData("broken.json", "CK0001")]
    public void A_manifests_reference_that_leads_nowhere_is_reported(string reference, string problem)
    {
        var library = new Library(("a.json", """{ "title": "t", "$defs": { "x": {} } }"""), ("list.json", "[ {} ]"), ("broken.json", "<"));
        Assert.Null(library.Find(reference));
        Assert.Equal([problem], library.ManifestProblems.Select(found => found.Rule.Id));
    }

    [Fact]
    public void Schemas_in_a_list_can_be_named()
    {
        var library = new Library(("list.json", """[ { "$ref": "#/1" }, true ]"""));
        Assert.True(library.Open("list.json#/0").Ref?.Boolean);
        Assert.Empty(library.Check("list.json"));
    }

    [Theory]
    [InlineData("common/adress.json", "\"common/address.json\"")]
    [InlineData("adress.json#/x", "\"common/address.json#/x\"")]
    [InlineData("Common/Address.json", "\"common/address.json\"")]
    [InlineData("common\\\\address.json", "\"common/address.json\"")]
    [InlineData("#/$defs/adress", "\"#/$defs/address\"")]
    [InlineData("#/$def/address", null)]
    [InlineData("wholly-different.json", null)]
    public void What_was_meant_is_said_where_it_is_near(string reference, string? remedy)
    {
        var library = new Library(("a.json", $$"""{ "$ref": "{{reference}}", "$defs": { "address": {} } }"""), ("common/address.json", "{}"));
        library.Open("a.json");
        var problem = Assert.Single(library.Schemas.Check("a.json"));
        Assert.Equal(remedy, problem.Remedy);
        Assert.EndsWith(remedy is null || problem.Message.Contains('\\') ? "" : "?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_shows_no_line_breaks_and_no_more_than_a_line()
    {
        var library = new Library(("a.json", """{ "$ref": "#/a\nb\u2028\u202e""" + new string('x', 10_000) + "\" }"));
        library.Open("a.json");
        var message = Assert.Single(library.Schemas.Check("a.json")).Message;
        Assert.DoesNotContain(message, character => character is '\n' or '\u2028' or '\u202e');
        Assert.InRange(message.Length, 20, 400);
    }

    [Fact]
    public void Whatever_stands_in_a_reference_or_an_identifier_nothing_throws()
    {
        var random = new Random(7);
        const string alphabet = "abc/.:#?%~0125e\\ \u00e9&=$[]@*";
        for (var round = 0; round < 4_000; round++)
        {
            string Any() => new([.. Enumerable.Range(0, random.Next(14)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            var text = $$"""{ "$id": {{JsonText.Quote(Any())}}, "$ref": {{JsonText.Quote(Any())}}, "$schema": {{JsonText.Quote(Any())}}, "properties": { "a": { "$id": {{JsonText.Quote(Any())}}, "$dynamicRef": {{JsonText.Quote(Any())}} } } }""";
            var library = new Library(Mapped("http://a/ => " + Any().Replace("=>", "")), ("a/b.json", text), ("a.json", """{ "$ref": "a/b.json" }"""));
            Assert.NotNull(library.Open("a.json").Ref);
            Assert.NotNull(library.Schemas.Check("a/b.json"));
            _ = library.Find(Any());
        }
    }
}
