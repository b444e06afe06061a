using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Testing;

namespace ContractKit.Benchmarks;

/// <summary>Validation of real documents by real schemas: the generated validator, NJsonSchema, and a bare walk of the same bytes.</summary>
internal static class CorpusRun
{
    private const int RivalDocuments = 25;

    public static void Run(string? only)
    {
        var corpora = Corpus.All().Where(corpus => only is null or "corpora" || corpus.Name == only).ToList();
        if (corpora.Count == 0)
        {
            Console.WriteLine("NOT RUN: the corpora are not at ../shared/data/schema-corpora.");
            return;
        }

        var compiled = Corpus.Compile(corpora);
        var toWalk = new List<double>();
        var toRival = new List<double>();
        foreach (var corpus in corpora)
        {
            var schema = compiled[corpus.Name];
            var some = corpus.Instances.Take(RivalDocuments).ToList();
            var texts = some.Select(Encoding.UTF8.GetString).ToList();
            var rival = NJsonSchema.JsonSchema.FromJsonAsync(corpus.Schema).GetAwaiter().GetResult();
            var times = new Interleaved($"validate {corpus.Name}, {corpus.Instances.Count} documents of {corpus.Instances.Average(static json => json.Length):F0} B")
                .Add("bare Utf8JsonReader walk", () => corpus.Instances.Count(static json => Cases.Walk(json) > 0))
                .Add("own, IsValid", () => Judge(corpus.Instances, schema))
                .Add("own, bare skip", () => Skip(corpus.Instances))
                .Run(rounds: 15);
            toWalk.Add(times[1] / times[0]);
            var against = new Interleaved($"  the first {some.Count} of them")
                .Add("own, IsValid", () => Judge(some, schema))
                .Add("NJsonSchema", () => texts.Count(text => rival.Validate(text).Count == 0))
                .Run(rounds: 7);
            toRival.Add(against[1] / against[0]);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"geometric means: {GeometricMean(toWalk):F2} of the bare walk, {GeometricMean(toRival):F0} times as fast as NJsonSchema"));
    }

    private static void Judge(IReadOnlyList<byte[]> documents, CompiledSchema schema)
    {
        foreach (var document in documents)
        {
            schema.IsValid(document);
        }
    }

    private static void Skip(IReadOnlyList<byte[]> documents)
    {
        foreach (var document in documents)
        {
            Cases.Skip(document);
        }
    }

    private static double GeometricMean(List<double> values) => Math.Exp(values.Average(Math.Log));
}
