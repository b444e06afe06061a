using System;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>Watches a task until it ends: with a line that lives on a terminal, else with a line for every change.</summary>
/// <param name="options">How long, and how often.</param>
/// <param name="json">Whether the last answer is written as the service gave it.</param>
/// <param name="output">Where the last answer goes.</param>
/// <param name="progress">Where it is told how the task stands in the meantime.</param>
internal sealed class WatchCommand(PollingOptions options, bool json, IAnsiConsole output, IAnsiConsole progress)
{
    public async Task<int> RunAsync(ITaskStatusClient client, TaskStatusRequest request, ServiceNotes notes, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await WaitAsync(client, request, notes, cancellationToken).ConfigureAwait(false);
            return Write(request.Id, answer);
        }
        catch (TaskFailedException<TaskStatusResponse> failed)
        {
            return Write(request.Id, failed.LastAnswer);
        }
        catch (TaskCanceledByServiceException<TaskStatusResponse> canceled)
        {
            Write(request.Id, canceled.LastAnswer);
            return ExitCode.Failed;
        }
        catch (PollingTimeoutException<TaskStatusResponse> timeout)
        {
            if (timeout.LastAnswer is { } last)
            {
                Write(request.Id, last);
            }

            progress.WriteLine($"Not ended after {timeout.Deadline.TotalSeconds:0.###} s: the task takes longer, its result has expired, or nobody knows the id.");
            return ExitCode.NotEnded;
        }
    }

    private async Task<TaskStatusResponse> WaitAsync(ITaskStatusClient client, TaskStatusRequest request, ServiceNotes notes, CancellationToken cancellationToken)
    {
        if (progress.Profile.Capabilities.Interactive)
        {
            var live = new LiveLine(request.Id, notes, progress);
            return await live.ShowAsync(told => client.WaitForTaskStatusAsync(request, options, told, cancellationToken)).ConfigureAwait(false);
        }

        notes.Told = trouble => progress.WriteLine($"{TerminalText.Of(request.Id)}  {TerminalText.Of(trouble.Sentence)}: it is asked again");
        return await client.WaitForTaskStatusAsync(request, options, new Changes(request.Id, progress), cancellationToken).ConfigureAwait(false);
    }

    private int Write(string id, TaskStatusResponse answer)
    {
        if (json)
        {
            Answers.WriteJson(output, answer);
        }
        else
        {
            Answers.Write(output, id, answer);
        }

        return Answers.ExitCodeOf(answer);
    }

    /// <summary>Writes a line whenever the status is another than before, until the task has ended.</summary>
    private sealed class Changes(string id, IAnsiConsole console) : IProgress<TaskStatusResponse>
    {
        private string _last = "";

        public void Report(TaskStatusResponse value)
        {
            if (value.Status.Text != _last && value.Status.Known is not (TaskState.Success or TaskState.Failed))
            {
                _last = value.Status.Text;
                console.WriteLine($"{TerminalText.Of(id)}  {TerminalText.Of(_last)}");
            }
        }
    }
}
