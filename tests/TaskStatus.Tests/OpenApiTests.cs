using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qolaba.Tasks;
using Replicate.Predictions;

namespace TaskStatus.Tests;

/// <summary>The OpenAPI documents of running servers: the contract's own, and the one that ASP.NET Core makes.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task The_applications_own_document_says_of_our_endpoints_what_the_contract_says()
    {
        await using var server = await StartAsync(app =>
        {
            app.MapTaskStatus();
            app.MapReplicate();
            app.MapOpenApi();
        });
        var own = await ReadAsync(server, "/openapi/v1.json");

        foreach (var text in new[] { TaskStatusOpenApi.Utf8Json.ToArray(), ReplicateOpenApi.Utf8Json.ToArray() })
        {
            var contract = JsonNode.Parse(text)!;
            foreach (var (path, item) in contract["paths"]!.AsObject())
            {
                foreach (var (method, operation) in item!.AsObject())
                {
                    AssertSame(operation, own["paths"]![path]![method], path + " " + method);
                }
            }

            foreach (var kind in new[] { "schemas", "securitySchemes" })
            {
                foreach (var (name, component) in contract["components"]![kind]!.AsObject())
                {
                    AssertSame(component, own["components"]![kind]![name], name);
                }
            }

            Assert.Contains(own["tags"]!.AsArray(), tag => JsonNode.DeepEquals(tag, contract["tags"]![0]));
        }

        Assert.Equal(
            ["ListPredictionsResponse", "Prediction", "PredictionInput", "PredictionStatus", "Problem", "TaskStatusRequest", "TaskStatusResponse"],
            own["components"]!["schemas"]!.AsObject().Select(schema => schema.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_the_package_the_document_is_served_from_the_contract()
    {
        await using var server = await StartAsync(app =>
        {
            app.MapTaskStatusOpenApi();
            app.MapGroup("/v2").MapReplicateOpenApi("api.json");
        });

        var document = await ReadAsync(server, "/openapi/TaskStatus.json");
        var address = server.Urls.First();
        Assert.Equal([address, "https://api.example.com"], document["servers"]!.AsArray().Select(entry => (string)entry!["url"]!));
        var own = JsonNode.Parse(TaskStatusOpenApi.Utf8Json)!;
        Assert.Equal(own.AsObject().Select(member => member.Key), document.AsObject().Select(member => member.Key));
        AssertSame(own["paths"], document["paths"], "paths");
        AssertSame(own["components"], document["components"], "components");

        var grouped = await ReadAsync(server, "/v2/api.json");
        Assert.Equal([address + "/v2", "https://api.replicate.com/v1"], grouped["servers"]!.AsArray().Select(entry => (string)entry!["url"]!));
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenApi();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        map(app);
        await app.StartAsync();
        return app;
    }

    private static async Task<JsonNode> ReadAsync(WebApplication server, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.StartsWith("application/json", response.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        return JsonNode.Parse(text)!;
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual, string place) =>
        Assert.True(JsonNode.DeepEquals(WithSortedTypes(expected), WithSortedTypes(actual)), place + "\nexpected " + expected?.ToJsonString() + "\nactual   " + actual?.ToJsonString());

    // Microsoft.OpenApi keeps the names under "type" as a set.
    private static JsonNode? WithSortedTypes(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(member => KeyValuePair.Create(
            member.Key,
            member is { Key: "type", Value: JsonArray types } ? new JsonArray([.. types.Select(type => (JsonNode?)(string)type!).OrderBy(type => (string)type!, StringComparer.Ordinal)]) : WithSortedTypes(member.Value)))),
        JsonArray array => new JsonArray([.. array.Select(WithSortedTypes)]),
        _ => node?.DeepClone(),
    };
}
