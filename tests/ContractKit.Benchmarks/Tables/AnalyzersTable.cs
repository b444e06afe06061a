using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Projects;
using ContractKit.Benchmarks.Results;
using ContractKit.Testing;

namespace ContractKit.Benchmarks.Tables;

/// <summary>What the analyzers add to compiling C#.</summary>
internal sealed partial class AnalyzersTable : Table
{
    private const string Own = "ContractKit";
    private const string NetAnalyzers = "NetAnalyzers, the SDK's default";
    private const string Roslynator = "Roslynator 5.0.1";
    private const string WithContract = "a contract in sight";
    private const string WithoutContract = "no contract in sight";

    public override string Name => "analyzers";

    public override string Title => "The analyzers, for 1,000 lines";

    public override string Description =>
        "The sources of `src/ContractKit.Compiler`, compiled by a warm compiler server with `-p:ReportAnalyzer=true`: all analyzers run in the same compilation, and the compiler tells "
        + "what each assembly took. With a contract in sight the project has one with a status, and code that uses it. The figures are the compiler's own, which go by the clock on the wall.";

    public override string Note =>
        "What stands in the way. Where nothing of a contract is referenced the analyzer leaves at once; what is left is starting it and asking for the contract's files. With a contract, files are searched for its words before any of their code is looked at (a test counts the operations visited). "
        + "Three builds go before those that count: a server in about the state in which the goals were set, when NetAnalyzers took 14.5 ms. "
        + "A server that has built the same 25 times before has compiled all of this for speed, and is another matter: NetAnalyzers 3.8 ms, Roslynator 6.1, ContractKit 1.05 with a contract and 0.18 without, on the same day.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        using var package = new PackedContractKit();
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ContractKit.Compiler"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ContractKit", "Validation"), "*.cs", SearchOption.AllDirectories).Where(static path => !path.EndsWith("SchemaPattern.cs", StringComparison.Ordinal) && LinkedFolders.IsMatch(path)))
            .Where(static path => !path.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) && !path.Replace('\\', '/').Contains("/Server/Emitted/", StringComparison.Ordinal))
            .Select(static path => new SchemaFile("Sources/" + Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path)))
            .ToList();
        // A target of the project embeds these files; here only their names are needed.
        var embedded = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ContractKit.Compiler", "Output", "Server", "Emitted"), "*.cs").Select(Path.GetFileNameWithoutExtension);
        sources.Add(new SchemaFile("Sources/EmittedText.cs", $"namespace ContractKit.Compiler.Output.Server {{ internal static class EmittedText {{ {string.Concat(embedded.Select(static name => $"public const string {name} = \"\"; "))}}} }}"));
        var lines = sources.Sum(static file => file.Text.Count(static c => c == '\n')) / 1000.0;
        foreach (var contract in new[] { true, false })
        {
            var title = FormattableString.Invariant($"{(contract ? WithContract : WithoutContract)}, 1,000 of {lines * 1000:#,##0} lines");
            if (run.Wants(title))
            {
                yield return Measure(run, title, contract ? [.. sources, .. Contract()] : sources, lines, package);
            }
        }
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        // 3, 1 and 0.1 ms for 1,000 lines on a machine on which NetAnalyzers took 14.5: the compiler's clock goes on while others use the machine, for all analyzers alike.
        yield return new Goal("all analyzers together, in terms of NetAnalyzers, with a contract", Of(WithContract), 3 / 14.5, 1 / 14.5);
        yield return new Goal("all analyzers together, in terms of NetAnalyzers, without a contract", Of(WithoutContract), 3 / 14.5, 0.1 / 14.5);

        double Of(string title) => groups.Single(group => group.Title.StartsWith(title, StringComparison.Ordinal)).Ratio(Own, NetAnalyzers);
    }

    private static ResultGroup Measure(Run run, string title, IEnumerable<SchemaFile> files, double lines, PackedContractKit package)
    {
        using var project = new BuiltProject(
            $"""
            <PropertyGroup>
              <LangVersion>14</LangVersion>
              <ImplicitUsings>disable</ImplicitUsings>
            </PropertyGroup>
            <ItemGroup>
              <PackageReference Include="ContractKit" Version="{package.Version}" />
              <PackageReference Include="Roslynator.Analyzers" Version="5.0.1" PrivateAssets="all" />
            </ItemGroup>
            """,
            files,
            package.Folder);
        using var server = new CompilerServer();
        var times = new Dictionary<string, List<double>> { [NetAnalyzers] = [], [Roslynator] = [], [Own] = [] };
        var rounds = run.Rounds(15);
        for (var round = -3; round < rounds; round++)
        {
            run.Tell(title, round + 3, rounds + 3);
            var report = project.ReportAnalyzers(server);
            if (round < 0)
            {
                continue;
            }

            times[NetAnalyzers].Add(Of(report, "Microsoft.CodeAnalysis.CSharp.NetAnalyzers") + Of(report, "Microsoft.CodeAnalysis.NetAnalyzers"));
            times[Roslynator].Add(Of(report, "Roslynator.CSharp.Analyzers"));
            times[Own].Add(Of(report, "ContractKit.Analyzers") + Of(report, "ContractKit.Generator"));
        }

        return new ResultGroup(title, "ns", [.. times.Select(entry => ResultRow.Of(entry.Key, entry.Key == Own, [.. entry.Value.Select(seconds => seconds * 1e9 / lines)]))]);
    }

    // "  0.123   12   Assembly, Version=…": an assembly's sum; "<0.001" is next to nothing. Its analyzers follow on lines of their own.
    private static double Of(string report, string assembly) => ReportLine().Matches(report)
        .Where(match => match.Groups["name"].Value == assembly)
        .Sum(static match => match.Groups["time"].Value.StartsWith('<') ? 0.0005 : double.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture));

    private static IEnumerable<SchemaFile> Contract() =>
    [
        new("contracts.json", """{ "namespace": "Acme.Jobs", "types": ["schema/job.schema.json"] }"""),
        new("schema/job.schema.json", """
            {
              "type": "object",
              "properties": { "id": { "type": "string" }, "status": { "title": "JobState", "type": "string", "enum": ["queued", "running", "done", "failed"] } },
              "required": ["id", "status"]
            }
            """),
        new("Use.cs", """
            namespace Acme.Jobs;

            internal static class Use
            {
                internal static bool IsDone(Job job) => job.Status == JobState.Done;

                internal static string Say(Job job) => job.Status.Known switch
                {
                    JobState.Queued => "waits",
                    JobState.Running => "runs",
                    JobState.Done => "is done",
                    JobState.Failed => "failed",
                    _ => "is " + job.Status.Text,
                };
            }
            """),
    ];

    [GeneratedRegex(@"^\s*(?<time><?\d+\.\d+)\s+<?\d+\s+(?<name>[\w.]+), Version=", RegexOptions.Multiline)]
    private static partial Regex ReportLine();

    private static Regex LinkedFolders { get; } = new("/Validation/(Numbers|Formats|Patterns)/");
}
