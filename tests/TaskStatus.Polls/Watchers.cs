using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;

namespace TaskStatus.Polls;

/// <summary>Waits for tasks as callers do, through every outage.</summary>
internal sealed class Watchers(IReadOnlyList<TaskStatusClient> servers, Tally tally)
{
    private static readonly PollingOptions s_options = new() { InitialDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(3), Deadline = TimeSpan.FromHours(1), MaxConsecutiveFaults = 60 };

    private int _ended;

    /// <summary>How many of the tasks have been seen to end.</summary>
    public int Ended => _ended;

    public Task RunAsync(IEnumerable<PolledTask> tasks, CancellationToken cancellationToken) =>
        Task.WhenAll(tasks.Select((task, number) => WatchAsync(servers[number % servers.Count], task, cancellationToken)));

    private async Task WatchAsync(TaskStatusClient server, PolledTask task, CancellationToken cancellationToken)
    {
        GetTaskStatusResult answer;
        try
        {
            answer = new GetTaskStatusResult.Ok(
                await server.WaitForTaskStatusAsync(new TaskStatusRequest { Id = task.Id }, s_options, null, cancellationToken));
        }
        catch (TaskFailedException<TaskStatusResponse> failed)
        {
            answer = failed.StatusCode == 500 ? new GetTaskStatusResult.InternalServerError(failed.LastAnswer) : new GetTaskStatusResult.Ok(failed.LastAnswer);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            tally.Wrong.Enqueue($"{task.Id}, waited for: {exception.Message}");
            return;
        }

        Interlocked.Increment(ref _ended);
        if (!task.IsEnd(answer))
        {
            tally.Wrong.Enqueue($"{task.Id}, waited for, ended otherwise");
        }
    }
}
