using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Tests;

/// <summary>What is wrong with the papers of a rule: its page, its release row, its help link.</summary>
internal static class RulePage
{
    private static readonly string[] Sections = ["## Why", "## Violation", "## Repaired", "## How to switch it off"];

    public static string PathOf(string id) => Repository.PathOf("src", "ContractKit.Analyzers", id + ".md");

    public static IEnumerable<string> Faults(DiagnosticDescriptor rule, string? page, string releases)
    {
        if (page is null)
        {
            yield return $"{rule.Id} has no page";
            yield break;
        }

        if (!page.StartsWith($"# {rule.Id}: {rule.Title}\n", StringComparison.Ordinal))
        {
            yield return $"the page of {rule.Id} does not start with its title";
        }

        foreach (var section in Sections.Where(section => !page.Contains("\n" + section + "\n", StringComparison.Ordinal)))
        {
            yield return $"the page of {rule.Id} has no {section}";
        }

        if (!releases.Split('\n').Any(row => row.StartsWith($"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | [{rule.Title}]({rule.Id}.md)", StringComparison.Ordinal)))
        {
            yield return $"{rule.Id} has no release row";
        }

        if (rule.HelpLinkUri != $"https://github.com/contractkit/contractkit/blob/main/src/ContractKit.Analyzers/{rule.Id}.md")
        {
            yield return $"{rule.Id} has no help link";
        }
    }

    /// <summary>The code under a heading.</summary>
    public static string Code(string page, string heading)
    {
        var section = page[page.IndexOf("## " + heading, StringComparison.Ordinal)..];
        var start = section.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return section[start..section.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
