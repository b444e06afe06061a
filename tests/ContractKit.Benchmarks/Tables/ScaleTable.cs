using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Projects;
using ContractKit.Benchmarks.Results;
using ContractKit.Generator;

namespace ContractKit.Benchmarks.Tables;

/// <summary>What contracts of any size cost: making the code, compiling it, and how much of it there is.</summary>
internal sealed class ScaleTable : Table
{
    private const string Generating = "generating";
    private const string Compiling = "compiling";
    private const string FiveTimes1000 = "five projects of 1,000 types";
    private static readonly int[] s_sizes = [10, 100, 1000, 5000];

    public override string Name => "scale";

    public override string Title => "From 10 to 5,000 types";

    public override string Description =>
        "Types of nine properties, a document each. Generating is the first run in Roslyn's driver, which parses what was made when somebody asks for it; compiling is Roslyn's parsing, "
        + "binding and emitting of the same text; both in one thread of a warm process. The ratio is to ten types: where a type costs the same at every size, it is that of the sizes. "
        + "A run of 1,000 allocates less than the garbage collector waits for, and may pay for a collection or not; five of them one after the other pay for as many as one of 5,000.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        var projects = s_sizes.Select(static types => (Name: Row(types), Project: new EditedProject(new ContractGenerator(), NineProperties.Documents(types)))).ToList();
        yield return MeasureGenerating(run, projects);
        var compiling = new Interleaved(Compiling);
        var lines = new List<ResultRow>();
        foreach (var (name, project) in projects)
        {
            var texts = project.Sources.Select(static source => source.SourceText.ToString()).ToList();
            compiling.Add(name, () => TextTable.Compile(texts), own: true);
            lines.Add(ResultRow.Count(name, true, texts.Sum(static text => (double)text.Count(static c => c == '\n'))));
        }

        yield return new ResultGroup("generated", "lines", lines);
        yield return compiling.Measure(run, rounds: 3);
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        yield return new Goal("generating, 5,000 types in one project in terms of five projects of 1,000", groups.Single(static group => group.Title == Generating).Ratio(Row(5000), FiveTimes1000), 1.15, null);
        var compiling = groups.Single(static group => group.Title == Compiling);
        yield return new Goal("compiling, a type of 5,000 in terms of one of 1,000", compiling[Row(5000)].Median / 5 / compiling[Row(1000)].Median, 1.15, null);
    }

    private static ResultGroup MeasureGenerating(Run run, IReadOnlyList<(string Name, EditedProject Project)> projects)
    {
        var generating = new Interleaved(Generating);
        foreach (var (name, project) in projects)
        {
            generating.Add(name, project.Open, project.Run, own: true);
        }

        var five = new ProjectsInTurn(5, 1000);
        return generating.Add(FiveTimes1000, five.Open, five.Run, own: true).Measure(run, rounds: 15);
    }

    private static string Row(int types) => FormattableString.Invariant($"{types:#,##0} types");
}
