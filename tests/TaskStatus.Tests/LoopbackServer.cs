using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace TaskStatus.Tests;

/// <summary>A server of raw bytes: each connection is answered by a script, which may break every rule of HTTP.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, int, CancellationToken, Task> _answer;
    private readonly Task _running;
    private int _requests;

    private LoopbackServer(Func<NetworkStream, int, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>How many requests have come.</summary>
    public int Requests => _requests;

    /// <summary>The requests as they came.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>Answers every request with the same bytes, and closes.</summary>
    public static LoopbackServer Of(string response) => Of(_ => response);

    /// <summary>Answers each request with the bytes for its number, from 0, and closes.</summary>
    public static LoopbackServer Of(Func<int, string> response) =>
        new((stream, number, stop) => stream.WriteAsync(Encoding.Latin1.GetBytes(response(number)), stop).AsTask());

    /// <summary>Answers with a script.</summary>
    public static LoopbackServer Of(Func<NetworkStream, int, CancellationToken, Task> script) => new(script);

    /// <summary>A whole JSON answer.</summary>
    public static string Json(string body, int status = 200, string headers = "") =>
        $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {Encoding.Latin1.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                Received.Enqueue(await ReadRequestAsync(stream));
                await _answer(stream, Interlocked.Increment(ref _requests) - 1, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            var request = text.ToString();
            var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0)
            {
                return request;
            }

            if (end >= 0)
            {
                var at = request.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
                var length = at < 0 ? 0 : int.Parse(request[(at + 16)..request.IndexOf('\r', at)], System.Globalization.CultureInfo.InvariantCulture);
                if (request.Length >= end + 4 + length)
                {
                    return request;
                }
            }
        }
    }
}
