using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Testing;

namespace ContractKit.Compiler.Tests.Schemas;

/// <summary>Every rule has a page, whose violation has exactly that problem, and whose repaired text has none.</summary>
public sealed class RulePageTests
{
    public static IEnumerable<object[]> Rules() =>
        from rules in new[] { (Type: typeof(JsonRules), Folder: "Documents"), (Type: typeof(SchemaRules), Folder: "Model/Schemas") }
        from field in rules.Type.GetFields(BindingFlags.Public | BindingFlags.Static)
        select new object[] { ((ProblemRule)field.GetValue(null)!).Id, ((ProblemRule)field.GetValue(null)!).Title, rules.Folder };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_says_the_truth(string id, string title, string folder)
    {
        var page = File.ReadAllText(Repository.PathOf("src", "ContractKit.Compiler", folder, id + ".md"));
        Assert.StartsWith("# " + id + ": " + title + "\n## Why\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## How to switch it off\n", page, StringComparison.Ordinal);
        if (page.Contains("```text", StringComparison.Ordinal))
        {
            // What is too large for a page has a test of its own.
            Assert.Contains(id, new[] { "CK0003", "CK0005", "CK0305" });
            return;
        }

        Assert.Equal([id], Check(Block(page, "Violation")));
        Assert.Empty(Check(Block(page, "Repaired")));
    }

    private static string Block(string page, string section)
    {
        var start = page.IndexOf("\n## " + section + "\n```json\n", StringComparison.Ordinal) + section.Length + 13;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Check(string text)
    {
        var library = new Library(("a.json", text), ("address.json", "{}"));
        library.Open("a.json");
        return library.Schemas.Document("a.json")!.Problems.Concat(library.Schemas.Check("a.json")).Select(problem => problem.Rule.Id);
    }
}
