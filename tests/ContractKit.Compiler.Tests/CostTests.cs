using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Tests.Types;
using ContractKit.Testing;
using Xunit;

namespace ContractKit.Compiler.Tests;

/// <summary>
/// What each step allocates for one type of nine properties more. Editors run them on every edit, and unlike times these counts are the
/// same on every machine. Bounds are a tenth above what was seen; lower them when it falls.
/// </summary>
public sealed class CostTests
{
    [Fact]
    public void A_type_more_costs_each_step_what_it_did()
    {
        // A thread's buffers grow with the first large file, and are used again.
        _ = Costs(300);
        var (few, many) = (Costs(100), Costs(300));
        var costs = few.Keys.ToDictionary(static step => step, step => (many[step] - few[step]) / 200);
        Assert.True(
            costs["read"] < 4_700 && costs["link"] < 10_000 && costs["bind"] < 18_100 && costs["render"] < 27_400,
            string.Join(", ", costs.Select(static cost => string.Create(CultureInfo.InvariantCulture, $"{cost.Key} {cost.Value:0} B"))));
    }

    private static Dictionary<string, double> Costs(int types)
    {
        var costs = new Dictionary<string, double>();
        var files = Enumerable.Range(0, types).Select(static i => (Path: FormattableString.Invariant($"/app/schema/thing{i}.schema.json"), Text: NinePropertySchema.Of(i))).ToList();
        files.Add(("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/**/*.json"] }"""));
        var documents = Step("read", () => files.ConvertAll(static file => ContractCompiler.Read(file.Path, file.Text)));
        var linked = Step("link", () => ContractCompiler.Link(documents, GeneratedTypes.Newest));
        var units = linked.Units.ToList();
        var bound = Step("bind", () => units.ConvertAll(static unit => ContractCompiler.Bind(unit)));
        var contracts = bound.ConvertAll(static document => document.Contract);
        _ = Step("render", () => ContractCompiler.Group(contracts).Select(static group => ContractCompiler.Render(group)).ToList());
        return costs;

        T Step<T>(string name, Func<T> step)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var made = step();
            costs[name] = GC.GetAllocatedBytesForCurrentThread() - before;
            return made;
        }
    }
}
