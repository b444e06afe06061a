using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Model.Types;
using ContractKit.Compiler.Output;
using ContractKit.Compiler.Output.Types;
using ContractKit.Compiler.Tests.Model.Services;
using ContractKit.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractKit.Compiler.Tests.Output;

public class ServiceFilesTests
{
    // What is rendered for the bodies elsewhere: as much as a service needs of it.
    private const string Types = """
        namespace Acme.Tasks
        {
            public sealed class Body
            {
                public sealed class Converter : global::ContractKit.Json.ContractConverter<Body>
                {
                    public static readonly Converter Instance = new Converter();
                    public override Body ReadValue(ref global::ContractKit.Json.JsonCursor cursor) { cursor.Skip(); return new Body(); }
                    public override void WriteValue(ref global::ContractKit.Json.JsonOutput output, Body value) { output.WriteStartObject(); output.WriteEndObject(); }
                }
            }
        }
        """;

    private const string Manifest = """
        { "namespace": "Acme.Tasks", "services": { "Jobs": { "description": "Jobs & <more>.", "server": "https://api.example.com/v1", "security": { "type": "apiKey", "in": "header", "name": "X-Key" },
          "operations": {
            "GetJob": { "summary": "Asks.", "description": "Asks\nagain.", "method": "POST", "path": "/jobs/{job-id}",
              "parameters": { "job-id": { "in": "path", "schema": { "type": "integer" } }, "limit": { "in": "query", "schema": { "type": "integer" } }, "X-Trace": { "in": "header", "schema": { "type": "string" } }, "class": { "in": "query", "schema": { "type": "string" } } },
              "requestBody": "schema/a.schema.json",
              "responses": { "200": { "description": "Done.", "body": "schema/b.schema.json", "headers": { "X-Left": { "schema": { "type": "integer" } }, "X-Word": { "schema": { "type": "string" } } } }, "202": {}, "404": {}, "5XX": { "body": "schema/b.schema.json" }, "default": { "body": "schema/b.schema.json" } },
              "completion": { "status": "/status", "succeeded": ["DONE"] } },
            "Delete": { "method": "DELETE", "path": "/jobs", "deprecated": true, "security": null, "responses": { "204": {}, "299": {} } },
            "putJob": { "method": "PUT", "path": "/jobs", "parameters": { "putJobAsync": { "in": "query", "schema": { "type": "string" } } }, "requestBody": "schema/a.schema.json", "responses": { "204": {} } },
            "Write": { "method": "POST", "path": "/write", "requestBody": "schema/a.schema.json", "responses": { "204": {} } },
            "Either": { "method": "GET", "path": "/either", "responses": { "200": { "body": "schema/a.schema.json" }, "201": { "body": { "type": "integer" } } } },
            "Any": { "method": "GET", "path": "/any", "responses": { "default": { "body": "schema/a.schema.json" } } } } } } }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp7_3)]
    public void A_client_compiles_without_a_word_in_every_language_version(LanguageVersion version)
    {
        var code = Render(Consumer((int)version, GeneratedParts.Client));
        var complaints = ConsumerCompilation.Of([("Types.cs", "#pragma warning disable\n" + Types), ("Service.cs", code)], version, strict: version == LanguageVersion.CSharp14, nullable: version == LanguageVersion.CSharp14).Complaints();

        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp7_3)]
    public void A_handler_and_its_endpoints_compile_without_a_word(LanguageVersion version)
    {
        var consumer = Consumer((int)version, GeneratedParts.Client | GeneratedParts.Server);
        var code = Render(consumer);
        var endpoints = ServiceFiles.RenderEndpoints(consumer)!;
        var @namespace = new[] { CSharpName.Of("Acme"), CSharpName.Of("Tasks"), endpoints.SubNamespace! }.ToEquatableArray();
        var endpointCode = SourceFile.Render(["contracts.json"], @namespace, endpoints.Usings, endpoints.Body, consumer).ToString();

        // Named so that its own types come first wherever a short name is looked up.
        const string Names = "#pragma warning disable\nnamespace Acme.Tasks { public class HttpContext { } public class IEndpointRouteBuilder { } }";
        var complaints = ConsumerCompilation.Of(
            [("Types.cs", "#pragma warning disable\n" + Types), ("Names.cs", Names), ("Service.cs", Render(consumer, "Body", ["HttpContext", "IEndpointRouteBuilder"])), ("Endpoints.cs", endpointCode), ("OpenApi.cs", RenderFiles(consumer, "Body", ["HttpContext", "IEndpointRouteBuilder"])[1])],
            version,
            strict: version == LanguageVersion.CSharp14,
            references: AspNetCore.References).Complaints()
            .Where(complaint => !complaint.Contains("CS1701", StringComparison.Ordinal)) // as the SDK does: the shared framework is newer than the library asks for
            .ToList();

        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
        Assert.Contains("service.Map(JobsOperations.GetJob, \"/jobs/{job-id}\", GetJobAsync);", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Task")]
    [InlineData("Func")]
    [InlineData("HttpClient")]
    [InlineData("CancellationToken")]
    [InlineData("String")]
    public void A_generated_type_may_have_the_name_of_one_of_dotnet(string name)
    {
        var code = Render(Consumer(1400, GeneratedParts.Client), taken: [name]);
        var type = "#pragma warning disable\nnamespace Acme.Tasks { public class " + name + " { } }";

        Assert.Empty(ConsumerCompilation.Of([("Types.cs", "#pragma warning disable\n" + Types), ("Name.cs", type), ("Service.cs", code)]).Complaints());
    }

    [Theory]
    [InlineData("Ok")]
    [InlineData("NotFound")]
    [InlineData("ServerError")]
    public void A_body_may_be_called_as_an_answer_is(string name)
    {
        var code = Render(Consumer(1400, GeneratedParts.Client), body: name);

        Assert.Empty(ConsumerCompilation.Of([("Types.cs", "#pragma warning disable\n" + Types.Replace("Body", name, StringComparison.Ordinal)), ("Service.cs", code)]).Complaints());
    }

    [Fact]
    public void Nobody_else_can_add_an_answer()
    {
        var code = Render(Consumer(1400, GeneratedParts.Client));
        const string Another = "namespace Acme.Tasks; public sealed record Another : GetJobResult { public override int StatusCode => 1; }";

        var complaints = ConsumerCompilation.Of([("Types.cs", Types), ("Service.cs", code), ("Another.cs", Another)], strict: false).Complaints();

        Assert.Contains(complaints, complaint => complaint.Contains("Another.cs", StringComparison.Ordinal) && complaint.Contains("error", StringComparison.Ordinal));
    }

    private static Consumer Consumer(int version, GeneratedParts parts) => new(
        version,
        ConsumerFeatures.RuntimeLibrary | ((parts & GeneratedParts.Server) != 0 ? ConsumerFeatures.AspNetCore | ConsumerFeatures.HttpClientFactory : 0) | (version >= 900 ? ConsumerFeatures.Init | ConsumerFeatures.Required : 0),
        parts,
        GeneratedVisibility.Public,
        "Acme",
        "/w/");

    private static string Render(Consumer consumer, string body = "Body", string[]? taken = null) => RenderFiles(consumer, body, taken)[0];

    private static List<string> RenderFiles(Consumer consumer, string body = "Body", string[]? taken = null)
    {
        const string OpenApi = "{\n  \"openapi\": \"3.1.1\",\n  \"quoted\": [\"\", \"\\\"\"]\n}";
        var (manifest, problems) = ManifestBinderTests.Bind(Manifest);
        var services = ServiceLinker.Link(manifest, (schema, _) => Shape(schema.Json, body), problems);
        Assert.Empty(problems);
        var rendering = new TypeRendering(consumer, manifest.Namespace, "1.0.0", [body, .. taken ?? []], location => location.Pointer, null);
        return [.. services
            .SelectMany(service => ServiceFiles.Render(service with { OpenApi = OpenApi }, manifest.Options, false, rendering))
            .Select(file => SourceFile.Render(["contracts.json"], manifest.Namespace, file.Usings, file.Body, consumer).ToString())];
    }

    private static TypeShape Shape(JsonValue schema, string body) =>
        (schema as JsonObject)?["type"]?.Value is not JsonString type || type.Value == "object" ? new NamedShape(CSharpName.Of(body), NamedKind.Record)
        : type.Value == "integer" ? new ScalarShape(ScalarKind.Int64)
        : TypeShape.String;
}
