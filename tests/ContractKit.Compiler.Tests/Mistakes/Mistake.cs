using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Testing;

namespace ContractKit.Compiler.Tests.Mistakes;

/// <summary>A mistake as somebody makes it, and all that is said about it.</summary>
/// <param name="Name">What the mistake is.</param>
/// <param name="Files">The files, by path; contracts.json leads to all schemas where the case has none of its own.</param>
/// <param name="Said">What is said, a line a problem: <c>path(line,column): severity id: message => remedy</c>.</param>
public sealed record Mistake(string Name, IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Said)
{
    private const string Folder = "/app/";

    private static readonly Consumer s_consumer = new(
        1400, ConsumerFeatures.Init | ConsumerFeatures.Required | ConsumerFeatures.DateOnly | ConsumerFeatures.Parsable | ConsumerFeatures.NotNullWhen | ConsumerFeatures.RuntimeLibrary,
        GeneratedParts.Types | GeneratedParts.Client, GeneratedVisibility.Public, "Acme", Folder);

    /// <summary>
    /// All mistakes, from the files <c>*.verified.txt</c> beside this one. A case starts with <c>## name</c>, has files that start with
    /// <c>--- path</c>, and ends with what is said after <c>===</c>.
    /// </summary>
    public static IReadOnlyList<Mistake> All { get; } =
        [.. Chapters.SelectMany(static path => Parse(File.ReadAllText(path)))];

    /// <summary>The files that tell mistakes.</summary>
    public static IEnumerable<string> Chapters =>
        Directory.GetFiles(Repository.PathOf("tests", "ContractKit.Compiler.Tests", "Mistakes"), "*.verified.txt").Order(StringComparer.Ordinal);

    /// <summary>What is wrong, in the order of the places.</summary>
    public static IReadOnlyList<Problem> Check(IReadOnlyDictionary<string, string> files) =>
        ContractCompiler.Check([.. files.Select(static file => ContractCompiler.Read(Folder + file.Key, file.Value))], s_consumer);

    /// <summary>A problem as a line.</summary>
    public static string Shown(Problem problem) =>
        $"{DocumentPath.Relative(Folder, problem.Path)}({problem.Start.Line + 1},{problem.Start.Character + 1}): {problem.Rule.Severity.ToString().ToLowerInvariant()} {problem.Rule.Id}: {problem.Message}"
        + (problem.Remedy is null ? "" : " => " + problem.Remedy.Replace("\n", "\\n", StringComparison.Ordinal));

    /// <summary>The files with the remedy of a problem in its place.</summary>
    public static IReadOnlyDictionary<string, string> Repair(IReadOnlyDictionary<string, string> files, Problem problem)
    {
        var path = problem.Path[Folder.Length..];
        return files.ToDictionary(
            static file => file.Key,
            file => file.Key == path ? file.Value[..problem.RemedySpan.Start] + problem.Remedy + file.Value[problem.RemedySpan.End..] : file.Value);
    }

    internal static IEnumerable<Mistake> Parse(string text)
    {
        foreach (var block in ("\n" + text.ReplaceLineEndings("\n")).Split("\n## ").Skip(1))
        {
            var name = block[..block.IndexOf('\n', StringComparison.Ordinal)];
            var halves = block[(name.Length + 1)..].Split("\n===\n");
            var files = ("\n" + halves[0]).Split("\n--- ").Skip(1).ToDictionary(
                static file => file[..file.IndexOf('\n', StringComparison.Ordinal)],
                static file => file[(file.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            files.TryAdd("contracts.json", """{ "namespace": "Acme", "types": ["schema/*.json"] }""");
            yield return new Mistake(name, files, [.. (halves.Length > 1 ? halves[1] : "").Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
        }
    }
}
