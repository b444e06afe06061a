using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;

namespace ContractKit.Benchmarks;

/// <summary>
/// Measures cases against each other on a machine that others use too: in every round each case runs once, in another order, on the clock of this
/// thread's CPU time; what is told is the median over the rounds, its quartiles, and the ratio to the first case.
/// </summary>
internal sealed class Interleaved(string title)
{
    private readonly List<(string Name, Action Run)> _cases = [];

    public Interleaved Add(string name, Action run)
    {
        _cases.Add((name, run));
        return this;
    }

    /// <summary>Runs the cases and tells what they took.</summary>
    /// <returns>The medians, in nanoseconds.</returns>
    public double[] Run(int rounds = 25, double millisecondsARound = 4)
    {
        var counts = _cases.Select(c => Calibrate(c.Run, millisecondsARound)).ToArray();
        var times = _cases.Select(_ => new List<double>()).ToArray();
        var bytes = new long[_cases.Count];
        var order = Enumerable.Range(0, _cases.Count).ToArray();
        var random = new Random(1);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var run = _cases[i].Run;
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var started = Now();
                for (var n = counts[i]; n > 0; n--)
                {
                    run();
                }

                times[i].Add((Now() - started) / (double)counts[i]);
                bytes[i] = (GC.GetAllocatedBytesForCurrentThread() - allocated) / counts[i];
            }
        }

        Console.WriteLine($"{title}");
        var first = Quantile(times[0], 0.5);
        for (var i = 0; i < _cases.Count; i++)
        {
            var median = Quantile(times[i], 0.5);
            var spread = (Quantile(times[i], 0.75) - Quantile(times[i], 0.25)) / median;
            Console.WriteLine(FormattableString.Invariant($"  {_cases[i].Name,-34} {median,12:F0} ns  ±{spread / 2,4:P0}  {bytes[i],9} B  {median / first,6:F2}"));
        }

        return [.. times.Select(static values => Quantile(values, 0.5))];
    }

    private static int Calibrate(Action run, double milliseconds)
    {
        // Long enough for the last tier of the JIT.
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed.TotalMilliseconds < 400 || (count < 200 && clock.Elapsed.TotalSeconds < 3))
        {
            run();
            count++;
        }

        clock.Restart();
        var tries = Math.Min(50, count);
        for (var i = 0; i < tries; i++)
        {
            run();
        }

        return Math.Max(1, (int)(milliseconds / (clock.Elapsed.TotalMilliseconds / tries)));
    }

    private static double Quantile(List<double> values, double at)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)((sorted.Length - 1) * at)];
    }

    private static long Now()
    {
        if (OperatingSystem.IsLinux() && GetTime(3, out var time) == 0)
        {
            return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
        }

        return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
