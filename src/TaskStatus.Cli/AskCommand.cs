using System.Threading;
using System.Threading.Tasks;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>Asks once where a task stands.</summary>
internal static class AskCommand
{
    public static async Task<int> RunAsync(
        ITaskStatusClient client, TaskStatusRequest request, bool json, IAnsiConsole output, CancellationToken cancellationToken)
    {
        var result = await client.SendGetTaskStatusAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = result.Match(ok => ok.Body, failed => failed.Body);
        if (json)
        {
            Answers.WriteJson(output, answer);
        }
        else
        {
            Answers.Write(output, request.Id, answer);
        }

        return Answers.ExitCodeOf(answer);
    }
}
