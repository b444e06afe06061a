using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractKit.Compiler.Tests;

/// <summary>What the golden cases expect is C# that compiles.</summary>
public sealed class GoldenCompilationTests
{
    [Theory]
    [MemberData(nameof(GoldenTests.Cases), MemberType = typeof(GoldenTests))]
    public void Output_compiles_without_a_warning_for_the_strictest_consumer(string name)
    {
        var folder = Path.Combine(GoldenTests.Folder, name);
        var consumer = GoldenConsumer.Read(folder);
        var output = GoldenTests.Compile(folder, consumer);
        if (output.Problems.Any(problem => problem.Rule.Severity == ProblemSeverity.Error))
        {
            return;
        }

        Assert.Empty(ConsumerCompilation.Of(Sources(output), (LanguageVersion)consumer.LanguageVersion).Complaints());
    }

    [Theory]
    [MemberData(nameof(GoldenTests.Cases), MemberType = typeof(GoldenTests))]
    public void Output_compiles_at_the_lowest_language_version(string name)
    {
        var folder = Path.Combine(GoldenTests.Folder, name);
        var output = GoldenTests.Compile(folder, GoldenConsumer.Read(folder) with { LanguageVersion = 703 });
        if (output.Problems.Any(problem => problem.Rule.Severity == ProblemSeverity.Error))
        {
            return;
        }

        Assert.Empty(ConsumerCompilation.Of(Sources(output), LanguageVersion.CSharp7_3).Complaints());
    }

    private static IEnumerable<(string, string)> Sources(CompilerOutput output) =>
        output.Files.Select(file => (file.HintName, file.Text));
}
