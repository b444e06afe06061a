using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ContractKit.Compiler.Tests.Schemas;

/// <summary>
/// A second opinion about what a reference leads to: it walks everything, keeps nothing lazy, uses System.Uri and System.Text.Json,
/// and knows one dialect at a time. Good enough for schemas that are known to be right.
/// </summary>
internal sealed class NaiveResolver
{
    private static readonly string[] s_data = ["enum", "const", "default", "examples"];

    private readonly Dictionary<string, (string Path, string Pointer, JsonElement Json)> _byUri = [];
    private readonly List<Found> _references = [];

    public sealed record Found(string Path, string Pointer, string Keyword, string Text, Uri Base);

    public IReadOnlyList<Found> References => _references;

    public void Add(string path, string uri, JsonElement root, bool old)
    {
        _byUri.TryAdd(Key(new Uri(uri)), (path, "", root));
        Walk(path, "", root, new Uri(uri), "", old, isSchema: true);
    }

    /// <summary>Path and pointer of the target; with the anchor's name where a dynamic anchor is what was named.</summary>
    public (string Path, string Pointer)? Resolve(Found reference)
    {
        var target = reference.Text.StartsWith('#') ? new Uri(WithoutFragment(reference.Base) + reference.Text) : new Uri(reference.Base, reference.Text);
        if (_byUri.TryGetValue(Key(target), out var anchored))
        {
            return (anchored.Path, anchored.Pointer);
        }

        if (!_byUri.TryGetValue(WithoutFragment(target), out var found))
        {
            return null;
        }

        var pointer = found.Pointer;
        var json = found.Json;
        foreach (var token in Uri.UnescapeDataString(target.Fragment.TrimStart('#')).Split('/').Skip(1))
        {
            pointer += "/" + token;
            var name = token.Replace("~1", "/").Replace("~0", "~");
            if (json.ValueKind == JsonValueKind.Array)
            {
                json = json[int.Parse(name)];
            }
            else if (!json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return (found.Path, pointer);
    }

    private static string WithoutFragment(Uri uri) => uri.OriginalString.Contains('#') || uri.Fragment.Length > 0 ? uri.AbsoluteUri.Split('#')[0] : uri.AbsoluteUri;

    private static string Key(Uri uri) => uri.Fragment.Length <= 1 ? WithoutFragment(uri) : uri.AbsoluteUri;

    private void Walk(string path, string pointer, JsonElement json, Uri baseUri, string resource, bool old, bool isSchema)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in json.EnumerateArray())
            {
                Walk(path, pointer + "/" + index++, item, baseUri, resource, old, isSchema: true);
            }
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var hasRef = isSchema && json.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String;
        if (isSchema && !(old && hasRef))
        {
            if (Text(json, "$id") is { } id)
            {
                var uri = id.StartsWith('#') ? new Uri(WithoutFragment(baseUri) + id) : new Uri(baseUri, id);
                _byUri.TryAdd(Key(uri), (path, pointer, json));
                baseUri = id.StartsWith('#') ? baseUri : uri;
            }

            foreach (var keyword in new[] { "$anchor", "$dynamicAnchor" })
            {
                if (Text(json, keyword) is { } anchor)
                {
                    _byUri.TryAdd(Key(new Uri(WithoutFragment(baseUri) + "#" + anchor)), (path, pointer, json));
                }
            }
        }

        foreach (var keyword in new[] { "$ref", "$dynamicRef", "$recursiveRef" })
        {
            if (isSchema && Text(json, keyword) is { } text && !(old && keyword != "$ref"))
            {
                _references.Add(new Found(path, pointer, keyword, text, baseUri));
            }
        }

        foreach (var member in json.EnumerateObject())
        {
            if (isSchema && s_data.Contains(member.Name))
            {
                continue;
            }

            var isMap = isSchema && member.Name is "properties" or "patternProperties" or "definitions" or "$defs" or "dependentSchemas" or "dependencies";
            Walk(path, pointer + "/" + member.Name.Replace("~", "~0").Replace("/", "~1"), member.Value, baseUri, resource, old, isSchema: !isMap);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
