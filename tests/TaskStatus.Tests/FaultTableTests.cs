using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;
using Xunit.Abstractions;

namespace TaskStatus.Tests;

/// <summary>Every fault on the wire that we know, and what the caller saw of it: printed as a table, and held to what is expected.</summary>
public sealed class FaultTableTests(ITestOutputHelper output)
{
    private const string Token = "secret-token-4711";
    private const string Pending = """{"status":"PENDING"}""";
    private const string Head = "HTTP/1.1 200 X\r\nContent-Type: application/json\r\n";

    [Fact]
    public async Task No_fault_hangs_leaks_the_token_or_loses_the_answer()
    {
        var failures = new List<string>();
        var table = new StringBuilder("| fault | what the caller saw | ms |\n|---|---|--:|\n");
        var faults = Faults().ToList();
        foreach (var fault in faults)
        {
            var clock = Stopwatch.StartNew();
            var saw = await SeeAsync(fault);
            table.Append(CultureInfo.InvariantCulture, $"| {fault.Name} | {saw.Text.Replace('|', '/')} | {clock.ElapsedMilliseconds} |\n");
            if (!saw.Text.StartsWith(fault.Expected, StringComparison.Ordinal))
            {
                failures.Add($"{fault.Name}: expected {fault.Expected}, saw {saw.Text}");
            }

            if (saw.All.Contains(Token, StringComparison.Ordinal))
            {
                failures.Add(fault.Name + ": the token stands in what the caller was told");
            }

            if (saw.IsLeaked)
            {
                failures.Add(fault.Name + ": the token was shown to another host");
            }
        }

        output.WriteLine(faults.Count + " faults\n" + table);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static IEnumerable<Fault> Faults()
    {
        foreach (var row in FaultTests.Unexpected)
        {
            yield return Of((string)row[0], (string)row[1], "UnexpectedResponseException " + row[2]);
        }

        yield return Of("closed without a byte", "", "HttpRequestException");
        yield return Of("closed in the status line", "HTTP/1.1 200", "HttpRequestException");
        yield return Of("a status that is no number", "HTTP/1.1 abc X\r\n\r\n", "HttpRequestException");
        yield return Of("not HTTP at all", "not HTTP at all\r\n\r\n", "HttpRequestException");
        yield return Of("closed in a header", Head + "Content-Le", "HttpRequestException");
        yield return Of("an HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HttpRequestException");
        yield return Of("headers of 1 MB", Head + "X-Bomb: " + new string('a', 1 << 20) + "\r\n\r\n", "HttpRequestException");
        yield return Of("100,000 headers", Head + string.Concat(Enumerable.Range(0, 100_000).Select(n => "X-" + n + ": a\r\n")) + "\r\n", "HttpRequestException");
        yield return Of("a header without a colon", Head + "nonsense\r\nContent-Length: 20\r\n\r\n" + Pending, "HttpRequestException");
        yield return Of("a NUL in a header", Head + "X-Nul: a\0b\r\nContent-Length: 20\r\n\r\n" + Pending, "Ok PENDING");
        yield return Of("two lengths that differ", Head + "Content-Length: 20\r\nContent-Length: 5\r\n\r\n" + Pending, "Ok PENDING");
        yield return Of("the same length twice", Head + "Content-Length: 20\r\nContent-Length: 20\r\n\r\n" + Pending, "Ok PENDING");
        yield return Of("a length below zero", Head + "Content-Length: -1\r\n\r\n" + Pending, "Ok PENDING");
        yield return Of("a length beyond 64 bits", Head + "Content-Length: 99999999999999999999\r\n\r\n" + Pending, "Ok PENDING");
        yield return Of("chunks and a length", Head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n" + Pending + "\r\n0\r\n\r\n", "Ok PENDING");
        yield return Of("chunks with trailers", Head + "Transfer-Encoding: chunked\r\n\r\n14\r\n" + Pending + "\r\n0\r\nX-Late: 1\r\n\r\n", "Ok PENDING");
        yield return Of("a chunk larger than 64 bits", Head + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n" + Pending, "UnexpectedResponseException 200");
        yield return Of("100 Continue before the answer", "HTTP/1.1 100 Continue\r\n\r\n" + LoopbackServer.Json(Pending), "Ok PENDING");
        yield return Of("103 Early Hints before the answer", "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n" + LoopbackServer.Json(Pending), "Ok PENDING");
        yield return Of("garbage after the answer", Head + "Content-Length: 20\r\n\r\n" + Pending + "HTTP/1.1 200 X\r\n<garbage>", "Ok PENDING");
        yield return Of("HTTP/1.0", "HTTP/1.0 200 X\r\nContent-Type: application/json\r\n\r\n" + Pending, "Ok PENDING");
        yield return Of("invalid UTF-8 in a string", LoopbackServer.Json("{\"status\":\"PENDING\",\"error\":\"\u00ff\"}"), "UnexpectedResponseException 200");
        yield return Of("206 Partial Content", LoopbackServer.Json(Pending, 206), "UnexpectedResponseException 206");
        yield return Of("304 Not Modified", "HTTP/1.1 304 X\r\n\r\n", "UnexpectedResponseException 304");
        yield return Of("401 with a challenge", "HTTP/1.1 401 X\r\nWWW-Authenticate: Bearer\r\nContent-Length: 0\r\n\r\n", "UnexpectedResponseException 401");
        yield return Of("429 with Retry-After in seconds", LoopbackServer.Json("{}", 429, "Retry-After: 7\r\n"), "UnexpectedResponseException 429");
        yield return Of("503 with Retry-After as a date", LoopbackServer.Json("{}", 503, "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT\r\n"), "UnexpectedResponseException 503");
        yield return Of("gzip that is none", Head + "Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\n" + Pending, "UnexpectedResponseException 200");
        yield return Of("gzip that is cut off", Head + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + Encoding.Latin1.GetString(Gzip(Encoding.UTF8.GetBytes(Pending))[..20]), "UnexpectedResponseException 200");
        yield return Of("a gzip bomb of 64 MB", Head + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + Encoding.Latin1.GetString(Gzip(new byte[64 << 20])), "UnexpectedResponseException 200");
        yield return Of("an encoding that nobody knows", Head + "Content-Encoding: zip9\r\nContent-Length: 20\r\n\r\n" + Encoding.Latin1.GetString(Gzip([1])), "UnexpectedResponseException 200");
        yield return Of("a redirect in a circle", "HTTP/1.1 307 X\r\nLocation: /getImage\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "UnexpectedResponseException 307");
        yield return Of("a redirect to an address with a password", "HTTP/1.1 307 X\r\nLocation: http://u:p@127.0.0.1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "UnexpectedResponseException 307");
        yield return new Fault("a redirect to another host", "Ok PENDING", null) { Redirects = true };
        yield return new Fault("a reset after the request", "HttpRequestException", (stream, _, _) =>
        {
            Reset(stream);
            return Task.CompletedTask;
        });
        yield return new Fault("a reset in the body", "UnexpectedResponseException 200", async (stream, _, stop) =>
        {
            await stream.WriteAsync(Bytes(Head + "Content-Length: 1000\r\n\r\n{"), stop);
            await Task.Delay(100, stop);
            Reset(stream);
        });
        yield return new Fault("no answer", "TaskCanceledException", (_, _, stop) => Task.Delay(Timeout.Infinite, stop)) { Times = true };
        yield return new Fault("headers that trickle", "TaskCanceledException", (stream, _, stop) => TrickleAsync(stream, "HTTP/1.1 200 X\r\nX-Slow: ", stop)) { Times = true };
        yield return new Fault("a body that trickles", "TaskCanceledException", (stream, _, stop) => TrickleAsync(stream, Head + "Content-Length: 100000\r\n\r\n", stop)) { Times = true };
        yield return new Fault("100 Continue without end", "TaskCanceledException", async (stream, _, stop) =>
        {
            while (!stop.IsCancellationRequested)
            {
                await stream.WriteAsync(Bytes("HTTP/1.1 100 Continue\r\n\r\n"), stop);
                await Task.Delay(20, stop);
            }
        }) { Times = true };
        yield return new Fault("a server that waits for HTTP at an https address", "TaskCanceledException", (_, _, _) => Task.CompletedTask) { Scheme = "https", Times = true };
        yield return new Fault("nobody listens", "HttpRequestException", null);
    }

    private static async Task<(string Text, string All, bool IsLeaked)> SeeAsync(Fault fault)
    {
        await using var other = LoopbackServer.Of(LoopbackServer.Json(Pending));
        await using var server = LoopbackServer.Of(fault.Redirects
            ? (stream, _, stop) => stream.WriteAsync(Bytes($"HTTP/1.1 307 X\r\nLocation: {other.Address}x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), stop).AsTask()
            : fault.Script ?? ((_, _, _) => Task.CompletedTask));
        var address = fault is { Script: null, Redirects: false } ? Unused() : server.Address;
        using var http = new HttpClient(ContractKit.Http.ContractHttpHandler.Create())
        {
            BaseAddress = new UriBuilder(address) { Scheme = fault.Scheme }.Uri,
            Timeout = fault.Times ? TimeSpan.FromMilliseconds(700) : TimeSpan.FromSeconds(20),
        };
        var client = new TaskStatusClient(http, new TaskStatusClientOptions { TokenProvider = _ => new ValueTask<string>(Token) });
        var asking = client.SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" });
        if (await Task.WhenAny(asking, Task.Delay(TimeSpan.FromSeconds(30))) != asking)
        {
            return ("a hang", "", false);
        }

        var isLeaked = other.Received.Any(request => request.Contains(Token, StringComparison.Ordinal));
        try
        {
            var answer = await asking;
            var text = answer.GetType().Name + " " + answer.Match(ok => ok.Body, failed => failed.Body).Status.Text;
            return (text, text, isLeaked);
        }
        catch (UnexpectedResponseException exception)
        {
            var all = exception.ToString() + exception.Body + string.Concat(exception.Headers.SelectMany(header => header.Value)) + exception.Problem?.Title + exception.Problem?.Detail;
            return ($"{nameof(UnexpectedResponseException)} {(int)exception.StatusCode}: {exception.Message}", all, isLeaked);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return (exception.GetType().Name + ": " + exception.Message, exception.ToString(), isLeaked);
        }
    }

    private static Fault Of(string name, string response, string expected) =>
        new(name, expected, (stream, _, stop) => stream.WriteAsync(Bytes(response), stop).AsTask());

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Gzip(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(data);
        }

        return packed.ToArray();
    }

    private static void Reset(NetworkStream stream)
    {
        stream.Socket.LingerState = new LingerOption(true, 0);
        stream.Socket.Close();
    }

    private static async Task TrickleAsync(NetworkStream stream, string start, CancellationToken stop)
    {
        await stream.WriteAsync(Bytes(start), stop);
        while (!stop.IsCancellationRequested)
        {
            await stream.WriteAsync(Bytes(" "), stop);
            await Task.Delay(50, stop);
        }
    }

    private static Uri Unused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    private sealed record Fault(string Name, string Expected, Func<NetworkStream, int, CancellationToken, Task>? Script)
    {
        public bool Redirects { get; init; }

        public bool Times { get; init; }

        public string Scheme { get; init; } = "http";
    }
}
