using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using BenchmarkDotNet.Running;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Results;
using ContractKit.Benchmarks.Tables;

Table[] tables =
[
    new AnswersTable(),
    new ValidateTable(),
    new WordsTable(),
    new CorporaTable(),
    new ServerTable(),
    new ClientTable(),
    new GeneratorTable(),
    new ScaleTable(),
    new TextTable(),
    new BuildTable(),
    new AnalyzersTable(),
];

var quick = new Option<bool>("--quick") { Description = "A few rounds, to see that it works; nothing is recorded.", Recursive = true };
var only = new Option<string?>("--only") { Description = "Measures the groups with this in their name, or called so where it starts with =, and renews those of a table on record.", HelpName = "text", Recursive = true };
var command = new RootCommand("Measures ContractKit beside its rivals: one command a table. A full run writes results/<table>.json, draws results/<table>.svg, and renews the table in README.md.")
{
    quick,
    only,
};

foreach (var table in tables)
{
    var one = new Command(table.Name, table.Title + ".");
    if (table.BenchmarkDotNet is { } benchmarks)
    {
        var dotNet = new Option<bool>("--bdn") { Description = "The same inner loops by BenchmarkDotNet, a process a case; what follows a second -- is passed to it." };
        var rest = new Argument<string[]>("arguments") { Arity = ArgumentArity.ZeroOrMore, Description = "BenchmarkDotNet's own, with --bdn." };
        one.Add(dotNet);
        one.Add(rest);
        one.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(dotNet))
            {
                var given = parsed.GetValue(rest) ?? [];
                BenchmarkSwitcher.FromTypes([benchmarks]).Run(given.Any(static argument => argument is "--filter" or "-f") ? given : ["--filter", "*", .. given]);
            }
            else
            {
                Measure([table], parsed, cancellation);
            }

            return System.Threading.Tasks.Task.FromResult(0);
        });
    }
    else
    {
        one.SetAction((parsed, cancellation) => Start(() => Measure([table], parsed, cancellation)));
    }

    command.Add(one);
}

var all = new Command("all", "Every table, one after the other.");
all.SetAction((parsed, cancellation) => Start(() => Measure(tables, parsed, cancellation)));
command.Add(all);

var show = new Command("show", "Renews README.md and the charts from the results on record, without measuring.");
show.SetAction(_ =>
{
    foreach (var table in tables)
    {
        if (Record.Load(table.Name) is { } result)
        {
            Record.Show(table, result with { Goals = [.. table.Goals(result.Groups)] });
        }
    }
});
command.Add(show);
return await command.Parse(args).InvokeAsync();

static System.Threading.Tasks.Task<int> Start(Action measure)
{
    measure();
    return System.Threading.Tasks.Task.FromResult(0);
}

void Measure(IEnumerable<Table> chosen, ParseResult parsed, CancellationToken cancellation)
{
    var run = new Run(parsed.GetValue(quick), parsed.GetValue(only), cancellation);
    foreach (var table in chosen)
    {
        var groups = new List<ResultGroup>();
        foreach (var group in table.Measure(run))
        {
            groups.Add(group);
            Tell(group);
        }

        if (run.Only is not null)
        {
            if (run.IsQuick || groups.Count == 0 || Record.Load(table.Name) is not { } recorded)
            {
                continue;
            }

            // Each group has its rivals in it, so that one can be measured anew for itself; it stays in its place.
            groups = [.. recorded.Groups.Select(old => groups.Find(group => group.Title == old.Title) ?? old), .. groups.Where(group => recorded.Groups.All(old => old.Title != group.Title))];
        }

        var result = new TableResult(table.Name, Machine.Describe(), [.. table.Goals(groups)], groups);
        foreach (var goal in result.Goals)
        {
            Console.WriteLine($"{goal.What}: {(goal.Measured is { } measured ? Figure.Short(measured) : "–")} (must {(goal.Must is { } must ? Figure.Short(must) : "–")}, moonshot {goal.Moonshot?.ToString() ?? "–"}): {goal.Verdict.Trim('*')}");
        }

        if (!run.IsQuick)
        {
            Record.Save(result);
            Record.Show(table, result);
        }
    }
}

static void Tell(ResultGroup group)
{
    Console.WriteLine(group.Title);
    foreach (var row in group.Rows)
    {
        Console.WriteLine($"  {row.Name,-40} {Figure.Of(row.Median, group.Unit),12} {Figure.Spread(row),7} {(row.Bytes is { } bytes ? Figure.Of(bytes, "B") : ""),12} {(group.Rows[0].Median > 0 ? Figure.Short(row.Median / group.Rows[0].Median) : ""),8}");
    }
}
