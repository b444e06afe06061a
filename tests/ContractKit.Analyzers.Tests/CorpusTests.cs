using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace ContractKit.Analyzers.Tests;

/// <summary>Precision and recall of every rule over the labelled corpus.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public async Task EveryRuleIsPreciseAndCompleteOnTheCorpus()
    {
        var snippets = Snippet.In("Corpus");
        var judged = new List<(Snippet Snippet, IReadOnlyList<string> Found)>();
        foreach (var project in snippets.Chunk(120))
        {
            judged.AddRange(await Find(project));
        }

        var report = new StringBuilder();
        var poor = false;
        foreach (var rule in RuleBook.All.Select(static rule => rule.Id).Order(StringComparer.Ordinal))
        {
            var (right, false_, missed) = Score(rule, judged);
            var precision = right + false_ == 0 ? 1 : right / (double)(right + false_);
            var recall = right + missed == 0 ? 1 : right / (double)(right + missed);
            report.AppendLine($"{rule}  found {right}, false {false_}, missed {missed}: precision {precision:0.000}, recall {recall:0.000}");
            poor |= precision < 0.99 || recall < 0.97 || right == 0;
        }

        report.AppendLine($"{snippets.Count} snippets, {snippets.Count(static snippet => snippet.Expected.Count == 0)} negatives");
        foreach (var file in judged.GroupBy(static one => one.Snippet.File).OrderBy(static one => one.Key, StringComparer.Ordinal))
        {
            report.AppendLine($"{file.Key}: {file.Count()} snippets, {file.Count(static one => !one.Found.SequenceEqual(one.Snippet.Expected))} judged otherwise");
        }

        output.WriteLine(report.ToString());
        foreach (var (snippet, found) in judged.OrderBy(static one => one.Snippet.File, StringComparer.Ordinal).ThenBy(static one => one.Snippet.Name, StringComparer.Ordinal))
        {
            if (!found.SequenceEqual(snippet.Expected))
            {
                output.WriteLine($"{snippet.File}: {snippet.Name}: expected [{string.Join(' ', snippet.Expected)}], found [{string.Join(' ', found)}]");
            }
        }

        Assert.False(poor, report.ToString());
    }

    [Fact]
    public void TheCorpusIsLargeEnough()
    {
        var snippets = Snippet.In("Corpus");
        Assert.True(snippets.Count >= 300, $"{snippets.Count} snippets");
        Assert.True(snippets.Count(static snippet => snippet.Expected.Count == 0) >= 120);
        Assert.Empty(snippets.GroupBy(static snippet => snippet.Code).Where(static group => group.Count() > 1).Select(static group => group.First().Name));
    }

    /// <summary>The planted failure: a label that is wrong is seen.</summary>
    [Fact]
    public async Task AWrongLabelIsSeen()
    {
        var wrong = Assert.Single(Snippet.Parse("planted", "## - | labelled as clean\nif (response.Status.Text == \"SUCCESS\") { }"));
        Assert.Equal((0, 1, 0), Score("CK1001", await Find([wrong])));
    }

    private static (int Right, int False, int Missed) Score(string rule, IEnumerable<(Snippet Snippet, IReadOnlyList<string> Found)> judged)
    {
        var (right, false_, missed) = (0, 0, 0);
        foreach (var (snippet, found) in judged)
        {
            var (wanted, got) = (snippet.Expected.Count(id => id == rule), found.Count(id => id == rule));
            right += Math.Min(wanted, got);
            false_ += Math.Max(0, got - wanted);
            missed += Math.Max(0, wanted - got);
        }

        return (right, false_, missed);
    }

    // Many snippets make one project, each in a namespace of its own.
    private static async Task<IReadOnlyList<(Snippet Snippet, IReadOnlyList<string> Found)>> Find(IReadOnlyList<Snippet> snippets)
    {
        var compilation = Consumer.Of([.. snippets.Select(static (snippet, index) => snippet.Code.Replace("namespace Consumer;", $"namespace Consumer.Snippet{index};", StringComparison.Ordinal))]);
        var trees = compilation.SyntaxTrees.Skip(Consumer.Contracts.Length).ToList();
        var errors = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors.Select(error => $"{snippets[trees.IndexOf(error.Location.SourceTree!)].Name}: {error}")));

        var diagnostics = await Consumer.Diagnose(compilation);
        Assert.All(diagnostics, static diagnostic => Assert.StartsWith("CK1", diagnostic.Id));
        var byTree = diagnostics.ToLookup(static diagnostic => diagnostic.Location.SourceTree);
        return [.. snippets.Select((snippet, index) => (snippet, (IReadOnlyList<string>)[.. byTree[trees[index]].Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)]))];
    }
}
