using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ContractKit.Benchmarks.Measuring;

/// <summary>
/// A clock that only goes while one of us works, in nanoseconds: on a machine that others use too, time on the wall measures the others. Where the
/// operating system has none (it is Linux that is asked), the wall's clock stands in.
/// </summary>
internal sealed class CpuClock
{
    private readonly int _id;

    private CpuClock(int id) => _id = id;

    /// <summary>CPU time of the calling thread.</summary>
    public static CpuClock Thread { get; } = new(3);

    /// <summary>CPU time of all threads of this process.</summary>
    public static CpuClock Process { get; } = new(2);

    /// <summary>Nanoseconds since some moment.</summary>
    public long Now() => OperatingSystem.IsLinux() && GetTime(_id, out var time) == 0
        ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
        : (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out Moment time);

    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
