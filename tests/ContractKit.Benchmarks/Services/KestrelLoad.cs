using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;

namespace ContractKit.Benchmarks.Services;

/// <summary>Sends the same request over one connection again and again, several at once, and allocates nothing itself.</summary>
internal sealed class KestrelLoad : IAsyncDisposable
{
    private const int AtOnce = 16;

    private readonly WebApplication _app;
    private readonly Socket _socket;
    private readonly byte[] _requests;
    private readonly byte[] _received = new byte[1 << 16];
    private readonly int _answerLength;

    private KestrelLoad(WebApplication app, Socket socket, byte[] request)
    {
        _app = app;
        _socket = socket;
        _requests = [.. Enumerable.Repeat(request, AtOnce).SelectMany(static one => one)];
        _socket.Send(request);

        // Dates are always as long, so are all answers.
        var first = _socket.Receive(_received);
        while (_socket.Poll(200_000, SelectMode.SelectRead))
        {
            first += _socket.Receive(_received, first, _received.Length - first, SocketFlags.None);
        }

        _answerLength = first;
        Answer = Encoding.UTF8.GetString(_received, 0, first);
    }

    /// <summary>The first answer.</summary>
    public string Answer { get; }

    /// <summary>How many requests one <see cref="Run"/> sends.</summary>
    public const int RequestsARun = AtOnce * 32;

    public static async Task<KestrelLoad> StartAsync(WebApplication app, byte[] body)
    {
        await app.StartAsync();
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(app.Urls.First()).Port);
        var head = Encoding.ASCII.GetBytes($"POST /getAnswer HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        return new KestrelLoad(app, socket, [.. head, .. body]);
    }

    public void Run()
    {
        for (var n = 0; n < RequestsARun; n += AtOnce)
        {
            _socket.Send(_requests);
            for (var left = _answerLength * AtOnce; left > 0;)
            {
                var received = _socket.Receive(_received, 0, Math.Min(left, _received.Length), SocketFlags.None);
                left = received > 0 ? left - received : throw new InvalidOperationException("The server has closed the connection.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _app.DisposeAsync();
    }
}
