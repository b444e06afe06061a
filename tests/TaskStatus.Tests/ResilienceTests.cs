using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using ContractKit;
using Microsoft.Extensions.DependencyInjection;
using Qolaba.Tasks;
using Replicate.Predictions;

namespace TaskStatus.Tests;

/// <summary>Registered clients under the ecosystem's own retries, and clients of somebody's own HttpClient.</summary>
public class ResilienceTests
{
    private const string Prediction = """{"id":"p1","status":"starting"}""";

    [Fact]
    public async Task A_POST_that_the_contract_calls_safe_is_sent_again()
    {
        await using var server = Flaky("""{"status":"PENDING"}""");
        var services = new ServiceCollection();
        services.AddTaskStatusClient(http => http.BaseAddress = server.Address)
            .AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        await using var provider = services.BuildServiceProvider();

        var answer = await provider.GetRequiredService<ITaskStatusClient>().GetTaskStatusAsync(new TaskStatusRequest { Id = "t1" });

        Assert.Equal(TaskState.Pending, answer.Status.Known);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task Another_POST_is_not_and_a_GET_is()
    {
        await using var server = Flaky(Prediction);
        var services = new ServiceCollection();
        services.AddReplicateClient(http => http.BaseAddress = server.Address)
            .AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IReplicateClient>();

        var refused = await Assert.ThrowsAsync<UnexpectedResponseException>(() =>
            client.SendCreatePredictionAsync(new PredictionInput { Version = "v", Input = JsonSerializer.SerializeToElement(1) }));
        Assert.Equal(503, (int)refused.StatusCode);
        Assert.Equal(1, server.Requests);

        Assert.Equal("p1", (await client.GetPredictionAsync("p1")).Id);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task An_HttpClient_that_took_the_API_key_to_another_host_is_told_of()
    {
        await using var other = LoopbackServer.Of(LoopbackServer.Json(Prediction));
        await using var server = LoopbackServer.Of($"HTTP/1.1 302 X\r\nLocation: {other.Address}p\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var careless = new HttpClient { BaseAddress = server.Address };
        using var careful = new HttpClient(ContractKit.Http.ContractHttpHandler.Create()) { BaseAddress = server.Address };

        var told = await Assert.ThrowsAsync<InvalidOperationException>(() => Client(careless).GetPredictionAsync("p1"));
        Assert.Contains("ContractHttpHandler.Create()", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key-4713", told.ToString(), StringComparison.Ordinal);

        Assert.Equal("p1", (await Client(careful).GetPredictionAsync("p1")).Id);
        other.Received.TryDequeue(out var first);
        other.Received.TryDequeue(out var second);
        Assert.Contains("key-4713", first, StringComparison.Ordinal); // what the message is about
        Assert.DoesNotContain("key-4713", second, StringComparison.Ordinal);
    }

    private static ReplicateClient Client(HttpClient http) => new(http, new ReplicateClientOptions { TokenProvider = _ => new ValueTask<string>("key-4713") });

    private static LoopbackServer Flaky(string body) =>
        LoopbackServer.Of(number => number < 2 ? LoopbackServer.Json("{}", 503) : LoopbackServer.Json(body));
}
