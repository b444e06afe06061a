using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Testing;
using Xunit.Abstractions;

namespace ContractKit.Compiler.Tests.Schemas;

/// <summary>Every reference of the official test suite and of the real schemas leads where a second, naive resolver says.</summary>
public sealed class SuiteReferenceTests(ITestOutputHelper output)
{
    private static readonly SchemaResources s_resources =
        new("", new EquatableArray<ResourceMapping>([new ResourceMapping("http://localhost:1234/", "remotes/")]));

    [Theory]
    [InlineData("draft7", "http://json-schema.org/draft-07/schema#", 80)]
    [InlineData("draft2020-12", "https://json-schema.org/draft/2020-12/schema", 180)]
    public void References_of_the_test_suite_lead_to_the_right_schema(string draft, string metaSchema, int least)
    {
        if (Repository.SharedData is not { } data)
        {
            output.WriteLine("Not run: the official test suite is not beside this checkout.");
            return;
        }

        var suite = Path.Combine(data, "json-schema-test-suite");
        var remotes = Directory.GetFiles(Path.Combine(suite, "remotes"), "*.json", SearchOption.AllDirectories)
            .Select(file => "remotes/" + Path.GetRelativePath(Path.Combine(suite, "remotes"), file).Replace('\\', '/'))
            .ToDictionary(path => path, path => Library.Read(path, File.ReadAllText(Path.Combine(suite, path))));
        int references = 0, dynamic = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(suite, "tests", draft), "*.json").Order(StringComparer.Ordinal))
        {
            using var groups = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
            foreach (var group in groups.RootElement.EnumerateArray())
            {
                var name = Path.GetFileName(file) + ": " + group.GetProperty("description").GetString();
                var schema = Library.Read("schema.json", group.GetProperty("schema").GetRawText());
                var first = Library.Read("first.json", $$"""{ "$schema": "{{metaSchema}}", "allOf": [ { "$ref": "schema.json" } ] }""");
                var library = SchemaLibrary.Create([first, schema, .. remotes.Values], s_resources);
                library.Open(first, new JsonString(default, "first.json"), []);
                foreach (var path in library.ReachedFrom("first.json"))
                {
                    Assert.True(library.Check(path).Count == 0, name + ": " + string.Join(" ", library.Check(path).Select(problem => problem.Message)));
                }

                var (resolved, anchored) = Compare(name, library, schema, remotes, draft == "draft7");
                references += resolved;
                dynamic += anchored;
            }
        }

        output.WriteLine($"{draft}: {references} references, {dynamic} of them dynamic");
        Assert.True(references >= least, $"only {references} references were seen");
        Assert.True(draft == "draft7" || dynamic >= 20, $"only {dynamic} dynamic references were seen");
    }

    [Fact]
    public void References_of_real_schemas_lead_to_the_right_schema()
    {
        if (Repository.SharedData is not { } data)
        {
            output.WriteLine("Not run: the schema corpora are not beside this checkout.");
            return;
        }

        var references = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(data, "schema-corpora"), "schema.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var schema = Library.Read("schema.json", File.ReadAllText(file));
            Assert.Empty(schema.Problems);
            var library = SchemaLibrary.Create([schema], SchemaResources.None);
            library.Open(Library.Read("contracts.json", "{}"), new JsonString(default, "schema.json"), []);
            Assert.Empty(library.Check("schema.json"));
            references += Compare(file, library, schema, new Dictionary<string, ContractKit.Compiler.Documents.JsonDocument>(), old: true).References;
        }

        output.WriteLine(references + " references");
        Assert.True(references >= 55, $"only {references} references were seen");
    }

    private static (int References, int Dynamic) Compare(
        string name, SchemaLibrary library, ContractKit.Compiler.Documents.JsonDocument schema, IReadOnlyDictionary<string, ContractKit.Compiler.Documents.JsonDocument> remotes, bool old)
    {
        var naive = new NaiveResolver();
        naive.Add("schema.json", "https://first.example/schema.json", Parse(schema), old);
        var own = naive.References.Count;
        foreach (var remote in remotes.Where(remote => old == !remote.Key.Contains("2020") || !remote.Key.Contains("draft")))
        {
            naive.Add(remote.Key, "http://localhost:1234/" + remote.Key["remotes/".Length..], Parse(remote.Value), old);
        }

        foreach (var uri in MetaSchemas.Uris)
        {
            naive.Add(uri, uri, Parse(MetaSchemas.Find(uri)!), old);
        }

        var reached = library.ReachedFrom("schema.json").ToHashSet();
        int references = 0, dynamic = 0;
        foreach (var reference in naive.References.Where(reference => reached.Contains(reference.Path)))
        {
            var expected = naive.Resolve(reference);
            if (expected is null && reference.Path != "schema.json")
            {
                continue;
            }

            Assert.True(expected is not null, $"{name}: the naive resolver does not know {reference}");
            var holder = At(library, reference.Path, reference.Pointer);
            var actual = reference.Keyword == "$ref" ? holder.Ref : holder.DynamicRef?.Initial;
            Assert.True(
                actual is not null && (actual.Location.Path, actual.Location.Pointer) == expected,
                $"{name}: {reference} leads to {actual?.Location.ToString() ?? "nothing"}, not to {expected}");
            references++;
            if (reference.Keyword == "$dynamicRef")
            {
                // 2020-12 core, section 8.2.3.2: dynamic only where the initial target was named by a $dynamicAnchor.
                var anchor = (actual!.Json as JsonObject)?["$dynamicAnchor"]?.Value as JsonString;
                var named = reference.Text.Split('#').Last();
                var bookend = anchor is not null && anchor.Value == named ? named : null;
                Assert.Equal(bookend, holder.DynamicRef!.Anchor);
                dynamic++;
            }
        }

        return (references, dynamic);
    }

    private static Schema At(SchemaLibrary library, string path, string pointer)
    {
        var document = library.Document(path)!;
        var root = library.Open(Library.Read("contracts.json", "{}"), new JsonString(default, path), [])!;
        Assert.Same(document, root.Document);
        return root.Subschema([.. JsonPointer.Parse(pointer)!]);
    }

    private static JsonElement Parse(ContractKit.Compiler.Documents.JsonDocument document) => System.Text.Json.JsonDocument.Parse(document.Text.Text).RootElement.Clone();
}
