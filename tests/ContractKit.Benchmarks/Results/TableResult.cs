using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Benchmarks.Results;

/// <summary>What one run of a table measured.</summary>
/// <param name="Table">Its name on the command line.</param>
/// <param name="Machine">What it ran on, without a date or a name of the machine.</param>
/// <param name="Goals">What was aimed at, and what came of it.</param>
/// <param name="Groups">The cases that were measured against each other.</param>
internal sealed record TableResult(string Table, string Machine, IReadOnlyList<Goal> Goals, IReadOnlyList<ResultGroup> Groups);

/// <summary>Cases that were measured in one run against each other.</summary>
/// <param name="Title">What all of them do.</param>
/// <param name="Unit">The unit of their figures: ns, B, files, …</param>
/// <param name="Rows">The cases; the first is what the others are compared with.</param>
internal sealed record ResultGroup(string Title, string Unit, IReadOnlyList<ResultRow> Rows)
{
    /// <summary>The case of that name.</summary>
    public ResultRow this[string name] => Rows.Single(row => row.Name == name);

    /// <summary>The median of one case in terms of another's.</summary>
    public double Ratio(string name, string to) => this[name].Median / this[to].Median;
}

/// <summary>One case.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Own">Whether it is ContractKit's, and no rival or floor.</param>
/// <param name="Median">The median over the rounds.</param>
/// <param name="Low">The lower quartile.</param>
/// <param name="High">The upper quartile.</param>
/// <param name="Bytes">Bytes allocated by one call; null where that says nothing.</param>
/// <param name="Rounds">How many rounds.</param>
internal sealed record ResultRow(string Name, bool Own, double Median, double Low, double High, long? Bytes, int Rounds)
{
    public static ResultRow Of(string name, bool own, IReadOnlyList<double> values, long? bytes = null)
    {
        var sorted = values.Order().ToArray();
        return new ResultRow(name, own, At(0.5), At(0.25), At(0.75), bytes, sorted.Length);

        double At(double quantile)
        {
            var place = (sorted.Length - 1) * quantile;
            var below = (int)place;
            return below + 1 < sorted.Length ? sorted[below] + ((sorted[below + 1] - sorted[below]) * (place - below)) : sorted[below];
        }
    }

    /// <summary>A figure that is counted, and so has no spread.</summary>
    public static ResultRow Count(string name, bool own, double value) => new(name, own, value, value, value, null, 1);
}

/// <summary>A figure that was aimed at.</summary>
/// <param name="What">What is measured, with its unit.</param>
/// <param name="Measured">What it came to; null where it could not be measured.</param>
/// <param name="Must">What it must not exceed; null where it is only aimed at.</param>
/// <param name="Moonshot">What it should not exceed; null where nothing more is aimed at.</param>
internal sealed record Goal(string What, double? Measured, double? Must, double? Moonshot)
{
    public string Verdict => this switch
    {
        { Measured: null } => "not measured",
        _ when Measured <= Moonshot => "moonshot",
        _ when Measured <= Must => "must",
        { Must: null } => "missed",
        _ => "**missed**",
    };
}
