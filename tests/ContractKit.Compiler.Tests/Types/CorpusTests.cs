using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ContractKit.Compiler.Documents;
using ContractKit.Testing;
using Xunit.Abstractions;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>Real schemas with real documents: each compiles clean, and each document comes back as the JSON value that it was.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Corpora =>
        Repository.SharedData is { } data
            ? [.. Directory.GetDirectories(Path.Combine(data, "schema-corpora")).Select(static folder => Path.GetFileName(folder)).Order()]
            : ["none"];

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Every_document_comes_back(string corpus)
    {
        if (Repository.SharedData is not { } data)
        {
            output.WriteLine("The corpora are not beside this checkout.");
            return;
        }

        var folder = Path.Combine(data, "schema-corpora", corpus);
        var types = GeneratedTypes.Of([("corpus.json", File.ReadAllText(Path.Combine(folder, "schema.json")))]);
        Assert.DoesNotContain(types.Problems, static problem => problem.Rule.Severity == ProblemSeverity.Error);
        types.Clean();
        if (types.TryType("Corpus") is not { } type)
        {
            output.WriteLine("The schema is free-form.");
            return;
        }

        var failures = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(Path.Combine(folder, "instances.jsonl")))
        {
            count++;
            var failure = RoundTrip(types, line);
            if (failure is not null)
            {
                failures.Add(count + ": " + failure + " in " + (line.Length > 300 ? line[..300] : line));
            }
        }

        output.WriteLine(corpus + ": " + count + " documents, " + failures.Count + " failures");
        Assert.True(failures.Count == 0, failures.Count + " of " + count + "\n" + string.Join("\n", failures.Take(10)));
    }

    private static string? RoundTrip(GeneratedTypes types, string json)
    {
        string written;
        try
        {
            written = types.RoundTrip("Corpus", json);
        }
        catch (ContractViolationException e)
        {
            return e.Message + " " + e.Violations[0].KeywordLocation;
        }

        using var before = System.Text.Json.JsonDocument.Parse(json);
        using var after = System.Text.Json.JsonDocument.Parse(written);
        return JsonElement.DeepEquals(before.RootElement, after.RootElement) ? null : "became " + (written.Length > 300 ? written[..300] : written);
    }
}
