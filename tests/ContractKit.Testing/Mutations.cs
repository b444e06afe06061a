using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ContractKit.Testing;

/// <summary>Changes documents in one place: takes a member or item away, adds one, or puts another value in its place. The same seed gives the same documents.</summary>
public static class Mutations
{
    private static readonly string[] s_values = ["null", "true", "0", "-1", "1.5", "1e3", "\"\"", "\"x\"", "\"http://a b\"", "[]", "[1]", "{}", "{\"a\":1}"];

    /// <summary>Changed documents, each once.</summary>
    /// <param name="documents">The documents to change.</param>
    /// <param name="count">How many are asked for; fewer come where the documents have not enough places.</param>
    /// <param name="seed">Decides which.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> documents, int count, int seed)
    {
        var random = new Random(seed);
        var given = new HashSet<string>();
        for (var tries = 0; given.Count < count && tries < count * 20; tries++)
        {
            var root = JsonNode.Parse(documents[random.Next(documents.Count)]);
            var changed = Change(root, random);
            if (changed is not null && given.Add(changed))
            {
                yield return changed;
            }
        }
    }

    private static string? Change(JsonNode? root, Random random)
    {
        var containers = Containers(root).ToList();
        if (containers.Count == 0)
        {
            return s_values[random.Next(s_values.Length)];
        }

        var value = JsonNode.Parse(s_values[random.Next(s_values.Length)]);
        switch (containers[random.Next(containers.Count)])
        {
            case JsonObject json when json.Count > 0 && random.Next(4) > 0:
                var name = json.ElementAt(random.Next(json.Count)).Key;
                if (random.Next(3) == 0)
                {
                    json.Remove(name);
                }
                else
                {
                    json[name] = value;
                }

                break;
            case JsonObject json:
                json["added" + random.Next(3)] = value;
                break;
            case JsonArray { Count: > 0 } array when random.Next(3) > 0:
                array[random.Next(array.Count)] = value;
                break;
            case JsonArray array:
                array.Add(value);
                break;
        }

        return root!.ToJsonString();
    }

    private static IEnumerable<JsonNode> Containers(JsonNode? node)
    {
        var inner = node switch
        {
            JsonObject json => json.Select(static member => member.Value),
            JsonArray array => array,
            _ => null,
        };
        return inner is null ? [] : inner.SelectMany(Containers).Prepend(node!);
    }
}
