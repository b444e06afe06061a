using System;
using System.Globalization;
using System.Linq;

namespace ContractKit.Fuzz;

/// <summary>What has been done and found.</summary>
internal sealed record FuzzTally
{
    /// <summary>Inputs tried.</summary>
    public long Inputs { get; init; }

    /// <summary>Of them, those without an error of the compiler's own.</summary>
    public long Accepted { get; init; }

    /// <summary>C# files parsed; a text that was parsed before counts once.</summary>
    public long Parsed { get; init; }

    /// <summary>Inputs whose code was compiled.</summary>
    public long Compiled { get; init; }

    /// <summary>Inputs that were kept to change further, since they took branches that none had taken.</summary>
    public long Kept { get; init; }

    /// <summary>Branches taken.</summary>
    public long Branches { get; init; }

    /// <summary>The longest time that one input took, in milliseconds.</summary>
    public long Slowest { get; init; }

    /// <summary>The most that the process held, in MB.</summary>
    public long Memory { get; init; }

    /// <summary>Inputs that failed.</summary>
    public long Findings { get; init; }

    private long[] Fields => [Inputs, Accepted, Parsed, Compiled, Kept, Branches, Slowest, Memory, Findings];

    public FuzzTally Plus(FuzzTally other) => new()
    {
        Inputs = Inputs + other.Inputs,
        Accepted = Accepted + other.Accepted,
        Parsed = Parsed + other.Parsed,
        Compiled = Compiled + other.Compiled,
        Kept = Kept + other.Kept,
        Branches = Math.Max(Branches, other.Branches),
        Slowest = Math.Max(Slowest, other.Slowest),
        Memory = Math.Max(Memory, other.Memory),
        Findings = Findings + other.Findings,
    };

    /// <summary>As one line, for the process that counts.</summary>
    public string ToLine() => "TALLY " + string.Join(' ', Fields.Select(static field => field.ToString(CultureInfo.InvariantCulture)));

    public static bool TryParse(string line, out FuzzTally tally)
    {
        tally = new FuzzTally();
        if (!line.StartsWith("TALLY ", StringComparison.Ordinal))
        {
            return false;
        }

        var n = line.Split(' ').Skip(1).Select(static field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        tally = new FuzzTally { Inputs = n[0], Accepted = n[1], Parsed = n[2], Compiled = n[3], Kept = n[4], Branches = n[5], Slowest = n[6], Memory = n[7], Findings = n[8] };
        return true;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Accepted:N0} accepted, {Parsed:N0} C# files parsed, {Compiled:N0} inputs compiled, {Branches:N0} branches, {Kept:N0} kept, slowest {Slowest} ms, {Memory} MB at most, {Findings} findings");
}
