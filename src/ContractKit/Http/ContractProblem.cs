using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ContractKit;

/// <summary>A problem document (RFC 9457): how services say what went wrong.</summary>
public sealed class ContractProblem
{
    private ContractProblem(JsonElement json)
    {
        Type = Text(json, "type") ?? "about:blank";
        Title = Text(json, "title");
        Detail = Text(json, "detail");
        Instance = Text(json, "instance");
        Status = json.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out var code)
            ? code
            : null;
        var extensions = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name is not ("type" or "title" or "detail" or "instance" or "status"))
            {
                extensions[member.Name] = member.Value;
            }
        }

        Extensions = extensions;
    }

    /// <summary>A URI that names the kind of problem.</summary>
    public string Type { get; }

    /// <summary>A short sentence for the kind of problem.</summary>
    public string? Title { get; }

    /// <summary>The HTTP status, as the document has it.</summary>
    public int? Status { get; }

    /// <summary>What went wrong this time.</summary>
    public string? Detail { get; }

    /// <summary>A URI that names this occurrence.</summary>
    public string? Instance { get; }

    /// <summary>The other members.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; }

    /// <summary>Reads a problem document; null where the bytes are none.</summary>
    internal static ContractProblem? TryRead(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new ContractProblem(document.RootElement.Clone()) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or text that is not UTF-8: it is no problem document, and its bytes are shown as they are.
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
