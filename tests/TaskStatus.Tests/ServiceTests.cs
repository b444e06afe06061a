using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using ContractKit;
using Microsoft.AspNetCore.Builder;
using Qolaba.Tasks;
using TaskStatus.Server;

namespace TaskStatus.Tests;

/// <summary>The task-status service over a real socket, from Celery's own bytes.</summary>
public sealed class ServiceTests : IAsyncLifetime
{
    private const string Token = "a-token-of-the-tests";
    private readonly string _folder = Directory.CreateTempSubdirectory("task-status-").FullName;
    private readonly WebApplication _server;
    private HttpClient _http = new();
    private TaskStatusClient _client = null!;

    public ServiceTests() => _server = TaskStatusApplication.Create(
        "--urls", "http://127.0.0.1:0", "--TaskStatus:Folder", _folder, "--TaskStatus:Token", Token, "--Logging:LogLevel:Default", "None");

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("*")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("ünï")]
    [InlineData("t1\n")]
    public async Task Ids_that_try_to_be_something_else_are_refused(string id)
    {
        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => _client.GetTaskStatusAsync(new TaskStatusRequest { Id = id }));

        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
        Assert.Equal("/id", exception.Problem!.Extensions["violations"][0].GetProperty("instanceLocation").GetString());
    }

    [Theory]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "", 400)]
    [InlineData("application/json", "null", 400)]
    [InlineData("application/json", """{"refID":1}""", 400)]
    [InlineData("application/json", """{"id":"a","id":"b"}""", 400)]
    [InlineData("application/json", """{"id":"\ud800"}""", 400)]
    [InlineData("application/json; charset=bogus", """{"id":"a"}""", 415)]
    [InlineData("text/plain", """{"id":"a"}""", 415)]
    [InlineData("application/json; charset=utf-8", """{"id":"a"}""", 200)]
    [InlineData("application/vnd.acme+json", """{"id":"a"}""", 200)]
    public async Task Requests_that_break_the_contract_are_told_why(string contentType, string body, int status)
    {
        using var request = Request(body, contentType);
        using var response = await _http.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        if (status != 200)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal(status, System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetInt32());
        }
    }

    [Fact]
    public async Task A_request_of_31_megabytes_is_answered_with_413()
    {
        using var request = Request("{\"id\":\"" + new string('a', 31 * 1024 * 1024) + "\"}", "application/json");
        using var response = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Every_violation_is_told()
    {
        using var request = Request("""{"id":7,"refID":true}""", "application/json");
        using var response = await _http.SendAsync(request);

        var violations = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("violations");
        Assert.Equal(["/id", "/refID"], violations.EnumerateArray().Select(violation => violation.GetProperty("instanceLocation").GetString()).Order());
    }

    [Theory]
    [InlineData(null, "Bearer")]
    [InlineData("Bearer wrong", "Bearer error=\"invalid_token\"")]
    [InlineData("Basic YTpi", "Bearer error=\"invalid_token\"")]
    public async Task Without_the_token_nobody_is_answered(string? authorization, string challenge)
    {
        using var request = Request("""{"id":"a"}""", "application/json");
        request.Headers.Remove("Authorization");
        if (authorization is not null)
        {
            request.Headers.Add("Authorization", authorization);
        }

        using var response = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(challenge, response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("token", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_asked_without_a_token()
    {
        Assert.Equal("Healthy", await _http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        Assert.Equal("Healthy", await _http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    public async Task InitializeAsync()
    {
        await _server.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_server.Urls.First()) };
        _client = new TaskStatusClient(_http, new TaskStatusClientOptions { TokenProvider = _ => new ValueTask<string>(Token) });
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static HttpRequestMessage Request(string body, string contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/getImage") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return request;
    }
}
