using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ContractKit.Hostile.Tests.Corpus;
using ContractKit.Hostile.Tests.Oracles;
using ContractKit.Testing;
using Xunit.Abstractions;

namespace ContractKit.Hostile.Tests;

/// <summary>Each hostile input: code that compiles and means the same, or a diagnostic at its place; in time, and never a crash.</summary>
public sealed class HostileCorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Rows => [.. HostileCorpus.All.Select(static input => input.Row).Distinct()];

    /// <summary>What comes of each input stands in a file beside the tests; a change of it is read before it is accepted.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_input_of_a_row_compiles_or_gets_its_diagnostic(string row)
    {
        var only = Environment.GetEnvironmentVariable("CONTRACTKIT_INPUT") ?? "";
        var outcomes = new List<string>();
        var faults = new List<string>();
        foreach (var input in HostileCorpus.All.Where(input => input.Row == row && input.Name.Contains(only, StringComparison.Ordinal)))
        {
            var verdict = Verdict.Of(input);
            outcomes.Add(input.Name + " => " + verdict.Outcome);
            faults.AddRange(verdict.Faults.Select(fault => input.Name + ": " + fault));
            if (input.CouldKill || verdict.Time > TimeSpan.FromSeconds(0.5))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict.Time.TotalMilliseconds,8:0} ms {verdict.Allocated / 1_048_576.0,8:0.0} MB  {input.Name}"));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count} inputs, {outcomes.Count(static outcome => outcome.EndsWith("=> compiles", StringComparison.Ordinal))} compile"));
        Assert.True(faults.Count == 0, faults.Count + " faults\n" + string.Join("\n", faults));
        if (only.Length == 0)
        {
            Matches(row, string.Concat(outcomes.Select(static outcome => outcome + "\n")));
        }
    }

    private static void Matches(string row, string outcomes)
    {
        var name = row.Replace("$", "", StringComparison.Ordinal).Replace(' ', '-');
        var verified = Repository.PathOf("tests", "ContractKit.Hostile.Tests", "Outcomes", name + ".verified.txt");
        var received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        File.Delete(received);
        if (!File.Exists(verified) || File.ReadAllText(verified) != outcomes)
        {
            File.WriteAllText(received, outcomes);
            Assert.Fail("The outcomes are other ones: compare " + received + " and, if it is right, put it in the place of " + Path.GetFileName(verified));
        }
    }
}
