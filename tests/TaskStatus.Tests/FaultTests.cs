using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;

namespace TaskStatus.Tests;

/// <summary>What callers see of a service that misbehaves on the wire.</summary>
public class FaultTests
{
    private const string Token = "secret-token-4711";
    private const string Pending = """{"status":"PENDING"}""";

    /// <summary>Bytes of a response, and what the message of the UnexpectedResponseException has to say.</summary>
    public static TheoryData<string, string, int, string> Unexpected { get; } = new()
    {
        { "undocumented status", LoopbackServer.Json(Pending, 418), 418, "which its contract does not have" },
        { "404 without a body", "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n", 404, "which its contract does not have" },
        { "204", "HTTP/1.1 204 X\r\n\r\n", 204, "which its contract does not have" },
        { "200 without a body", "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n", 200, "without the body" },
        { "an HTML page with 200", "HTTP/1.1 200 X\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>", 200, "content is not JSON" },
        { "text that is JSON", "HTTP/1.1 200 X\r\nContent-Type: text/plain\r\nContent-Length: 20\r\n\r\n" + Pending, 200, "content is not JSON" },
        { "a content type that is none", "HTTP/1.1 200 X\r\nContent-Type: ;;;\r\nContent-Length: 20\r\n\r\n" + Pending, 200, "content is not JSON" },
        { "a bad charset", "HTTP/1.1 200 X\r\nContent-Type: application/json; charset=bogus\r\nContent-Length: 20\r\n\r\n" + Pending, 200, "not in UTF-8" },
        { "UTF-16", "HTTP/1.1 200 X\r\nContent-Type: application/json; charset=utf-16\r\nContent-Length: 20\r\n\r\n" + Pending, 200, "not in UTF-8" },
        { "fewer bytes than declared", "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n" + Pending, 200, "broke off" },
        { "a broken chunk", "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"sta", 200, "broke off" },
        { "a chunk that is none", "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}", 200, "broke off" },
        { "cut off by closing", "HTTP/1.1 200 X\r\nContent-Type: application/json\r\n\r\n{\"status\":\"PEN", 200, "not as its contract says" },
        { "JSON of another shape", LoopbackServer.Json("[]"), 200, "not as its contract says" },
        { "a required member missing", LoopbackServer.Json("{}"), 200, "not as its contract says" },
        { "a member of another type", LoopbackServer.Json("""{"status":"PENDING","error":5}"""), 200, "/error" },
        { "null where none may be", LoopbackServer.Json("""{"status":null}"""), 200, "/status" },
        { "a byte order mark", LoopbackServer.Json("\u00ef\u00bb\u00bf{}"), 200, "not as its contract says" },
        { "trailing data", LoopbackServer.Json(Pending + "x"), 200, "not as its contract says" },
        { "a lone surrogate", LoopbackServer.Json("""{"status":"PENDING","error":"\ud800"}"""), 200, "not as its contract says" },
        { "nesting of 65", LoopbackServer.Json("""{"status":"PENDING","output":""" + new string('[', 65) + new string(']', 65) + "}"), 200, "not as its contract says" },
        { "a redirect to nowhere", "HTTP/1.1 302 X\r\nContent-Length: 0\r\n\r\n", 302, "which its contract does not have" },
        { "a redirect to a file", "HTTP/1.1 307 X\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", 307, "which its contract does not have" },
        { "a declared length beyond the limit", "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 20000000\r\n\r\n{", 200, "longer than" },
        { "an echoed token", LoopbackServer.Json("{\"error\":\"Bearer " + Token + "\"}", 403, "X-Echo: " + Token + "\r\n"), 403, "which its contract does not have" },
        { "an echoed token in a problem", "HTTP/1.1 403 X\r\nContent-Type: application/problem+json\r\nContent-Length: 37\r\n\r\n{\"title\":\"" + Token + "\",\"s\":1}  ", 403, "which its contract does not have" },
    };

    [Theory]
    [MemberData(nameof(Unexpected))]
    public async Task What_the_contract_does_not_have_is_an_UnexpectedResponseException(string fault, string response, int status, string message)
    {
        await using var server = LoopbackServer.Of(response);
        using var http = Http(server);

        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => Client(http).SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" }));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.True(exception.Message.Contains(message, StringComparison.Ordinal), fault + ": " + exception.Message);
        Assert.DoesNotContain(Token, exception.ToString() + exception.Body + string.Concat(exception.Headers.SelectMany(header => header.Value)) + exception.Problem?.Title, StringComparison.Ordinal);
        Assert.True(exception.Body.Length <= 4096);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200")]
    [InlineData("HTTP/1.1 abc X\r\n\r\n")]
    [InlineData("not HTTP at all\r\n\r\n")]
    [InlineData("HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Le")]
    public async Task No_answer_is_an_HttpRequestException(string response)
    {
        await using var server = LoopbackServer.Of(response);
        using var http = Http(server);

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => Client(http).SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" }));
        Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_that_HttpClient_itself_trips_over_is_an_HttpRequestException()
    {
        await using var server = LoopbackServer.Of("HTTP/1.1 307 X\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");
        using var http = new HttpClient { BaseAddress = server.Address };

        await Assert.ThrowsAsync<HttpRequestException>(() => Client(http).SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" }));
    }

    [Fact]
    public async Task A_reset_connection_is_an_HttpRequestException()
    {
        await using var server = LoopbackServer.Of((stream, _, _) =>
        {
            stream.Socket.LingerState = new System.Net.Sockets.LingerOption(true, 0);
            stream.Socket.Close();
            return Task.CompletedTask;
        });
        using var http = Http(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => Client(http).SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" }));
    }

    [Fact]
    public async Task A_body_that_trickles_ends_with_the_clients_time_out()
    {
        await using var server = LoopbackServer.Of(async (stream, _, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"u8.ToArray(), stop);
            while (true)
            {
                await stream.WriteAsync(" "u8.ToArray(), stop);
                await Task.Delay(50, stop);
            }
        });
        using var http = Http(server);
        http.Timeout = TimeSpan.FromMilliseconds(400);

        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => Client(http).SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" }));
        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    [Fact]
    public async Task A_caller_can_cancel_while_the_body_arrives()
    {
        await using var server = LoopbackServer.Of(async (stream, _, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray(), stop);
            await Task.Delay(Timeout.Infinite, stop);
        });
        using var http = Http(server);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(http).SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" }, cancellation.Token));
        Assert.IsNotType<TimeoutException>(exception.InnerException);
    }

    [Fact]
    public async Task A_gzip_bomb_ends_at_the_limit()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[64 * 1024 * 1024]);
        }

        await using var server = LoopbackServer.Of(async (stream, _, stop) =>
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n"), stop);
            await stream.WriteAsync(bomb.ToArray(), stop);
        });
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip }) { BaseAddress = server.Address };

        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => Client(http).SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" }));
        Assert.Contains("longer than", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/elsewhere", true)]
    [InlineData("other", false)]
    public async Task A_redirect_is_followed_and_the_token_stays_with_the_service(string location, bool isShown)
    {
        await using var other = LoopbackServer.Of(LoopbackServer.Json(Pending));
        await using var server = LoopbackServer.Of(number => number == 0
            ? $"HTTP/1.1 307 X\r\nLocation: {(location == "other" ? other.Address + "x" : location)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            : LoopbackServer.Json(Pending));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };

        var result = await Client(http).GetTaskStatusAsync(new TaskStatusRequest { Id = "t1" });

        Assert.Equal(TaskState.Pending, result.Status.Known);
        var last = (location == "other" ? other : server).Received.Last();
        Assert.Equal(isShown, last.Contains(Token, StringComparison.Ordinal));
        Assert.Contains("\"t1\"", last, StringComparison.Ordinal);
    }

    // As that of a registered client: redirects are the generated client's.
    private static HttpClient Http(LoopbackServer server) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };

    private static TaskStatusClient Client(HttpClient http) =>
        new(http, new TaskStatusClientOptions { TokenProvider = _ => new ValueTask<string>(Token) });
}
