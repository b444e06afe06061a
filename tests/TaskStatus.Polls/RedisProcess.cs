using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace TaskStatus.Polls;

/// <summary>Debian's redis-server on a free port of this machine, which keeps on disk what it has acknowledged.</summary>
internal sealed class RedisProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("task-status-redis-").FullName;
    private Process? _process;

    private RedisProcess()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Port = ((IPEndPoint)free.LocalEndpoint).Port;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The process.</summary>
    public int ProcessId => _process!.Id;

    /// <summary>A new server; null where redis-server is not installed.</summary>
    public static RedisProcess? TryCreate()
    {
        var redis = new RedisProcess();
        try
        {
            redis.Start();
            return redis;
        }
        catch (Win32Exception)
        {
            redis.Dispose();
            return null;
        }
    }

    /// <summary>Starts it, or starts it again.</summary>
    public void Start() => _process = Process.Start(new ProcessStartInfo("redis-server")
    {
        // Before it answers, a write is on disk: what was acknowledged, and what somebody has read, survives SIGKILL.
        ArgumentList = { "--port", $"{Port}", "--bind", "127.0.0.1", "--dir", _folder, "--save", "", "--appendonly", "yes", "--appendfsync", "always", "--logfile", Path.Combine(_folder, "redis.log") },
    });

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill();
            running.WaitForExit();
        }
    }

    /// <summary>Waits until somebody can connect.</summary>
    public async Task ListeningAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Kill();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
