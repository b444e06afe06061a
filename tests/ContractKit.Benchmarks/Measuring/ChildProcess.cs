using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ContractKit.Benchmarks.Measuring;

/// <summary>Runs a program to its end and tells what CPU time it took, its own children included.</summary>
internal static class ChildProcess
{
    private const int Children = -1;

    /// <summary>The CPU time in nanoseconds.</summary>
    /// <exception cref="InvalidOperationException">The program failed; the message has what it printed.</exception>
    public static double Run(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        Run(folder, program, arguments, out _, environment);

    /// <summary>The CPU time in nanoseconds, and what was printed.</summary>
    /// <exception cref="InvalidOperationException">The program failed; the message has what it printed.</exception>
    public static double Run(string folder, string program, IEnumerable<string> arguments, out string output, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var before = CpuTime();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = OperatingSystem.IsLinux() ? CpuTime() - before : clock.Elapsed.TotalNanoseconds;
        return process.ExitCode == 0
            ? time
            : throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} exits with {process.ExitCode}:\n{output}\n{error.Result}");
    }

    // What children that have ended took. There is one child at a time.
    private static double CpuTime()
    {
        var usage = new Usage();
        return OperatingSystem.IsLinux() && GetUsage(Children, ref usage) == 0
            ? ((usage.UserSeconds + usage.SystemSeconds) * 1e9) + ((usage.UserMicroseconds + usage.SystemMicroseconds) * 1e3)
            : 0;
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, ref Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 18 * sizeof(long))]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
