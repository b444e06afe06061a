using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using ContractKit;
using Microsoft.Extensions.Logging;
using Qolaba.Tasks;

namespace TaskStatus.Tests;

/// <summary>What a client tells of itself.</summary>
public class TelemetryTests
{
    private const string Token = "secret-token-4712";

    [Theory]
    [InlineData(200, null)]
    [InlineData(418, "ContractKit.UnexpectedResponseException")]
    public async Task A_call_is_an_activity_a_measurement_and_a_message_without_the_token(int status, string? error)
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ContractKit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var measured = new ConcurrentQueue<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, meter) => { if (instrument.Meter.Name == "ContractKit") { meter.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Enqueue(instrument.Name + string.Concat(tags.ToArray().Select(tag => " " + tag.Value))));
        meters.Start();
        var log = new MessageLog();
        await using var server = LoopbackServer.Of(LoopbackServer.Json("""{"status":"PENDING"}""", status));
        using var http = new HttpClient { BaseAddress = server.Address };
        var client = new TaskStatusClient(http, new TaskStatusClientOptions { TokenProvider = _ => new ValueTask<string>(Token), Logger = log });

        await Record.ExceptionAsync(() => client.SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" }));

        var activity = activities.Single(activity => Equals(activity.GetTagItem("server.port"), server.Address.Port) || error is not null && Equals(activity.GetTagItem("error.type"), error));
        Assert.Equal("POST /getImage", activity.DisplayName);
        Assert.Equal("GetTaskStatus", activity.GetTagItem("contractkit.operation"));
        Assert.Equal("/getImage", activity.GetTagItem("url.template"));
        Assert.Contains(measured, text => text == $"contractkit.client.operation.duration POST /getImage {(object?)error ?? status}");
        var message = Assert.Single(log.Messages);
        Assert.Contains("GetTaskStatus", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, message + string.Concat(activity.TagObjects), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", false)]
    [InlineData("PATCH", false)]
    [InlineData("GET", true)]
    [InlineData("PUT", true)]
    public void What_may_be_repeated_goes_by_the_method(string method, bool may)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://x/");
        Assert.Equal(may, ContractRequests.MayBeRepeated(request));
        Assert.Null(ContractRequests.OperationOf(request));
    }

    [Fact]
    public async Task A_POST_that_the_contract_calls_safe_may_be_repeated()
    {
        HttpRequestMessage? sent = null;
        using var http = new HttpClient(new Handler(request => sent = request)) { BaseAddress = new Uri("http://x/") };

        await new TaskStatusClient(http).SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t1" });

        Assert.True(ContractRequests.MayBeRepeated(sent));
        Assert.Equal("GetTaskStatus", ContractRequests.OperationOf(sent!));
    }

    private sealed class Handler(Action<HttpRequestMessage> see) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, System.Threading.CancellationToken cancellationToken)
        {
            see(request);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"status":"PENDING"}""", System.Text.Encoding.UTF8, "application/json"), RequestMessage = request });
        }
    }

    private sealed class MessageLog : ILogger
    {
        public ConcurrentQueue<string> Messages { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Messages.Enqueue(formatter(state, exception) + exception);
    }
}
