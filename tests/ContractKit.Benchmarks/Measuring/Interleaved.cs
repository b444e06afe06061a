using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using ContractKit.Benchmarks.Results;

namespace ContractKit.Benchmarks.Measuring;

/// <summary>
/// Measures cases against each other on a machine that others use too: in every round each case runs once, in another order, on a CPU clock; what is
/// told is the median over the rounds, its quartiles, and the ratio to the first case. The README says why this stands beside BenchmarkDotNet.
/// </summary>
internal sealed class Interleaved(string title, CpuClock? clock = null)
{
    private readonly CpuClock _clock = clock ?? CpuClock.Thread;
    private readonly List<Case> _cases = [];

    /// <summary>Adds a case; the first is what the others are compared with.</summary>
    public Interleaved Add(string name, Action run, bool own = false)
    {
        _cases.Add(new Case(name, own, null, run, null));
        return this;
    }

    /// <summary>Adds a case that needs something made ready before each call, which is not measured.</summary>
    public Interleaved Add(string name, Action prepare, Action run, bool own = false)
    {
        _cases.Add(new Case(name, own, prepare, run, null));
        return this;
    }

    /// <summary>Adds a case that tells itself how many nanoseconds it took, such as another process; it has one call a round.</summary>
    public Interleaved AddMeasured(string name, Func<double> run, bool own = false)
    {
        _cases.Add(new Case(name, own, null, static () => { }, run));
        return this;
    }

    /// <summary>Runs the cases.</summary>
    /// <param name="run">How.</param>
    /// <param name="rounds">How often each case has its turn.</param>
    /// <param name="millisecondsARound">How long a turn should take; a case that takes longer is called once.</param>
    /// <param name="warmUp">For how long each case is called before it counts: long enough for the last tier of the JIT.</param>
    public ResultGroup Measure(Run run, int rounds = 25, double millisecondsARound = 4, int warmUp = 400)
    {
        rounds = run.Rounds(rounds);
        var counts = new int[_cases.Count];
        for (var pass = 0; pass < (run.IsQuick ? 1 : 2); pass++)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                run.Tell($"{title}: warming up", i, counts.Length);
                counts[i] = _cases[i].Measured is not null ? 1 : Calibrate(_cases[i], millisecondsARound, run.IsQuick ? warmUp / 4 : warmUp);
            }

            // The JIT takes code to its last tier when no new code has been met for a tenth of a second. Without the pause the first case of a process stayed in the one before (seen: 446 ns in place of 180).
            Thread.Sleep(warmUp);
        }

        run.Tell($"{title}: warming up", counts.Length, counts.Length);
        var times = _cases.Select(_ => new List<double>()).ToArray();
        var bytes = new long[_cases.Count];
        var order = Enumerable.Range(0, _cases.Count).ToArray();
        var random = new Random(1);
        for (var round = 0; round < rounds; round++)
        {
            run.Tell($"{title}: round", round, rounds);
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (time, allocated) = Time(_cases[i], counts[i]);
                times[i].Add(time);
                bytes[i] = allocated;
            }
        }

        run.Tell($"{title}: round", rounds, rounds);
        return new ResultGroup(title, "ns", [.. _cases.Select((c, i) => ResultRow.Of(c.Name, c.Own, times[i], c.Measured is null ? bytes[i] : null))]);
    }

    private (double Time, long Bytes) Time(Case tried, int count)
    {
        if (tried.Measured is { } measured)
        {
            return (measured(), 0);
        }

        if (tried.Prepare is null)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = _clock.Now();
            for (var n = count; n > 0; n--)
            {
                tried.Run();
            }

            return ((_clock.Now() - started) / (double)count, (GC.GetAllocatedBytesForCurrentThread() - before) / count);
        }

        var time = 0L;
        var bytes = 0L;
        for (var n = count; n > 0; n--)
        {
            tried.Prepare();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = _clock.Now();
            tried.Run();
            time += _clock.Now() - started;
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (time / (double)count, bytes / count);
    }

    private int Calibrate(Case tried, double milliseconds, int warmUp)
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed.TotalMilliseconds < warmUp || (count < 200 && clock.Elapsed.TotalMilliseconds < warmUp * 7))
        {
            Time(tried, 1);
            count++;
        }

        var tries = Math.Min(50, count);
        var once = Time(tried, tries).Time / 1e6;
        return Math.Max(1, (int)(milliseconds / once));
    }

    private sealed record Case(string Name, bool Own, Action? Prepare, Action Run, Func<double>? Measured);
}
