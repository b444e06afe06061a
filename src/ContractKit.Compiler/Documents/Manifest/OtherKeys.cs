using System.Collections.Generic;

namespace ContractKit.Compiler.Documents.Manifest;

/// <summary>Keys that somebody brings along from OpenAPI or another habit, and what contracts.json has for them.</summary>
internal static class OtherKeys
{
    private static readonly Dictionary<(string What, string Key), string> s_meant = new()
    {
        [("the manifest", "schemas")] = "types",
        [("a service", "url")] = "server", [("a service", "baseUrl")] = "server", [("a service", "servers")] = "server", [("a service", "paths")] = "operations",
        [("an operation", "url")] = "path", [("an operation", "route")] = "path", [("an operation", "verb")] = "method", [("an operation", "httpMethod")] = "method",
        [("an operation", "request")] = "requestBody", [("an operation", "body")] = "requestBody", [("an operation", "params")] = "parameters",
        [("a response", "schema")] = "body",
        [("a completion", "success")] = "succeeded", [("a completion", "succeed")] = "succeeded", [("a completion", "failure")] = "failed", [("a completion", "fail")] = "failed",
    };

    private static readonly Dictionary<(string What, string Key), string> s_advice = new()
    {
        [("the manifest", "openapi")] = "contracts.json is no OpenAPI document: it has \"services\" with \"operations\", and its schemas stand in files.",
        [("the manifest", "paths")] = "Operations stand under \"services\", each with its \"method\" and \"path\".",
        [("the manifest", "components")] = "Schemas stand in files of their own, which \"types\" and the operations name.",
        [("the manifest", "operations")] = "Operations stand in a service: \"services\": { \"Jobs\": { \"operations\": { … } } }.",
        [("an operation", "operationId")] = "The name of the operation is its id.",
        [("an operation", "get")] = "Write \"method\": \"GET\" beside \"path\".",
        [("an operation", "post")] = "Write \"method\": \"POST\" beside \"path\".",
        [("a response", "content")] = "A response names its schema directly: \"body\": \"schema/job.schema.json\".",
        [("a parameter", "type")] = "It belongs into \"schema\": { … }.",
        [("a parameter", "enum")] = "It belongs into \"schema\": { … }.",
        [("a parameter", "format")] = "It belongs into \"schema\": { … }.",
    };

    /// <summary>The key that is called otherwise elsewhere; null where it is none.</summary>
    public static string? Meant(string what, string key) => s_meant.TryGetValue((what, key), out var meant) ? meant : null;

    /// <summary>What to do instead; null where nothing is known.</summary>
    public static string? Advice(string what, string key) =>
        s_advice.TryGetValue((what, key), out var advice) ? advice
        : what == "an operation" && key.StartsWith("/", System.StringComparison.Ordinal) ? $"Write \"path\": {JsonText.Shown(key)} beside \"method\"."
        : null;
}
