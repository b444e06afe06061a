using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using JsonObject = System.Text.Json.Nodes.JsonObject;
using Xunit.Abstractions;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>Whatever the schema: it compiles clean and gives back the documents made for it, or a problem says why not.</summary>
public class RandomSchemaTests(ITestOutputHelper output)
{
    private const int SchemasInABatch = 200;
    private const int BatchesOfALanding = 10;

    private static readonly int s_seed = int.TryParse(Environment.GetEnvironmentVariable("CONTRACTKIT_SEED"), out var seed) ? seed : 1;
    private static readonly int s_batches = int.TryParse(Environment.GetEnvironmentVariable("CONTRACTKIT_BATCHES"), out var batches) ? batches : BatchesOfALanding;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, s_batches)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Compiles_and_comes_back(int batch)
    {
        output.WriteLine("CONTRACTKIT_SEED=" + (s_seed + batch) + " CONTRACTKIT_BATCHES=1");
        var schemas = new List<(string Path, JsonObject Schema, JsonNode?[] Instances)>();
        for (var i = 0; i < SchemasInABatch; i++)
        {
            // A schema depends on its seed alone, so that one that fails can be made again.
            var random = new Random(((s_seed + batch) * SchemasInABatch) + i);
            var prefix = "S" + i;
            var maker = new RandomSchema(random, prefix);
            var schema = maker.Document();
            var documents = new RandomDocument(random, schema, maker.Definitions);
            schemas.Add((prefix + ".json", schema, [.. Enumerable.Range(0, 6).Select(_ => documents.Make())]));
        }

        var consumer = ((s_seed + batch) % 5) switch
        {
            3 => GeneratedTypes.Newest with { LanguageVersion = 703, Features = ConsumerFeatures.RuntimeLibrary },
            4 => GeneratedTypes.Newest with { LanguageVersion = 1000, Features = ConsumerFeatures.Init | ConsumerFeatures.DateOnly | ConsumerFeatures.RuntimeLibrary },
            _ => GeneratedTypes.Newest,
        };
        var types = Generate(schemas, consumer, out var kept, out var refused);
        types.Clean();
        var (valid, made, stricter) = (0, 0, 0);
        var failures = new List<string>();
        foreach (var (path, schema, instances) in kept)
        {
            var name = path[..^5];
            if (types.TryType(name)?.GetMethod("Parse", [typeof(string)]) is null)
            {
                continue;
            }

            foreach (var instance in instances)
            {
                var json = instance?.ToJsonString() ?? "null";
                made++;
                if (json != "null" && WrittenClaim.Fault(types.Type(name + "+Converter"), json) is { } claim)
                {
                    failures.Add(schema.ToJsonString() + "\n" + json + "\n" + claim);
                    break;
                }

                if (json == "null" || !types.KeepsSchema(name, json))
                {
                    continue;
                }

                if (!types.IsValid(name, json))
                {
                    stricter++;
                    continue;
                }

                valid++;
                if (Fails(types, name, json) is { } failure)
                {
                    failures.Add(schema.ToJsonString() + "\n" + json + "\n" + failure);
                    break;
                }
            }
        }

        output.WriteLine($"{kept.Count} schemas, {refused} refused; {made} documents, {valid} valid, {stricter} refused by records alone");
        Assert.True(failures.Count == 0, "CONTRACTKIT_SEED=" + (s_seed + batch) + ": " + failures.Count + "\n" + string.Join("\n\n", failures.OrderBy(static failure => failure.Length).Take(5)));
        Assert.True(valid > made / 5, "Too few documents are valid to prove anything: " + valid + " of " + made);
        Assert.True(stricter < made / 20, "Records refuse too much: " + stricter + " of " + made);
    }

    // Schemas with errors of their own (a circle, for instance) are told so and left out; names are told apart by the batch.
    private static GeneratedTypes Generate(
        List<(string Path, JsonObject Schema, JsonNode?[] Instances)> schemas, Consumer consumer, out List<(string Path, JsonObject Schema, JsonNode?[] Instances)> kept, out int refused)
    {
        kept = schemas;
        refused = 0;
        while (true)
        {
            var types = GeneratedTypes.Of([.. kept.Select(static schema => (schema.Path, schema.Schema.ToJsonString()))], consumer: consumer, withSchemaClasses: true);
            var wrong = types.Problems.Where(static problem => problem.Rule.Severity == ProblemSeverity.Error).Select(static problem => problem.Path).ToHashSet();
            if (wrong.Count == 0)
            {
                return types;
            }

            refused += wrong.Count;
            kept = [.. kept.Where(schema => !wrong.Contains(schema.Path))];
        }
    }

    private static string? Fails(GeneratedTypes types, string name, string json)
    {
        try
        {
            var value = types.Parse(name, json);
            var written = GeneratedTypes.Json(value);
            using var before = System.Text.Json.JsonDocument.Parse(json);
            using var after = System.Text.Json.JsonDocument.Parse(written);
            if (!JsonElement.DeepEquals(before.RootElement, after.RootElement))
            {
                return "became " + written;
            }

            var again = types.Parse(name, json);
            return value.Equals(again) && value.GetHashCode() == again.GetHashCode() ? null : "is not equal to itself";
        }
        catch (Exception e)
        {
            return e.GetType().Name + ": " + e.Message;
        }
    }
}
