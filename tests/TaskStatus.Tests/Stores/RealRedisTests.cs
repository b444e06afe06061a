using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Qolaba.Tasks;
using StackExchange.Redis;
using TaskStatus.Polls;

namespace TaskStatus.Tests.Stores;

/// <summary>A real Redis that is killed, stopped, and asks for passwords.</summary>
public sealed class RealRedisTests : IAsyncLifetime
{
    private RedisProcess? _redis;

    private RedisProcess Redis => _redis ??= RedisProcess.TryCreate()!;

    [RealRedisFact]
    public async Task Killed_and_started_again_it_costs_503s_and_no_answer()
    {
        await Redis.ListeningAsync(CancellationToken.None);
        await using var server = await RunningServer.StartAsync("--TaskStatus:Redis", $"redis://127.0.0.1:{Redis.Port}/1");
        await StoreAsync("t", CeleryBytes.Stored("SUCCESS", "{}"));
        Assert.Equal(TaskState.Success, StateOf(await server.AskUntilAnsweredAsync("t")));

        Redis.Kill();
        Assert.Null(await server.AskAsync("t"));
        Assert.Null(await server.AskAsync("unknown"));
        Redis.Start();

        Assert.Equal(TaskState.Success, StateOf(await server.AskUntilAnsweredAsync("t")));
        Assert.Equal(TaskState.Pending, StateOf(await server.AskUntilAnsweredAsync("unknown")));
    }

    [RealRedisFact]
    public async Task Stopped_it_is_answered_for_in_time_and_running_again_it_answers()
    {
        await Redis.ListeningAsync(CancellationToken.None);
        await using var server = await RunningServer.StartAsync("--TaskStatus:Redis", $"redis://127.0.0.1:{Redis.Port}/1");
        await StoreAsync("t", CeleryBytes.Stored("SUCCESS", "{}"));
        Assert.Equal(TaskState.Success, StateOf(await server.AskUntilAnsweredAsync("t")));

        await SignalAsync("STOP");
        var asked = TimeProvider.System.GetTimestamp();
        Assert.Null(await server.AskAsync("t"));
        Assert.InRange(TimeProvider.System.GetElapsedTime(asked).TotalSeconds, 0.5, 10);
        await SignalAsync("CONT");

        Assert.Equal(TaskState.Success, StateOf(await server.AskUntilAnsweredAsync("t")));
    }

    [RealRedisFact]
    public async Task A_user_who_may_read_results_and_no_more_is_enough_and_a_wrong_password_is_told()
    {
        await Redis.ListeningAsync(CancellationToken.None);
        await StoreAsync("t", CeleryBytes.Stored("SUCCESS", "{}"));
        await using (var admin = await ConnectAsync())
        {
            await admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "status", "on", ">never-shown", "resetkeys", "~celery-task-meta-*", "-@all", "+getrange", "+@connection");
            await admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "default", "off");
        }

        await using var right = await RunningServer.StartAsync("--TaskStatus:Redis", $"redis://status:never-shown@127.0.0.1:{Redis.Port}/1");
        await using var wrong = await RunningServer.StartAsync("--TaskStatus:Redis", $"redis://status:never-shown-either@127.0.0.1:{Redis.Port}/1");

        Assert.Equal(TaskState.Success, StateOf(await right.AskUntilAnsweredAsync("t")));
        Assert.Null(await wrong.AskAsync("t"));
        Assert.Contains(wrong.Log, line => line.StartsWith("Error: Redis at ", StringComparison.Ordinal) && line.Contains("NOAUTH", StringComparison.Ordinal));
        Assert.DoesNotContain(wrong.Log, line => line.Contains("never-shown", StringComparison.Ordinal));
    }

    [RealRedisFact]
    public async Task A_list_under_a_tasks_key_is_told()
    {
        await Redis.ListeningAsync(CancellationToken.None);
        await using var server = await RunningServer.StartAsync("--TaskStatus:Redis", $"redis://127.0.0.1:{Redis.Port}/1");
        await using (var admin = await ConnectAsync())
        {
            await admin.GetDatabase().ListLeftPushAsync("celery-task-meta-t", "x");
        }

        await server.AskUntilAnsweredAsync("another");
        var exception = await Assert.ThrowsAsync<ContractKit.UnexpectedResponseException>(() => server.AskAsync("t"));

        Assert.Contains("no text", exception.Problem!.Title!, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        _redis?.Dispose();
        return Task.CompletedTask;
    }

    private async Task<ConnectionMultiplexer> ConnectAsync() =>
        await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Redis.Port},defaultDatabase=1,allowAdmin=true,abortConnect=false");

    private async Task StoreAsync(string id, string json)
    {
        await using var connection = await ConnectAsync();
        await connection.GetDatabase().StringSetAsync("celery-task-meta-" + id, json);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Redis.ProcessId}"]);
        await kill.WaitForExitAsync();
    }

    private static TaskState? StateOf(GetTaskStatusResult answer) => answer.Match(ok => ok.Body, failed => failed.Body).Status.Known;
}
