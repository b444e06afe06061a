using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Tests;

/// <summary>Every rule has its page, release row and help link, and the page tells the truth.</summary>
public class RuleBookTests
{
    private static string Releases => File.ReadAllText(Repository.PathOf("src", "ContractKit.Analyzers", "AnalyzerReleases.Unshipped.md")) + File.ReadAllText(Repository.PathOf("src", "ContractKit.Analyzers", "AnalyzerReleases.Shipped.md"));

    public static TheoryData<string> Rules { get; } = [.. RuleBook.All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void TheRuleHasItsPapers(string id) =>
        Assert.Empty(RulePage.Faults(RuleOf(id), File.Exists(RulePage.PathOf(id)) ? File.ReadAllText(RulePage.PathOf(id)) : null, Releases));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task ThePageTellsTheTruth(string id)
    {
        var page = File.ReadAllText(RulePage.PathOf(id));
        Assert.Contains(id, await Found(RulePage.Code(page, "Violation")));
        Assert.Empty(await Found(RulePage.Code(page, "Repaired")));
    }

    [Fact]
    public void EveryRuleIsAClassOfItsOwnInAFileOfItsOwn()
    {
        foreach (var rule in RuleBook.All)
        {
            var type = Assert.Single(typeof(RuleBook).Assembly.GetTypes(), type => type.Name.StartsWith(rule.Id + "_", StringComparison.Ordinal) && !type.IsNested);
            Assert.True(File.Exists(Repository.PathOf("src", "ContractKit.Analyzers", type.Name + ".cs")));
            Assert.Same(rule, type.GetField("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null));
        }
    }

    /// <summary>The planted failures: a rule without papers, and pages that leave something out.</summary>
    [Fact]
    public void MissingPapersAreSeen()
    {
        var rule = RuleOf("CK1001");
        var page = File.ReadAllText(RulePage.PathOf(rule.Id));
        Assert.Equal(["CK1001 has no page"], RulePage.Faults(rule, null, Releases));
        Assert.Equal(["the page of CK1001 has no ## Repaired"], RulePage.Faults(rule, page.Replace("## Repaired", "## Fixed", StringComparison.Ordinal), Releases));
        Assert.Equal(["CK1001 has no release row"], RulePage.Faults(rule, page, ""));
        var unlinked = new DiagnosticDescriptor(rule.Id, rule.Title, rule.MessageFormat, rule.Category, rule.DefaultSeverity, isEnabledByDefault: true);
        Assert.Equal(["CK1001 has no help link"], RulePage.Faults(unlinked, page, Releases));
    }

    /// <summary>The planted failure: a page whose repaired code still offends.</summary>
    [Fact]
    public async Task APageThatDoesNotTellTheTruthIsSeen() => Assert.NotEmpty(await Found(RulePage.Code("## Repaired\n```csharp\nif (response.Status.Text == \"SUCCESS\") return 1;\n```", "Repaired")));

    private static DiagnosticDescriptor RuleOf(string id) => RuleBook.All.Single(rule => rule.Id == id);

    private static async Task<string[]> Found(string code)
    {
        var compilation = Consumer.Of(Snippet.Parse("page", "## - | page\n" + code).Single().Code);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return [.. (await Consumer.Diagnose(compilation)).Select(static diagnostic => diagnostic.Id)];
    }
}
