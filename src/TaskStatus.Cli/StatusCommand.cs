using System.Threading;
using System.Threading.Tasks;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>Asks once where a task stands.</summary>
internal static class StatusCommand
{
    public static async Task<int> RunAsync(ITaskStatusClient client, string id, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var result = await client.SendGetTaskStatusAsync(new TaskStatusRequest { Id = id }, cancellationToken).ConfigureAwait(false);
        var answer = result.Match(ok => ok.Body, failed => failed.Body);
        Answers.Write(console, id, answer);
        return answer.Status == TaskState.Failed ? 1 : 0;
    }
}
