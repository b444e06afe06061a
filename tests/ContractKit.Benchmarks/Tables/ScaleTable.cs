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
    private static readonly int[] s_sizes = [10, 100, 1000, 5000];

    public override string Name => "scale";

    public override string Title => "From 10 to 5,000 types";

    public override string Description =>
        "Types of nine properties, a document each. Generating is the first run in Roslyn's driver, with the parsing of what was made; compiling is Roslyn's parsing, "
        + "binding and emitting of the same text; both in one thread of a warm process. The ratio is to ten types: where a type costs the same at every size, it is that of the sizes.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        var projects = s_sizes.Select(static types => (Name: Row(types), Project: new EditedProject(new ContractGenerator(), NineProperties.Documents(types)))).ToList();
        var generating = new Interleaved(Generating);
        foreach (var (name, project) in projects)
        {
            generating.Add(name, project.Open, project.Run, own: true);
        }

        yield return generating.Measure(run, rounds: 7);
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
        foreach (var group in groups.Where(static group => group.Unit == "ns"))
        {
            yield return new Goal(group.Title + ", a type of 5,000 in terms of one of 1,000", group[Row(5000)].Median / 5 / group[Row(1000)].Median, 1.15, null);
        }
    }

    private static string Row(int types) => FormattableString.Invariant($"{types:#,##0} types");
}
