using System.Text.Json;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>Writes what the service says of a task.</summary>
internal static class Answers
{
    /// <summary>One line, and the output or the error below it.</summary>
    public static void Write(IAnsiConsole console, string id, TaskStatusResponse answer)
    {
        console.WriteLine($"{id}  {answer.Status.Text}");
        if (answer.Error is { Length: > 0 } error)
        {
            console.WriteLine("  error: " + error);
        }

        if (answer.Status == TaskState.Success && answer.Output is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } output)
        {
            console.WriteLine("  output: " + output.GetRawText());
        }
    }
}
