using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Tests.Model.Services;

public class ManifestBinderTests
{
    private const string Operation = """
        { "namespace": "Acme.Tasks", "services": { "Jobs": { "server": "https://api.example.com/v1", "security": { "type": "http", "scheme": "bearer" },
          "operations": { "GetJob": { "method": "POST", "path": "/jobs/{id}",
            "parameters": { "id": { "in": "path", "schema": { "type": "string" } } },
            "requestBody": "schema/a.schema.json",
            "responses": { "200": { "body": "schema/b.schema.json" }, "5XX": { "body": "schema/b.schema.json" } },
            "completion": { "status": "/status", "succeeded": ["DONE"] } } } } } }
        """;

    [Fact]
    public void A_whole_manifest_is_bound()
    {
        var (manifest, problems) = Bind(Operation);

        Assert.Empty(problems);
        Assert.Equal(["Acme", "Tasks"], manifest.Namespace.Select(name => name.Identifier));
        Assert.Equal(["a.schema.json", "b.schema.json"], manifest.Roots.Select(root => root.Schema.Document.Path.Split('/')[^1]).Where(name => name != "contracts.json"));
        Assert.Equal(Directions.Received | Directions.InResponse, manifest.Roots.Single(root => root.Schema.Document.Path.EndsWith("b.schema.json", StringComparison.Ordinal)).Directions);
        var operation = Assert.Single(Assert.Single(manifest.Services).Operations);
        Assert.Equal("/jobs/{id}", operation.Path.Text);
        Assert.Equal("WaitForJobAsync", operation.WaitMethod.Identifier);
        Assert.Equal(["Ok", "ServerError"], operation.Responses.Select(response => response.Name.Identifier));
        Assert.Equal(SecurityKind.Bearer, operation.Security!.Kind);
        Assert.Equal(["DONE"], operation.Completion!.Succeeded);
        Assert.Equal(manifest.Services, Bind(Operation).Manifest.Services);
    }

    [Theory]
    [InlineData("\"method\": \"POST\"", "\"metod\": \"POST\"", "CK0102", "\"metod\"")]
    [InlineData("\"requestBody\"", "\"requestBdy\"", "CK0102", "\"requestBdy\"")]
    [InlineData("\"operations\"", "\"Operations\"", "CK0102", "\"Operations\"")]
    [InlineData("\"path\": \"/jobs", "\"colour\": 1, \"path\": \"/jobs", "CK0103", "\"colour\"")]
    [InlineData("\"method\": \"POST\"", "\"x-internal\": \"POST\", \"method\": \"POST\"", "", "")]
    [InlineData("\"method\": \"POST\"", "\"method\": 3", "CK0101", "3")]
    [InlineData("\"method\": \"POST\", ", "", "CK0104", "\"GetJob\"")]
    [InlineData("\"method\": \"POST\"", "\"method\": \"PSOT\"", "CK0108", "\"PSOT\"")]
    [InlineData("\"method\": \"POST\"", "\"method\": \"post\"", "", "")]
    [InlineData("Acme.Tasks", "A; class Z{}", "CK0105", "\"A; class Z{}\"")]
    [InlineData("Acme.Tasks", "System", "CK0105", "\"System\"")]
    [InlineData("Acme.Tasks", "a..b", "CK0105", "\"a..b\"")]
    [InlineData("\"GetJob\"", "\"Get();}//\"", "CK0106", "\"Get();}//\"")]
    [InlineData("/jobs/{id}", "/a\\\"+x+\\\"{id}", "CK0109", "\"/a\\\"+x+\\\"{id}\"")]
    [InlineData("/jobs/{id}", "/{id}/{id}", "CK0109", "\"/{id}/{id}\"")]
    [InlineData("/jobs/{id}", "//evil/{id}", "CK0109", "\"//evil/{id}\"")]
    [InlineData("/jobs/{id}", "/../{id}", "CK0109", "\"/../{id}\"")]
    [InlineData("/jobs/{id}", "http://evil/{id}", "CK0109", "\"http://evil/{id}\"")]
    [InlineData("/jobs/{id}", "/%2e%2e/{id}", "CK0109", "\"/%2e%2e/{id}\"")]
    [InlineData("/jobs/{id}", "/jobs/{id}?x=1", "CK0109", "\"/jobs/{id}?x=1\"")]
    [InlineData("/jobs/{id}", "/jobs", "CK0110", "\"id\"")]
    [InlineData("/jobs/{id}", "/jobs/{id}/{page}", "CK0110", "\"/jobs/{id}/{page}\"")]
    [InlineData("https://api.example.com/v1", "javascript:alert(1)", "CK0114", "\"javascript:alert(1)\"")]
    [InlineData("https://api.example.com/v1", "file:///etc", "CK0114", "\"file:///etc\"")]
    [InlineData("https://api.example.com/v1", "https://u:p@h", "CK0114", "\"https://u:p@h\"")]
    [InlineData("\"bearer\"", "\"digest\"", "CK0115", "\"digest\"")]
    [InlineData("\"5XX\"", "\"999\"", "CK0113", "\"999\"")]
    [InlineData("\"5XX\"", "\"5xx\"", "", "")]
    [InlineData("{ \"200\": { \"body\"", "{ \"200\": { \"headers\": { \"X\\r\\nY: z\": {} }, \"body\"", "CK0112", "\"X\\r\\nY: z\"")]
    [InlineData("{ \"200\": { \"body\"", "{ \"200\": { \"headers\": { \"Host\": {} }, \"body\"", "CK0112", "\"Host\"")]
    [InlineData("\"id\": { \"in\": \"path\"", "\"Authorization\": { \"in\": \"header\", \"schema\": true }, \"id\": { \"in\": \"path\"", "CK0112", "\"Authorization\"")]
    [InlineData("\"in\": \"path\"", "\"in\": \"cookie\"", "CK0112", "\"cookie\"")]
    [InlineData("\"requestBody\": \"schema/a.schema.json\"", "\"requestBody\": { \"schema\": \"schema/a.schema.json\", \"contentType\": \"image/png\" }", "CK0116", "\"image/png\"")]
    [InlineData("[\"DONE\"]", "[]", "CK0117", "\"completion\"")]
    [InlineData("[\"DONE\"]", "[\"DONE\"], \"failed\": [\"DONE\"]", "CK0117", "\"DONE\"")]
    [InlineData("\"/status\"", "\"status\"", "CK0117", "\"status\"")]
    [InlineData("[\"DONE\"]", "[\"DNOE\"]", "CK0117", "\"DNOE\"")]
    [InlineData("[\"DONE\"]", "[\"DONE\"], \"failed\": [\"FAILURE\"]", "CK0117", "\"FAILURE\"")]
    [InlineData("\"/status\"", "\"/state\"", "CK0117", "\"/state\"")]
    [InlineData("\"namespace\"", "\"formats\": \"asert\", \"namespace\"", "CK0118", "\"asert\"")]
    [InlineData("\"namespace\"", "\"types\": [\"schema/none/*.json\"], \"namespace\"", "CK0119", "\"schema/none/*.json\"")]
    [InlineData("\"namespace\"", "\"types\": { \"A b\": \"schema/a.schema.json\" }, \"namespace\"", "CK0106", "\"A b\"")]
    public void A_slip_is_one_problem_in_its_place(string text, string slip, string id, string place)
    {
        var json = Operation.Replace(text, slip, StringComparison.Ordinal);
        Assert.NotEqual(Operation, json);
        var (_, problems) = Bind(json);

        if (id.Length == 0)
        {
            Assert.Empty(problems);
            return;
        }

        var problem = Assert.Single(problems);
        Assert.Equal(id, problem.Rule.Id);
        Assert.Equal(place, json.Substring(problem.Span.Start, problem.Span.Length));
    }

    [Fact]
    public void A_wrong_schema_path_is_one_error()
    {
        var (_, problems) = Bind(Operation.Replace("schema/a.schema.json", "schema/c.schema.json", StringComparison.Ordinal));

        var problem = Assert.Single(problems);
        Assert.Equal(ProblemSeverity.Error, problem.Rule.Severity);
        Assert.EndsWith("contracts.json", problem.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_operations_on_one_route_or_with_one_member_are_refused()
    {
        const string Two = """
            { "services": { "S": { "operations": {
              "A": { "method": "GET", "path": "/x/{a}", "parameters": { "a": { "in": "path", "schema": true } }, "responses": { "204": {} } },
              "B": { "method": "GET", "path": "/x/{b}", "parameters": { "b": { "in": "path", "schema": true } }, "responses": { "204": {} } },
              "SendA": { "method": "PUT", "path": "/y", "responses": { "204": {} } } } } } }
            """;
        var (manifest, problems) = Bind(Two);

        Assert.Equal(["CK0111", "CK0107"], problems.Select(problem => problem.Rule.Id));
        Assert.Equal(["A"], manifest.Services[0].Operations.Select(operation => operation.Name.Identifier));
    }

    [Fact]
    public void Wild_cards_find_schemas_in_ordinal_order()
    {
        var (manifest, problems) = Bind("""{ "types": ["schema/**/*.schema.json"] }""");

        Assert.Empty(problems);
        Assert.Equal(
            ["/w/schema/a.schema.json", "/w/schema/b.schema.json", "/w/schema/deep/c.schema.json", "/w/schema/job.schema.json"],
            manifest.Roots.Select(root => root.Schema.Document.Path));
        Assert.Equal(3, Bind("""{ "types": ["schema/*.schema.json"] }""").Manifest.Roots.Count);
    }

    [Theory]
    [InlineData("""{ "types": { "Chosen": "schema/b.schema.json", "*": ["schema/*.schema.json"] } }""")]
    [InlineData("""{ "types": { "*": "schema/*.schema.json", "Chosen": "schema/b.schema.json" } }""")]
    public void A_chosen_name_stands_beside_a_wild_card(string json)
    {
        var (manifest, problems) = Bind(json);

        Assert.Empty(problems);
        Assert.Equal(3, manifest.Roots.Count);
        Assert.Equal("Chosen", Assert.Single(manifest.Roots, root => root.Name is not null).Name!.Identifier);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{ \"services\": [] }")]
    [InlineData("{ \"services\": { \"S\": null } }")]
    [InlineData("{ \"services\": { \"S\": { \"operations\": { \"A\": 1 } } } }")]
    [InlineData("{ \"types\": 7 }")]
    [InlineData("{ \"types\": [7] }")]
    public void What_is_no_manifest_is_an_error(string json)
    {
        var (_, problems) = Bind(json);

        Assert.Equal(ProblemSeverity.Error, Assert.Single(problems).Rule.Severity);
    }

    internal static (ManifestContract Manifest, List<Problem> Problems) Bind(string manifest)
    {
        JsonDocument[] documents =
        [
            Read("/w/contracts.json", manifest),
            Read("/w/schema/a.schema.json", """{ "type": "object", "properties": { "id": { "type": "string" } } }"""),
            Read("/w/schema/b.schema.json", """{ "type": "object", "properties": { "status": { "enum": ["RUNNING", "DONE", "FAILED"] } } }"""),
            Read("/w/schema/job.schema.json", "true"),
            Read("/w/schema/deep/c.schema.json", "true"),
            Read("/elsewhere/schema/d.schema.json", "true"),
        ];
        var problems = new List<Problem>();
        var library = SchemaLibrary.Create(documents, ManifestResources.Of(documents[0]));
        var consumer = new Consumer(1400, ConsumerFeatures.Init | ConsumerFeatures.Required, GeneratedParts.Types | GeneratedParts.Client, GeneratedVisibility.Public, "Acme", "/w/");
        return (ManifestBinder.Bind(documents[0], library, consumer, problems), problems);
    }

    private static JsonDocument Read(string path, string text) => JsonReader.Read(new DocumentText(path, text));
}
