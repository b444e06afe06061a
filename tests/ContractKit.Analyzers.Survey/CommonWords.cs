using System.Collections.Generic;

namespace ContractKit.Analyzers.Survey;

/// <summary>A contract whose enums are of words that programs use for everything: what could be taken for a status shows itself.</summary>
internal static class CommonWords
{
    /// <summary>The manifest and its schemas, by path.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["contracts.json"] = """
            {
              "namespace": "Common.Words",
              "services": {
                "Jobs": {
                  "server": "https://api.example.com",
                  "operations": {
                    "GetJob": {
                      "method": "GET",
                      "path": "/jobs/{id}",
                      "parameters": { "id": { "in": "path", "required": true, "schema": { "type": "string" } } },
                      "responses": { "200": { "description": "The job.", "body": "schema/job.schema.json" } },
                      "completion": { "status": "/status", "succeeded": ["success", "closed"], "failed": ["error"] }
                    }
                  }
                }
              }
            }
            """,
        ["schema/job.schema.json"] = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Job",
              "type": "object",
              "required": ["id", "status"],
              "properties": {
                "id": { "type": "string" },
                "status": { "title": "Status", "enum": ["pending", "success", "open", "closed", "error"] },
                "state": { "title": "State", "enum": ["open", "closed", "running"] },
                "name": { "type": "string" },
                "value": {}
              }
            }
            """,
    };
}
