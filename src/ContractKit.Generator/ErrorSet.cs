using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Generator;

/// <summary>The errors among some problems, each once and by their places. Warnings and infos are the analyzer's.</summary>
internal sealed record ErrorSet
{
    private static readonly ErrorSet s_none = new(EquatableArray<Problem>.Empty);

    public ErrorSet(EquatableArray<Problem> problems) => Problems = problems.IsEmpty
        ? problems
        : problems.Where(static problem => problem.Rule.Severity == ProblemSeverity.Error).Distinct().OrderBy(static problem => problem).ToEquatableArray();

    public EquatableArray<Problem> Problems { get; }

    /// <summary>All errors of many sets.</summary>
    public static Value<ErrorSet> Collect(Values<ErrorSet> sets) => sets.Where(static set => !set.Problems.IsEmpty).Collect(static (all, _) => Of(all));

    /// <summary>The errors of both.</summary>
    public ErrorSet With(ErrorSet other) => other.Problems.IsEmpty ? this : Problems.IsEmpty ? other : new ErrorSet(Problems.Concat(other.Problems).ToEquatableArray());

    private static ErrorSet Of(IReadOnlyList<ErrorSet> sets) =>
        sets.Count == 0 ? s_none : new ErrorSet(sets.SelectMany(static set => set.Problems).ToEquatableArray());
}
