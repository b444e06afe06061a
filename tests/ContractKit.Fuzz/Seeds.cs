using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ContractKit.Testing;

namespace ContractKit.Fuzz;

/// <summary>What is changed: the golden cases, and, where they are at hand, the official suite's schemas and real ones.</summary>
internal static class Seeds
{
    private const int Longest = 6_000;

    public static List<FuzzInput> All()
    {
        var seeds = new List<FuzzInput>();
        foreach (var folder in Directory.EnumerateDirectories(Repository.PathOf("tests", "ContractKit.Compiler.Tests", "Golden")).Order(System.StringComparer.Ordinal))
        {
            var schemas = Directory.Exists(Path.Combine(folder, "schema")) ? Directory.EnumerateFiles(Path.Combine(folder, "schema"), "*.json", SearchOption.AllDirectories).Order(System.StringComparer.Ordinal) : Enumerable.Empty<string>();
            seeds.Add(new FuzzInput([.. schemas.Prepend(Path.Combine(folder, "contracts.json")).Where(File.Exists).Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))]));
        }

        foreach (var folder in new[] { "Package", "TaskStatus.Tests" })
        {
            foreach (var manifest in Directory.EnumerateFiles(Repository.PathOf("tests", folder), "*contracts.json").Order(System.StringComparer.Ordinal))
            {
                var home = Path.GetDirectoryName(manifest)!;
                seeds.Add(new FuzzInput([(Path.GetFileName(manifest), File.ReadAllText(manifest)), .. Directory.EnumerateFiles(home, "*.schema.json", SearchOption.AllDirectories).Where(static file => !file.Contains("/bin/", System.StringComparison.Ordinal) && !file.Contains("/obj/", System.StringComparison.Ordinal)).Order(System.StringComparer.Ordinal).Select(file => (Path.GetRelativePath(home, file).Replace('\\', '/'), File.ReadAllText(file)))]));
            }
        }

        foreach (var schema in Corpus.All().Select(static corpus => corpus.Schema).Concat(Suite()))
        {
            seeds.Add(new FuzzInput([("contracts.json", """{"namespace":"Acme","types":["schema/thing.schema.json"]}"""), ("schema/thing.schema.json", schema)]));
        }

        return [.. seeds.Where(static seed => seed.Files.Count > 0 && seed.Length <= Longest)];
    }

    private static IEnumerable<string> Suite()
    {
        var root = Repository.SharedData is { } data ? Path.Combine(data, "json-schema-test-suite") : null;
        if (root is null || !Directory.Exists(root))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(System.StringComparer.Ordinal))
        {
            JsonNode? content;
            try
            {
                content = JsonNode.Parse(File.ReadAllText(file));
            }
            catch (System.Text.Json.JsonException)
            {
                continue;
            }

            foreach (var group in (content as JsonArray)?.OfType<JsonObject>() ?? [])
            {
                if (group["schema"] is { } schema)
                {
                    yield return schema.ToJsonString();
                }
            }
        }
    }
}
