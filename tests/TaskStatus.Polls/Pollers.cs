using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;

namespace TaskStatus.Polls;

/// <summary>Asks both servers in turn for tasks at random, and holds each answer against what is known of the task.</summary>
internal sealed class Pollers(IReadOnlyList<TaskStatusClient> servers, IReadOnlyList<PolledTask> tasks, Tally tally)
{
    /// <summary>Polls until that many are answered.</summary>
    public Task RunAsync(int polls, int concurrency, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, concurrency).Select(number => RunOneAsync(polls, new Random(number), cancellationToken)));

    /// <summary>Asks until there is an answer; whether it is the task's end.</summary>
    public async Task<bool> HasEndedAsync(PolledTask task, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await AskAsync(servers[0], task, cancellationToken) is { } answer)
            {
                return task.IsEnd(answer);
            }

            await Task.Delay(200, cancellationToken);
        }
    }

    private async Task RunOneAsync(int polls, Random random, CancellationToken cancellationToken)
    {
        for (var number = tally.Next(); number < polls; number = tally.Next())
        {
            var task = tasks[random.Next(tasks.Count)];
            var expected = task.Expect();
            var answer = await AskAsync(servers[number % servers.Count], task, cancellationToken);
            if (answer is null)
            {
                tally.NoteUnavailable();

                // What Retry-After asks for, and a little apart from each other.
                await Task.Delay(TimeSpan.FromMilliseconds(1000 + random.Next(300)), cancellationToken);
            }
            else
            {
                tally.NoteAnswer();
                if (!expected.Allows(answer))
                {
                    tally.Wrong.Enqueue($"{task.Id}: {answer.Match(ok => ok.Body, failed => failed.Body).ToJson()} where {(expected.MustHaveEnded ? "only its end" : "its end not yet")} was right");
                }
            }
        }
    }

    // Null: the 503 of a store that is away, with Retry-After and a problem document.
    private async Task<GetTaskStatusResult?> AskAsync(TaskStatusClient server, PolledTask task, CancellationToken cancellationToken)
    {
        try
        {
            return await server.SendGetTaskStatusAsync(new TaskStatusRequest { Id = task.Id }, cancellationToken);
        }
        catch (UnexpectedResponseException exception) when (
            exception.StatusCode == HttpStatusCode.ServiceUnavailable && exception.Problem is not null && exception.Headers.ContainsKey("Retry-After"))
        {
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            tally.Wrong.Enqueue($"{task.Id}: {exception.Message}");
            return null;
        }
    }
}
