using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace ContractKit.Fuzz;

/// <summary>What a run is told on the command line.</summary>
internal sealed record FuzzOptions(long Inputs, int Seed, int Workers, int CompileOneIn, string Findings, int Worker)
{
    public const string Usage = """
        Throws broken and hostile contracts at the compiler: Read, Bind, Render, then the C# parser, and for a share the C# compiler.
          --inputs N       how many inputs, over all workers (10000)
          --seed N         where the chance starts (1)
          --workers N      processes (the processor's cores)
          --compile N      one input in N is compiled as well (500)
          --findings PATH  where inputs that fail are written (a folder under the temporary one)
          --replay FILE    one input that was written there, alone
        The exit code is 0 when nothing was found, 1 when something was, 2 for a wrong command line.
        """;

    public static FuzzOptions? Parse(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            values[args[i]] = args[i + 1];
        }

        if (args.Length % 2 != 0)
        {
            return null;
        }

        long Number(string name, long otherwise) =>
            values.Remove(name, out var text) ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1 : otherwise;

        var options = new FuzzOptions(
            Number("--inputs", 10_000),
            (int)Number("--seed", 1),
            (int)Number("--workers", Environment.ProcessorCount),
            (int)Number("--compile", 500),
            values.Remove("--findings", out var folder) ? Path.GetFullPath(folder) : Path.Combine(Path.GetTempPath(), "contractkit-fuzz"),
            values.ContainsKey("--worker") ? (int)Number("--worker", -1) : -1);
        return values.Count > 0 || options.Inputs < 1 || options.Seed < 0 || options.Workers < 1 || options.CompileOneIn < 1 ? null : options;
    }
}
