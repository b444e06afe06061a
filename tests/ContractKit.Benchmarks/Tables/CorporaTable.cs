using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Results;
using ContractKit.Testing;

namespace ContractKit.Benchmarks.Tables;

/// <summary>Validation of real documents by real schemas: the generated validator, NJsonSchema, and a bare walk of the same bytes.</summary>
internal sealed class CorporaTable : Table
{
    private const int RivalDocuments = 25;
    private const string Walk = "bare Utf8JsonReader walk";
    private const string Own = "generated, IsValid";
    private const string Rival = "NJsonSchema";

    public override string Name => "corpora";

    public override string Title => "Real documents against real schemas";

    public override string Description =>
        "Every document of the corpora at `../shared/data/schema-corpora` is validated by the code that is generated for its schema. "
        + "NJsonSchema is so slow that it gets the first 25 documents of each only.";

    public override string Note =>
        "What stands in the way of the moonshot, which was set for one flat object: these schemas have unions, patterns and references, for which a value is walked more than once; skipping the documents without asking anything takes 0.7 of the bare walk already.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        var corpora = Corpus.All().Where(corpus => run.Wants(corpus.Name)).ToList();
        if (corpora.Count == 0)
        {
            Console.WriteLine("NOT RUN: the corpora are not at ../shared/data/schema-corpora.");
            yield break;
        }

        var compiled = Corpus.Compile(corpora);
        foreach (var corpus in corpora)
        {
            var schema = compiled[corpus.Name];
            var some = corpus.Instances.Take(RivalDocuments).ToList();
            var texts = some.Select(Encoding.UTF8.GetString).ToList();
            var rival = NJsonSchema.JsonSchema.FromJsonAsync(corpus.Schema).GetAwaiter().GetResult();
            yield return new Interleaved($"{corpus.Name}, {corpus.Instances.Count} documents of {corpus.Instances.Average(static json => json.Length):F0} B")
                .Add(Walk, () => corpus.Instances.Count(static json => Cases.Walk(json) > 0))
                .Add(Own, () => Judge(corpus.Instances, schema), own: true)
                .Add("cursor, skip", () => Skip(corpus.Instances), own: true)
                .Measure(run, rounds: 15);
            yield return new Interleaved($"{corpus.Name}, the first {some.Count}")
                .Add(Rival, () => texts.Count(text => rival.Validate(text).Count == 0))
                .Add(Own, () => Judge(some, schema), own: true)
                .Measure(run, rounds: 7);
        }
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        yield return new Goal("IsValid in terms of the bare walk, geometric mean", GeometricMean(groups, Walk), null, 0.6);
        yield return new Goal("IsValid in terms of NJsonSchema, geometric mean", GeometricMean(groups, Rival), 0.1, 0.05);
    }

    private static double? GeometricMean(IReadOnlyList<ResultGroup> groups, string rival)
    {
        var ratios = groups.Where(group => group.Rows[0].Name == rival).Select(group => Math.Log(group.Ratio(Own, rival))).ToList();
        return ratios.Count == 0 ? null : Math.Exp(ratios.Average());
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
}
