using System;
using System.ComponentModel;
using System.Diagnostics;

namespace TaskStatus.Tests.Stores;

/// <summary>A test that needs Debian's redis-server. Without it the test is left out, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealRedisFactAttribute : FactAttribute
{
    private static readonly bool s_isThere = Machine.Has("redis-server", "--version");

    public RealRedisFactAttribute() => Skip = s_isThere ? null : "redis-server is not installed: what a real Redis does was left out (apt-get install redis-server).";
}

/// <summary>A test that needs Debian's redis-server and python3-celery. Without them the test is left out, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealCeleryFactAttribute : FactAttribute
{
    // Debian's own python3: another one may come first on PATH.
    internal const string Python = "/usr/bin/python3";

    private static readonly bool s_isThere = Machine.Has("redis-server", "--version") && Machine.Has(Python, "-c", "import celery, redis");

    public RealCeleryFactAttribute() => Skip = s_isThere
        ? null
        : "redis-server, python3-celery or python3-redis is not installed: what the real Celery stores, and tests/celery/run, were left out (apt-get install redis-server python3-celery python3-redis).";
}

/// <summary>What this machine has.</summary>
file static class Machine
{
    public static bool Has(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
