using System;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>Watches a task until it ends: with a live display on a terminal, else with a line for every change.</summary>
internal static class WatchCommand
{
    public static async Task<int> RunAsync(
        ITaskStatusClient client, string id, PollingOptions options, IAnsiConsole console, CancellationToken cancellationToken)
    {
        try
        {
            var answer = console.Profile.Capabilities.Interactive
                ? await console.Status().StartAsync(id, display => WaitAsync(client, id, options, new LiveProgress(id, display), cancellationToken)).ConfigureAwait(false)
                : await WaitAsync(client, id, options, new LineProgress(id, console), cancellationToken).ConfigureAwait(false);
            Answers.Write(console, id, answer);
            return 0;
        }
        catch (TaskFailedException<TaskStatusResponse> failed)
        {
            Answers.Write(console, id, failed.LastAnswer);
            return 1;
        }
        catch (TaskCanceledByServiceException<TaskStatusResponse> canceled)
        {
            Answers.Write(console, id, canceled.LastAnswer);
            return 1;
        }
        catch (PollingTimeoutException<TaskStatusResponse> timeout)
        {
            console.WriteLine($"{id}  still {timeout.LastAnswer?.Status.Text ?? "unknown"} after {timeout.Deadline.TotalSeconds:0} s: unknown, expired, or just slow");
            return 2;
        }
    }

    private static Task<TaskStatusResponse> WaitAsync(
        ITaskStatusClient client, string id, PollingOptions options, IProgress<TaskStatusResponse> progress, CancellationToken cancellationToken) =>
        client.WaitForTaskStatusAsync(new TaskStatusRequest { Id = id }, options, progress, cancellationToken);

    /// <summary>Keeps one line of the terminal up to date.</summary>
    private sealed class LiveProgress(string id, StatusContext display) : IProgress<TaskStatusResponse>
    {
        private readonly TimeProvider _clock = TimeProvider.System;
        private readonly long _started = TimeProvider.System.GetTimestamp();
        private int _answers;

        public void Report(TaskStatusResponse value) =>
            display.Status($"{Markup.Escape(id)}  [bold]{Markup.Escape(value.Status.Text)}[/]  {_clock.GetElapsedTime(_started).TotalSeconds:0} s, {++_answers} answers");
    }

    /// <summary>Writes a line whenever the status is another than before, until the task has ended.</summary>
    private sealed class LineProgress(string id, IAnsiConsole console) : IProgress<TaskStatusResponse>
    {
        private string _last = "";

        public void Report(TaskStatusResponse value)
        {
            if (value.Status.Text != _last && value.Status.Known is not (TaskState.Success or TaskState.Failed))
            {
                _last = value.Status.Text;
                console.WriteLine($"{id}  {_last}");
            }
        }
    }
}
