using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using ContractKit.Tests.ContractServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qolaba.Tasks;

namespace TaskStatus.Tests;

/// <summary>What becomes of answers and exceptions of a handler.</summary>
public class AnswerTests
{
    private static readonly TaskStatusResponse s_broken = new() { Status = TaskState.Success, TimeRequired = new TaskTimes { Runtime = -1 } };

    [Fact]
    public async Task An_answer_that_breaks_the_contract_is_thrown_in_Development()
    {
        var (status, body, log) = await AskAsync("Development", () => new GetTaskStatusResult.Ok(s_broken));

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Equal(nameof(ContractViolationException), body);
        Assert.DoesNotContain(log, message => message.Contains("does not keep its contract", StringComparison.Ordinal));
    }

    [Fact]
    public async Task And_told_the_log_in_Production()
    {
        var (status, body, log) = await AskAsync("Production", () => new GetTaskStatusResult.Ok(s_broken));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(s_broken.ToJson(), body);
        Assert.Contains(log, message => message.Contains("GetTaskStatus: the answer with status 200 does not keep its contract", StringComparison.Ordinal)
            && message.Contains("/time_required/runtime", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task An_exception_of_a_handler_is_the_applications_own(string environment)
    {
        var (status, body, _) = await AskAsync(environment, () => throw new TimeZoneNotFoundException());

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Equal(nameof(TimeZoneNotFoundException), body);
    }

    [Fact]
    public async Task A_handler_that_gives_no_answer_is_told_so()
    {
        var (status, body, _) = await AskAsync("Production", () => null!);

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Equal(nameof(InvalidOperationException), body);
    }

    [Fact]
    public async Task A_long_answer_is_whole()
    {
        var answer = s_broken with { TimeRequired = null, Error = new string('a', 200_000) };

        var (status, body, _) = await AskAsync("Development", () => new GetTaskStatusResult.InternalServerError(answer));

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal(answer.ToJson(), body);
    }

    [Fact]
    public void An_address_stands_before_the_contracts_own_or_alone()
    {
        var with = JsonNode.Parse(ContractDocument.At("http://here", """{"openapi":"3.1.1","servers":[{"url":"http://there"}],"paths":{}}"""u8.ToArray()).Span)!;
        var without = JsonNode.Parse(ContractDocument.At("http://here", """{"openapi":"3.1.1","paths":{}}"""u8.ToArray()).Span)!;

        Assert.Equal("""{"openapi":"3.1.1","servers":[{"url":"http://here"},{"url":"http://there"}],"paths":{}}""", with.ToJsonString());
        Assert.Equal("""{"openapi":"3.1.1","servers":[{"url":"http://here"}],"paths":{}}""", without.ToJsonString());
    }

    private static async Task<(HttpStatusCode Status, string Body, string[] Log)> AskAsync(string environment, Func<GetTaskStatusResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        var log = new ConcurrentQueue<string>();
        builder.Logging.ClearProviders().AddProvider(new Messages(log));
        builder.Services.AddAuthorization();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<NamesException>();
        builder.Services.AddSingleton<ITaskStatusHandler>(new Handler(answer));
        await using var app = builder.Build();
        app.UseExceptionHandler();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapTaskStatus().AllowAnonymous();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var content = new StringContent("""{"id":"t1"}""", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("/getImage", UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), [.. log]);
    }

    private sealed class Handler(Func<GetTaskStatusResult> answer) : ITaskStatusHandler
    {
        public ValueTask<GetTaskStatusResult> GetTaskStatusAsync(TaskStatusRequest request, CancellationToken cancellationToken) => new(answer());
    }

    private sealed class NamesException : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = StatusCodes.Status502BadGateway;
            await httpContext.Response.WriteAsync(exception.GetType().Name, cancellationToken);
            return true;
        }
    }

    private sealed class Messages(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue(formatter(state, exception));
    }
}
