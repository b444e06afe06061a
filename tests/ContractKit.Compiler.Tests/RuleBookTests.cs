using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Testing;
using Xunit;

namespace ContractKit.Compiler.Tests;

/// <summary>Every rule is in the book, has an id of its own, and a page where its help link says.</summary>
public sealed class RuleBookTests
{
    private const string Base = "https://github.com/contractkit/contractkit/blob/main/";

    public static TheoryData<string> Rules => [.. RuleBook.All.Select(static rule => rule.Id)];

    [Fact]
    public void The_book_has_every_rule_that_is_declared()
    {
        var declared = typeof(RuleBook).Assembly.GetTypes()
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static field => field.FieldType == typeof(ProblemRule))
            .Select(static field => ((ProblemRule)field.GetValue(null)!).Id)
            .Order(StringComparer.Ordinal);

        Assert.Equal(declared, RuleBook.All.Select(static rule => rule.Id));
        Assert.Equal(RuleBook.All.Count, RuleBook.All.Select(static rule => rule.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_page_beside_it(string id) => Assert.Empty(Complaints(RuleBook.All.Single(rule => rule.Id == id)));

    [Fact]
    public void A_rule_without_a_page_or_with_another_title_would_be_found()
    {
        Assert.NotEmpty(Complaints(new ProblemRule("CK0098", "There is no such page", ProblemSeverity.Error)));
        Assert.NotEmpty(Complaints(RuleBook.All[0] with { Title = "Another title" }));
    }

    [Fact]
    public void No_page_is_left_without_a_rule()
    {
        var pages = Directory.GetFiles(Repository.PathOf("src", "ContractKit.Compiler"), "CK*.md", SearchOption.AllDirectories)
            .Select(static page => Path.GetFileNameWithoutExtension(page))
            .Order(StringComparer.Ordinal);

        Assert.Equal(RuleBook.All.Select(static rule => rule.Id), pages);
    }

    private static List<string> Complaints(ProblemRule rule)
    {
        var page = Repository.PathOf(rule.HelpLink[Base.Length..].Split('/'));
        if (!File.Exists(page))
        {
            return ["There is no page " + page + "."];
        }

        var text = File.ReadAllText(page);
        string[] wanted = ["# " + rule.Id + ": " + rule.Title + "\n", "\n## Why\n", "\n## Violation\n", "\n## Repaired\n", "\n## How to switch it off\n"];
        return [.. wanted.Where(part => !text.Contains(part, StringComparison.Ordinal)).Select(part => page + " lacks \"" + part.Trim() + "\".")];
    }
}
