using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace TaskStatus.Tests.Stores;

/// <summary>As much of Redis's protocol as a client that reads needs, with faults at will: it can be slow, loading, gone and back again.</summary>
internal sealed class RespServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = new();
    private readonly List<Task> _running = [];
    private TcpListener? _listener;
    private CancellationTokenSource _stop = new();

    public RespServer()
    {
        // Never listened on before the first start: a server that is down when its clients come.
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Port = ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>The keys and their texts.</summary>
    public ConcurrentDictionary<string, byte[]> Values { get; } = new();

    /// <summary>What GETRANGE is answered with in place of the value, as in <c>-LOADING Redis is loading the dataset in memory</c>.</summary>
    public string? Refusal { get; set; }

    /// <summary>Whether commands are read and never answered.</summary>
    public bool IsHung { get; set; }

    /// <summary>The most bytes that one answer has carried.</summary>
    public int LongestAnswer { get; private set; }

    public void Store(string id, string json) => Values["celery-task-meta-" + id] = Encoding.UTF8.GetBytes(json);

    public void Start()
    {
        _stop = new CancellationTokenSource();
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _running.Add(AcceptAsync(_listener, _stop.Token));
    }

    /// <summary>Gone, in the middle of whatever it does, as after SIGKILL.</summary>
    public async Task KillAsync()
    {
        await _stop.CancelAsync();
        _listener?.Stop();
        foreach (var client in _clients.Keys)
        {
            client.Dispose();
        }

        await Task.WhenAll(_running);
        _running.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _stop.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop);
                _clients[client] = true;
                _ = ServeAsync(client, stop);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Killed.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        try
        {
            var stream = client.GetStream();
            using var received = new BufferedStream(stream);
            while (await ReadCommandAsync(received, stop) is { } command)
            {
                if (IsHung)
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }

                var answer = Answer(command);
                LongestAnswer = Math.Max(LongestAnswer, answer.Length);
                await stream.WriteAsync(answer, stop);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Killed, or the client has gone.
        }
        finally
        {
            _clients.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private byte[] Answer(List<string> command) => command[0].ToUpperInvariant() switch
    {
        "GETRANGE" when Refusal is not null => Encoding.UTF8.GetBytes(Refusal + "\r\n"),
        "GETRANGE" => Bulk(Range(command[1], int.Parse(command[3], CultureInfo.InvariantCulture))),
        "PING" => "+PONG\r\n"u8.ToArray(),
        "ECHO" => Bulk(Encoding.Latin1.GetBytes(command[1])),
        "SELECT" or "CLIENT" => "+OK\r\n"u8.ToArray(),
        "INFO" => Bulk("redis_version:7.0.15\r\nrole:master\r\n"u8.ToArray()),
        _ => "-ERR unknown command\r\n"u8.ToArray(),
    };

    private byte[] Range(string key, int last) => Values.TryGetValue(key, out var value) ? value[..Math.Min(value.Length, last + 1)] : [];

    private static byte[] Bulk(byte[] value) => [.. Encoding.ASCII.GetBytes($"${value.Length}\r\n"), .. value, (byte)'\r', (byte)'\n'];

    private static async Task<List<string>?> ReadCommandAsync(Stream stream, CancellationToken stop)
    {
        if (await ReadLineAsync(stream, stop) is not { Length: > 1 } head)
        {
            return null;
        }

        var command = new List<string>();
        for (var count = int.Parse(head.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture); count > 0; count--)
        {
            var length = int.Parse((await ReadLineAsync(stream, stop))!.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
            var value = new byte[length + 2];
            await stream.ReadExactlyAsync(value, stop);
            command.Add(Encoding.Latin1.GetString(value, 0, length));
        }

        return command;
    }

    private static async Task<string?> ReadLineAsync(Stream stream, CancellationToken stop)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }
}
