using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace ContractKit.Benchmarks.Measuring;

/// <summary>A compiler server (VBCSCompiler) of our own: other builds on the machine neither warm it up nor are slowed down by it. It starts with the first build that names it.</summary>
internal sealed class CompilerServer : IDisposable
{
    // The kernel counts processes' time in hundredths of a second for all programs that it shows it to.
    private const double NanosecondsATick = 1e7;

    private readonly string _name = "contractkit-benchmark-" + Guid.NewGuid().ToString("N");

    /// <summary>What makes a build use this server, whatever the environment says of compiler servers.</summary>
    public IEnumerable<string> Arguments => ["-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + _name];

    /// <summary>CPU time of the server so far in nanoseconds; 0 before it has started, and where there is no <c>/proc</c>.</summary>
    public double CpuTime()
    {
        if (Find() is not { } process)
        {
            return 0;
        }

        // The name of the program stands in parentheses and may hold spaces; user and system time are the 12th and 13th field behind it.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], System.Globalization.CultureInfo.InvariantCulture) + double.Parse(fields[12], System.Globalization.CultureInfo.InvariantCulture)) * NanosecondsATick;
    }

    public void Dispose()
    {
        if (Find() is { } process)
        {
            using var server = Process.GetProcessById(process);
            server.Kill();
        }
    }

    private int? Find() => Directory.Exists("/proc")
        ? Directory.EnumerateDirectories("/proc").Select(static folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : (int?)null)
            .FirstOrDefault(id => id is not null && id != Environment.ProcessId && IsServer(id.Value))
        : null;

    private bool IsServer(int process)
    {
        try
        {
            var arguments = File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
            return arguments.Any(argument => argument.Contains("pipename:" + _name, StringComparison.Ordinal));
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
