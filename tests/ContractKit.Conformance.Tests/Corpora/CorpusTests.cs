using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Testing;
using Xunit.Abstractions;

namespace ContractKit.Conformance.Tests.Corpora;

/// <summary>Real schemas judge real documents, all of which keep them.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_instance_is_valid()
    {
        var corpora = Corpus.All();
        if (corpora.Count == 0)
        {
            output.WriteLine("NOT RUN: the corpora are not at ../shared/data/schema-corpora.");
            return;
        }

        var compiled = Corpus.Compile(corpora);
        var failures = new List<string>();
        foreach (var corpus in corpora)
        {
            var schema = compiled[corpus.Name];
            var refused = corpus.Instances.Where(instance => !schema.IsValid(instance)).ToList();
            failures.AddRange(refused.Take(5).Select(instance => corpus.Name + ": " + string.Join("; ", schema.Validate(instance).Take(3)) + " in " + Shown(instance)));
            output.WriteLine($"{corpus.Name}: {corpus.Instances.Count - refused.Count}/{corpus.Instances.Count} valid");
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static string Shown(byte[] json) => Encoding.UTF8.GetString(json, 0, System.Math.Min(json.Length, 200));
}
