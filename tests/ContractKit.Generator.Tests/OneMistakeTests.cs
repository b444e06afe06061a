using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContractKit.Generator.Tests;

/// <summary>One mistake in a file is one error there, and does not turn the C# red that uses what the file describes.</summary>
public sealed class OneMistakeTests
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "id": { "type": "string" },
            "status": { "enum": ["RUNNING", "DONE", "FAILED"], "title": "JobStatus" },
            "note": { "type": "string", "minLength": 1 },
            "next": { "$ref": "#/$defs/Link" }
          },
          "required": ["id", "status"],
          "$defs": {
            "Link": {
              "type": "object",
              "properties": { "href": { "type": "string" } }
            }
          }
        }
        """;

    private const string Manifest = """
        {
          "namespace": "Acme",
          "services": {
            "Jobs": {
              "server": "https://api.example.com",
              "operations": {
                "GetJob": {
                  "method": "GET",
                  "path": "/jobs/{id}",
                  "parameters": {
                    "id": { "in": "path", "schema": { "type": "string" } }
                  },
                  "responses": {
                    "200": { "description": "Where it stands.", "body": "schema/job.schema.json" },
                    "404": { "description": "There is none." }
                  },
                  "completion": { "status": "/status", "succeeded": ["DONE"], "failed": ["FAILED"] }
                }
              }
            }
          }
        }
        """;

    private const string Program = """
        using System.Threading.Tasks;
        using Acme;

        internal static class Program
        {
            internal static string Told(Job job) => job.Id + (job.Status == JobStatus.Done ? "!" : job.Status.Text);

            internal static async Task<bool> Ask(JobsClient client) =>
                await client.GetJobAsync("1") is { Id: "1" } && await client.SendGetJobAsync("1") is GetJobResult.Ok && await client.WaitForJobAsync("1") is not null;
        }
        """;

    private static GeneratorHost Project() => new([("/app/contracts.json", Manifest), ("/app/schema/job.schema.json", Schema)], Program);

    [Fact]
    public void Without_a_mistake_there_is_no_error() => Assert.Empty(Errors(Project()));

    [Theory]
    [InlineData("\"string\" },\n    \"status\"", "\"string\" }\n    \"status\"", "CK0001")]
    [InlineData("\"FAILED\"], \"title\"", "\"FAILED\"] \"title\"", "CK0001")]
    [InlineData("[\"RUNNING\", \"DONE\"", "[\"RUNNING\" \"DONE\"", "CK0001")]
    [InlineData("[\"id\", \"status\"]", "[\"id\", \"status\",]", "CK0001")]
    [InlineData("\"minLength\": 1 },", "\"minLength\": 1,", "CK0001")]
    [InlineData("\"#/$defs/Link\" }\n  },", "\"#/$defs/Link\" }\n", "CK0001")]
    [InlineData("\"#/$defs/Link\" }\n  },", "\"#/$defs/Link\" },", "CK0001")]
    [InlineData("\"type\": \"object\",\n  \"properties\": {\n    \"id\"", "'type': \"object\",\n  \"properties\": {\n    \"id\"", "CK0001")]
    [InlineData("\"properties\": {\n    \"id\"", "// what a job has\n  \"properties\": {\n    \"id\"", "CK0001")]
    [InlineData("\"minLength\": 1 }", "\"minLength\": 1 } }", "CK0001")]
    [InlineData("\"note\": {", "\"note: {", "CK0001")]
    [InlineData("\"note\": {", "note: {", "CK0001")]
    [InlineData("\"note\": {", "\"id\": { \"type\": \"string\" },\n    \"note\": {", "CK0004")]
    [InlineData("\"minLength\": 1", "\"minLength\": \"one\"", "CK0401")]
    [InlineData("\"type\": \"string\", \"minLength\"", "\"type\": \"strnig\", \"minLength\"", "CK0401")]
    [InlineData("\"minLength\": 1", "\"pattern\": \"(\"", "CK0402")]
    [InlineData("#/$defs/Link", "#/$defs/Lnik", "CK0302")]
    [InlineData("#/$defs/Link", "link.json", "CK0301")]
    [InlineData("{ \"$ref\": \"#/$defs/Link\" }", "\"string\"", "CK0311")]
    public void A_mistake_in_a_schema_is_one_error(string text, string mistake, string id) => AssertOneError("/app/schema/job.schema.json", text, mistake, id);

    [Theory]
    [InlineData("\"method\": \"GET\",", "\"method\": \"GET\"", "CK0001")]
    [InlineData("\"FAILED\"] }\n", "\"FAILED\"] },\n", "CK0001")]
    [InlineData("[\"FAILED\"]", "\"FAILED\"", "CK0101")]
    [InlineData("\"completion\": {", "\"safe\": \"true\",\n          \"completion\": {", "CK0101")]
    [InlineData("{ \"description\": \"There is none.\" }", "null", "CK0101")]
    [InlineData("\"GET\"", "\"GTE\"", "CK0108")]
    [InlineData("\"/jobs/{id}\"", "\"jobs/{id}\"", "CK0109")]
    [InlineData("\"/jobs/{id}\"", "\"/jobs/{id}/{part}\"", "CK0110")]
    [InlineData("\"/jobs/{id}\"", "\"/jobs\"", "CK0110")]
    [InlineData("\"/jobs/{id}\"", "\"/jobs/{key}\"", "CK0110")]
    [InlineData("\"/jobs/{id}\"", "\"/jobs/:id\"", "CK0110")]
    [InlineData("\"in\": \"path\"", "\"in\": \"Path\"", "CK0112")]
    [InlineData("\"404\"", "\"4O4\"", "CK0113")]
    [InlineData("https://api", "ftp://api", "CK0114")]
    [InlineData("\"completion\": {", "\"security\": { \"type\": \"oauth2\" },\n          \"completion\": {", "CK0115")]
    [InlineData("\"schema/job.schema.json\"", "{ \"schema\": \"schema/job.schema.json\", \"contentType\": \"text/xml\" }", "CK0116")]
    [InlineData("[\"FAILED\"]", "[\"FAILURE\"]", "CK0117")]
    [InlineData("\"namespace\"", "\"formats\": \"asert\",\n  \"namespace\"", "CK0118")]
    [InlineData("schema/job.schema.json", "schema/jobs.schema.json", "CK0301")]
    [InlineData("schema/job.schema.json", "job.schema.json", "CK0301")]
    [InlineData("schema/job.schema.json", "schema\\\\job.schema.json", "CK0301")]
    public void A_mistake_in_the_manifest_is_one_error(string text, string mistake, string id) => AssertOneError("/app/contracts.json", text, mistake, id);

    /// <summary>A mistake that takes a type away would be seen.</summary>
    [Fact]
    public void What_is_gone_is_missed()
    {
        var project = Project();
        project.Edit("/app/contracts.json", static text => text.Replace("\"namespace\": \"Acme\"", "\"namespace\": \"Other\"", StringComparison.Ordinal));
        Assert.Contains(Errors(project), static error => error.StartsWith("CS", StringComparison.Ordinal));
    }

    private static void AssertOneError(string path, string text, string mistake, string id)
    {
        var project = Project();
        project.Edit(path, before =>
        {
            Assert.Contains(text, before, StringComparison.Ordinal);
            return before.Replace(text, mistake, StringComparison.Ordinal);
        });
        Assert.Equal([id], Errors(project).Select(static error => error[..error.IndexOf(':', StringComparison.Ordinal)]));
    }

    private static List<string> Errors(GeneratorHost project)
    {
        var run = project.Run();
        Assert.Null(run.Exception);
        return [.. run.Diagnostics.Concat(project.Compile().GetDiagnostics()).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id + ": " + diagnostic)];
    }
}
