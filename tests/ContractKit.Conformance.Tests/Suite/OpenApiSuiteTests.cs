using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ContractKit.Compiler;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Validation;
using ContractKit.Testing;
using Microsoft.OpenApi;
using JsonArray = ContractKit.Compiler.Documents.JsonArray;
using JsonValue = ContractKit.Compiler.Documents.JsonValue;
using Xunit.Abstractions;

namespace ContractKit.Conformance.Tests.Suite;

/// <summary>
/// Puts every schema of the official test suite into a contract, and the suite's documents to the schema that the contract's OpenAPI
/// document has in its place: it says the same in JSON Schema 2020-12. Microsoft.OpenApi reads each document without a word.
/// </summary>
public sealed class OpenApiSuiteTests(ITestOutputHelper output)
{
    private static readonly Consumer s_consumer = new(
        1400,
        ConsumerFeatures.Init | ConsumerFeatures.Required | ConsumerFeatures.RuntimeLibrary | ConsumerFeatures.AspNetCore,
        GeneratedParts.Types | GeneratedParts.Server,
        GeneratedVisibility.Public,
        "Suite",
        "");

    [Fact]
    public void Draft_2020_12() => Run(SuiteDraft.Draft202012);

    [Fact]
    public void Draft_07() => Run(SuiteDraft.Draft07);

    private void Run(SuiteDraft draft)
    {
        if (SuiteDraft.Root is null)
        {
            output.WriteLine("NOT RUN: the official test suite is not at ../shared/data/json-schema-test-suite.");
            return;
        }

        var remotes = SuiteDraft.Remotes().Select(static remote => Read("remotes/" + remote.Path, remote.Text)).ToList();
        var manifest = Read("contracts.json", """
            {
              "namespace": "Suite",
              "resources": { "http://localhost:1234/": "remotes/" },
              "services": { "Suite": { "operations": { "Test": {
                "method": "POST", "path": "/test", "requestBody": "teller.json", "responses": { "204": {} } } } } }
            }
            """);
        var failures = new List<string>();
        int passed = 0, total = 0;
        foreach (var group in draft.Groups())
        {
            var teller = Read("teller.json", "{\"$schema\": \"" + draft.MetaSchema + "\", \"$ref\": \"tested.json\"}");
            var linked = ContractCompiler.Link([manifest, teller, Read("tested.json", group.Schema), .. remotes], s_consumer);
            var openApi = linked.Units.Select(unit => ContractCompiler.Bind(unit).Contract)
                .SelectMany(static contract => contract.Services)
                .Single().OpenApi!;
            var read = OpenApiDocument.Parse(openApi, "json").Diagnostic!;

            // Microsoft.OpenApi does not find a component by its name when that has an $id; JSON Schema 2020-12 does, and dynamic references need it.
            var isResources = openApi.Contains("\"$dynamicRef\"", System.StringComparison.Ordinal);
            failures.AddRange(read.Errors.Concat(read.Warnings)
                .Where(error => !isResources || !error.Message.Contains("does not point to an existing schema", System.StringComparison.Ordinal))
                .Select(error => $"{group.File} | {group.Description}: {error.Message} {error.Pointer}\n{openApi}"));

            var judge = Judge(openApi);
            foreach (var test in group.Tests)
            {
                total++;
                var complaint = judge(Read("instance.json", test.Data).Root!);
                if (complaint is null == test.Valid)
                {
                    passed++;
                }
                else
                {
                    failures.Add($"{group.File} | {group.Description} | {test.Description}: the document says {complaint ?? "valid"}, the suite says {test.Valid}\n{group.Schema}\n{openApi}");
                }
            }
        }

        output.WriteLine($"{draft.Folder}, through OpenAPI: {passed}/{total} passed");
        Assert.True(failures.Count == 0, $"{draft.Folder}: {passed}/{total} passed, {failures.Count} failures\n" + string.Join("\n", failures.Take(40)));
    }

    // Each component as a document of its own: the resources among them find each other by their $id, as in a reader of OpenAPI.
    private static System.Func<JsonValue, string?> Judge(string openApi)
    {
        var root = JsonNode.Parse(openApi)!;
        var content = (string)root["paths"]!["/test"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!;
        var components = root["components"]!["schemas"]!.AsObject();
        var isResources = components.Any(static component => component.Value!["$id"] is not null);
        var documents = isResources
            ? components.Select(static component => Read("components/" + component.Key + ".json", component.Value!.ToJsonString())).ToList()
            : [Read("openapi.json", openApi)];
        var reference = !content.StartsWith('#') ? content : isResources ? content.Replace("#/components/schemas/", "components/") + ".json" : "openapi.json" + content;
        var library = SchemaLibrary.Create(documents, SchemaResources.None);
        var problems = new List<Problem>();
        var asked = Read("asked.json", "[\"" + reference + "\"]");
        var schema = library.Open(asked, (JsonString)((JsonArray)asked.Root!).Items[0], problems)
            ?? throw new System.InvalidOperationException(problems[0].Message + "\n" + openApi);
        var check = new ExampleCheck(ValidatorLinker.Link([schema]), new ValidatorOptions());
        return value => check.Judge(schema, value);
    }

    private static JsonDocument Read(string path, string text) => JsonReader.Read(new DocumentText(path, text));
}
