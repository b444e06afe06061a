using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ContractKit.Compiler.Tests;

/// <summary>
/// A folder a case: contracts.json and schema/ go in, expected/*.verified.cs and problems.txt come out, compared to the last
/// character. A mismatch writes *.received.cs beside the expected file; nothing is accepted but by the Accept target.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "ContractKit.Compiler.Tests", "Golden");

    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(s_folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_is_as_expected(string name)
    {
        var folder = Path.Combine(s_folder, name);
        var output = Compile(folder, GoldenConsumer.Read(folder));
        var received = output.Files.ToDictionary(
            file => Path.Combine("expected", file.HintName.Replace(".g.cs", ".verified.cs", StringComparison.Ordinal)),
            file => file.Text);
        received["problems.txt"] = ProblemText(output.Problems);

        var mismatches = new List<string>();
        var expected = Directory.Exists(Path.Combine(folder, "expected"))
            ? Directory.GetFiles(Path.Combine(folder, "expected"), "*.verified.cs").Select(path => Path.GetRelativePath(folder, path))
            : [];
        foreach (var path in expected.Append("problems.txt").Union(received.Keys).Order(StringComparer.Ordinal))
        {
            var accepted = File.Exists(Path.Combine(folder, path)) ? File.ReadAllText(Path.Combine(folder, path)) : "";
            var actual = received.GetValueOrDefault(path, "");
            var receivedPath = Path.Combine(folder, path.Replace(".verified.", ".received.", StringComparison.Ordinal).Replace("problems.txt", "problems.received.txt", StringComparison.Ordinal));
            if (File.Exists(receivedPath))
            {
                File.Delete(receivedPath);
            }

            if (accepted != actual)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(receivedPath)!);
                File.WriteAllText(receivedPath, actual);
                mismatches.Add(Difference(path, accepted, actual));
            }
        }

        Assert.True(
            mismatches.Count == 0,
            string.Join("\n", mismatches) + "\nAccept with: dotnet build tests/ContractKit.Compiler.Tests -t:Accept");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_compiles_without_a_warning_for_the_strictest_consumer(string name)
    {
        var folder = Path.Combine(s_folder, name);
        var consumer = GoldenConsumer.Read(folder);
        var output = Compile(folder, consumer);
        if (output.Problems.Any(problem => problem.Rule.Severity == ProblemSeverity.Error))
        {
            return;
        }

        Assert.Empty(ConsumerCompilation.Of(Sources(output), (LanguageVersion)consumer.LanguageVersion).Complaints());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_compiles_at_the_lowest_language_version(string name)
    {
        var folder = Path.Combine(s_folder, name);
        var output = Compile(folder, GoldenConsumer.Read(folder) with { LanguageVersion = 703 });
        if (output.Problems.Any(problem => problem.Rule.Severity == ProblemSeverity.Error))
        {
            return;
        }

        Assert.Empty(ConsumerCompilation.Of(Sources(output), LanguageVersion.CSharp7_3).Complaints());
    }

    private static CompilerOutput Compile(string folder, Consumer consumer) =>
        ContractCompiler.Compile(
            Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => ContractCompiler.Read(Path.GetRelativePath(folder, path), File.ReadAllText(path))),
            consumer);

    private static IEnumerable<(string, string)> Sources(CompilerOutput output) =>
        output.Files.Select(file => (file.HintName, file.Text));

    private static string ProblemText(IEnumerable<Problem> problems)
    {
        var text = new StringBuilder();
        foreach (var problem in problems)
        {
            text.Append(problem.Path).Append('(').Append(problem.Start.Line + 1).Append(',').Append(problem.Start.Character + 1).Append("): ")
                .Append(problem.Rule.Severity.ToString().ToLowerInvariant()).Append(' ').Append(problem.Rule.Id).Append(": ").Append(problem.Message);
            if (problem.Remedy is not null)
            {
                text.Append(" => ").Append(problem.Remedy);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Difference(string path, string accepted, string actual)
    {
        var left = accepted.Split('\n');
        var right = actual.Split('\n');
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        return $"{path}, line {line + 1}:\n  expected: {(line < left.Length ? left[line] : "(end)")}\n  received: {(line < right.Length ? right[line] : "(end)")}";
    }
}
