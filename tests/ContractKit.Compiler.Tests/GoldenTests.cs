using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Testing;
using Xunit;

namespace ContractKit.Compiler.Tests;

/// <summary>
/// A folder a case: contracts.json and schema/ go in, expected/*.verified.cs and problems.txt come out, compared to the last
/// character. A mismatch writes *.received.cs beside the expected file; nothing is accepted but by the Accept target.
/// </summary>
public sealed class GoldenTests
{
    internal static readonly string Folder = Repository.PathOf("tests", "ContractKit.Compiler.Tests", "Golden");

    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_is_as_expected(string name)
    {
        var folder = Path.Combine(Folder, name);
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

    /// <summary>What the compiler makes of a case.</summary>
    internal static CompilerOutput Compile(string folder, Consumer consumer) =>
        ContractCompiler.Compile(
            Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => ContractCompiler.Read(Path.GetRelativePath(folder, path), File.ReadAllText(path))),
            consumer);

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
