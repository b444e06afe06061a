using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ContractKit.Fuzz;

/// <summary>A run: workers in processes of their own, so that one that dies is a finding and not the end.</summary>
internal static class FuzzRun
{
    public static int Run(FuzzOptions options)
    {
        Directory.CreateDirectory(options.Findings);
        var home = Path.Combine(options.Findings, "bin-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        try
        {
            Instrument(home);
            var watch = Stopwatch.StartNew();
            var tallies = Task.WhenAll(Enumerable.Range(0, options.Workers).Select(worker => Work(home, options, worker))).GetAwaiter().GetResult();
            var total = tallies.Aggregate(static (left, right) => left.Plus(right));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}: {total.Inputs:N0} inputs in {watch.Elapsed.TotalSeconds:N0} s, {total.Inputs / watch.Elapsed.TotalSeconds:N0} a second; {total}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total.Findings} findings{(total.Findings > 0 ? ", in " + options.Findings : "")}"));
            return total.Findings == 0 && total.Inputs >= options.Inputs ? 0 : 1;
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    // A copy of this program with a compiler that notes which branches it takes (SharpFuzz, as for AFL).
    private static void Instrument(string home)
    {
        Directory.CreateDirectory(home);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(home, Path.GetFileName(file)), overwrite: true);
        }

        SharpFuzz.Fuzzer.Instrument(Path.Combine(home, "ContractKit.Compiler.dll"), static type => type.StartsWith("ContractKit.Compiler.", StringComparison.Ordinal) || type.StartsWith("ContractKit.Validation.", StringComparison.Ordinal), SharpFuzz.Options.Value);
    }

    private static async Task<FuzzTally> Work(string home, FuzzOptions options, int worker)
    {
        var share = (options.Inputs / options.Workers) + (worker < options.Inputs % options.Workers ? 1 : 0);
        var tally = new FuzzTally();
        // A worker that dies is started again after the input that killed it.
        for (var start = 0; tally.Inputs < share && start < 20; start++)
        {
            string[] arguments =
            [
                Path.Combine(home, "ContractKit.Fuzz.dll"), "--worker", Text(worker), "--inputs", Text(share - tally.Inputs), "--seed", Text(options.Seed + (start * 7919)),
                "--compile", Text(options.CompileOneIn), "--findings", options.Findings,
            ];
            using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
            var before = tally;
            while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                if (FuzzTally.TryParse(line, out var now))
                {
                    tally = before.Plus(now);
                    if (worker == 0)
                    {
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worker 0: {tally.Inputs:N0} inputs; {tally}"));
                    }
                }
                else
                {
                    Console.WriteLine(line);
                }
            }

            await process.WaitForExitAsync().ConfigureAwait(false);
            if (process.ExitCode is not (0 or 1))
            {
                var last = FuzzWorker.LastInput(options.Findings, worker);
                var kept = Path.Combine(options.Findings, string.Create(CultureInfo.InvariantCulture, $"died-{options.Seed}-{worker}-{start}.txt"));
                if (File.Exists(last))
                {
                    File.Copy(last, kept, overwrite: true);
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a worker died with {process.ExitCode}: {kept}"));
                tally = tally.Plus(new FuzzTally { Inputs = 1, Findings = 1 });
            }
        }

        return tally;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
