using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Which local files answer for which URIs: what the schemas have to know of the manifest before it is bound.</summary>
public static class ManifestResources
{
    /// <summary>The mappings of a manifest; what is wrong with them is reported when it is bound.</summary>
    public static SchemaResources Of(JsonDocument json)
    {
        var mappings = new List<ResourceMapping>();
        if (json.Root is JsonObject root && root["resources"]?.Value is JsonObject resources)
        {
            foreach (var member in resources.Members)
            {
                if (member.Value is JsonString path)
                {
                    mappings.Add(new ResourceMapping(member.Name, path.Value));
                }
            }
        }

        return new SchemaResources(FolderOf(json), mappings.ToEquatableArray());
    }

    /// <summary>The folder of a manifest with a slash at its end; empty where its path has none.</summary>
    public static string FolderOf(JsonDocument json) => json.Path.Substring(0, json.Path.LastIndexOf('/') + 1);
}
