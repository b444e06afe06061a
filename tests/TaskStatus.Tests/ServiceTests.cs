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
    [InlineData("SUCCESS", """{"result": ["https://x/1.png"], "sum": 3}""", 200, "SUCCESS", null)]
    [InlineData("SUCCESS", """["https://x/1.png"]""", 200, "SUCCESS", null)]
    [InlineData("SUCCESS", """{"status": "FAILED", "error": "Service Not Found", "error_data": "x"}""", 200, "FAILED", "Service Not Found")]
    [InlineData("FAILURE", """{"exc_type": "ValueError", "exc_message": ["Service Not Found", "..."], "exc_module": "builtins"}""", 500, "FAILED", "Service Not Found")]
    [InlineData("FAILURE", """{"exc_type": "ValueError", "exc_message": "Internal Error", "exc_module": "builtins"}""", 500, "FAILED", "Internal Error")]
    [InlineData("RETRY", """{"exc_type": "KeyError", "exc_message": ["again"], "exc_module": "builtins"}""", 200, "PENDING", null)]
    [InlineData("REVOKED", """{"exc_type": "TaskRevokedError", "exc_message": ["terminated"], "exc_module": "celery.exceptions"}""", 200, "FAILED", "Task revoked")]
    [InlineData("PROGRESS", """{"current": 10, "total": 25, "pct": 40.0}""", 200, "PENDING", null)]
    [InlineData("STARTED", """{"pid": 13489, "hostname": "w1@localhost"}""", 200, "PENDING", null)]
    [InlineData("RECEIVED", "null", 200, "PENDING", null)]
    [InlineData("PENDING", "null", 200, "PENDING", null)]
    public async Task Celerys_words_are_answered_in_the_APIs(string celery, string result, int status, string word, string? error)
    {
        Store("t1", $$"""{"status": "{{celery}}", "result": {{result}}, "traceback": "Traceback (most recent call last):\n secret", "children": [], "date_done": null, "task_id": "t1"}""");

        var answer = await _client.SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1", RefId = "r" });

        Assert.Equal(status, answer.StatusCode);
        var body = answer.Match(ok => ok.Body, failed => failed.Body);
        Assert.Equal(word, body.Status.Text);
        Assert.Equal(error, body.Error);
        Assert.Equal(word == "PENDING" ? "t1" : null, body.TaskId);
        Assert.DoesNotContain("Traceback", body.ToJson(), StringComparison.Ordinal);
        Assert.True(TaskStatusResponseSchema.IsValid(body.ToUtf8Json()));
    }

    [Fact]
    public async Task Nothing_stored_is_pending()
    {
        var answer = await _client.GetTaskStatusAsync(new TaskStatusRequest { Id = "never-heard-of" });

        Assert.Equal(TaskState.Pending, answer.Status.Known);
        Assert.Equal("never-heard-of", answer.Input!.Value.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_file_that_is_being_written_is_read_again()
    {
        Store("t2", "");
        var asking = _client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t2" });
        await Task.Delay(60);
        Store("t2", """{"status": "SUCC""");
        await Task.Delay(60);
        Store("t2", """{"status": "SUCCESS", "result": {}}""");

        Assert.Equal(TaskState.Success, (await asking).Status.Known);
    }

    [Theory]
    [InlineData("\u0080\u0004\u0095", 500, "pickle")]
    [InlineData("status: SUCCESS", 500, "not the JSON")]
    [InlineData("[]", 500, "not the JSON")]
    [InlineData("""{"status": "SUCCESS", "resu""", 503, "cut off")]
    public async Task What_is_no_result_is_refused_clearly(string stored, int status, string reason)
    {
        File.WriteAllBytes(Path.Combine(_folder, "celery-task-meta-t3"), Encoding.Latin1.GetBytes(stored));

        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => _client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t3" }));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Contains(reason, exception.Problem!.Title!, StringComparison.Ordinal);
        Assert.Equal(status == 503, exception.Headers.ContainsKey("Retry-After"));
    }

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
    }

    [Fact]
    public async Task Health_is_asked_without_a_token()
    {
        Assert.Equal("Healthy", await _http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        Assert.Equal("Healthy", await _http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        Directory.Delete(_folder, recursive: true);
        using var response = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Directory.CreateDirectory(_folder);
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

    private void Store(string id, string json) => File.WriteAllText(Path.Combine(_folder, "celery-task-meta-" + id), json);
}
