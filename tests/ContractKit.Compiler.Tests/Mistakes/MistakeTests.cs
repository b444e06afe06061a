using System;
using System.IO;
using System.Linq;
using ContractKit.Compiler.Model;

namespace ContractKit.Compiler.Tests.Mistakes;

/// <summary>What is said about mistakes, where, and that the remedy which an editor offers is one.</summary>
public sealed class MistakeTests
{
    public static TheoryData<string> Names => [.. Mistake.All.Select(static mistake => mistake.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_told_in_its_place(string name)
    {
        var mistake = Of(name);
        var said = string.Join("\n", Mistake.Check(mistake.Files).Select(Mistake.Shown));
        if (said != string.Join("\n", mistake.Said))
        {
            Receive(name);
        }

        Assert.Equal(string.Join("\n", mistake.Said), said);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_remedy_takes_it_away_and_brings_no_other(string name)
    {
        var files = Of(name).Files;
        var problems = Mistake.Check(files);
        foreach (var problem in problems.Where(static problem => problem.Remedy is not null))
        {
            var left = Mistake.Check(Mistake.Repair(files, problem));
            Assert.True(left.Count < problems.Count, "After the remedy of " + Mistake.Shown(problem) + " there is:\n" + string.Join("\n", left.Select(Mistake.Shown)));
            Assert.DoesNotContain(left, other => other.Rule == problem.Rule && other.Message == problem.Message && other.Span == problem.Span);
        }
    }

    /// <summary>A remedy that is none would be seen, and a line that is not said too.</summary>
    [Fact]
    public void Another_remedy_or_message_would_be_seen()
    {
        var mistake = Mistake.Parse("## planted\n--- schema/a.json\n{ \"minLenght\": 1 }\n===\nnothing\n").Single();
        var problem = Assert.Single(Mistake.Check(mistake.Files));
        Assert.NotEqual(mistake.Said[0], Mistake.Shown(problem));
        Assert.NotEmpty(Mistake.Check(Mistake.Repair(mistake.Files, problem with { Remedy = "\"minLenth\"" })));
    }

    /// <summary>Every rule that a few files can break is among the mistakes.</summary>
    [Fact]
    public void No_rule_is_without_a_mistake()
    {
        // Those are about files, patterns and types that are too large, files that are missing, the project's own C#, chains of hundreds of references, and failures of our own: tested elsewhere.
        string[] elsewhere = ["CK0003", "CK0005", "CK0121", "CK0204", "CK0305", "CK0415", "CK0501", "CK0502", "CK0900"];
        var told = Mistake.All.SelectMany(static mistake => Mistake.Check(mistake.Files)).Select(static problem => problem.Rule.Id).ToHashSet();
        Assert.Empty(RuleBook.All.Select(static rule => rule.Id).Except(told).Except(elsewhere));
    }

    [Fact]
    public void Names_of_mistakes_differ() => Assert.Equal(Mistake.All.Count, Mistake.All.Select(static mistake => mistake.Name).Distinct().Count());

    // As with the golden tests: what was received stands beside what is expected, and never replaces it by itself.
    private static void Receive(string name)
    {
        foreach (var path in Mistake.Chapters.Where(path => File.ReadAllText(path).Contains("## " + name + "\n", StringComparison.Ordinal)))
        {
            var blocks = ("\n" + File.ReadAllText(path)).Split("\n## ")[1..].Select(static block =>
            {
                var told = string.Join("\n", Mistake.Check(Mistake.Parse("## " + block).Single().Files).Select(Mistake.Shown));
                return "## " + block[..block.IndexOf("\n===\n", StringComparison.Ordinal)] + "\n===\n" + told + (told.Length > 0 ? "\n" : "");
            });
            var text = string.Join("\n", blocks);
            if (text != File.ReadAllText(path))
            {
                File.WriteAllText(path.Replace(".verified.txt", ".received.txt", StringComparison.Ordinal), text);
            }
        }
    }

    private static Mistake Of(string name) => Mistake.All.Single(mistake => mistake.Name == name);
}
