using System;
using System.IO;
using System.Linq;
using System.Reflection;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Testing;

namespace ContractKit.Compiler.Tests.Model.Services;

public class ManifestRulePagesTests
{
    // Two manifests are needed for CK0120: it is among the mistakes instead. CK0121 needs thousands of files: it is among the hostile inputs.
    public static TheoryData<string> Rules { get; } = [.. All().Select(rule => rule.Id).Where(static id => id is not ("CK0120" or "CK0121"))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_page_shows_a_violation_and_its_repair(string id)
    {
        var rule = All().Single(rule => rule.Id == id);
        var page = File.ReadAllText(Repository.PathOf("src", "ContractKit.Compiler", "Documents", "Manifest", id + ".md"));

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        var (_, problems) = ManifestBinderTests.Bind(Block(page, "Violation"));
        Assert.Equal([id], problems.Select(problem => problem.Rule.Id));
        Assert.Equal(rule.Severity, problems[0].Rule.Severity);
        Assert.Empty(ManifestBinderTests.Bind(Block(page, "Repaired")).Problems);
    }

    private static string Block(string page, string heading)
    {
        var start = page.IndexOf("## " + heading + "\n```json\n", StringComparison.Ordinal) + heading.Length + "## \n```json\n".Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static ProblemRule[] All() =>
        [.. typeof(ManifestRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (ProblemRule)field.GetValue(null)!)];
}
