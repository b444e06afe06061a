using System.Text.Json;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>Writes what the service says of a task.</summary>
internal static class Answers
{
    /// <summary>The exit code that stands for an answer.</summary>
    public static int ExitCodeOf(TaskStatusResponse answer) => answer.Status.Known switch
    {
        TaskState.Success => ExitCode.Succeeded,
        TaskState.Failed => ExitCode.Failed,
        TaskState.Pending => ExitCode.NotEnded,
        null => ExitCode.NotEnded,
    };

    /// <summary>The answer as the service gave it, on one line.</summary>
    public static void WriteJson(IAnsiConsole output, TaskStatusResponse answer) => WriteUnbroken(output, answer.ToJson());

    /// <summary>One line, and what came of the task below it.</summary>
    public static void Write(IAnsiConsole output, string id, TaskStatusResponse answer)
    {
        output.Write(new Text(TerminalText.Of(id)));
        if (id.Length + 2 + answer.Status.Text.Length > output.Profile.Width)
        {
            output.WriteLine();
        }

        output.Write(new Text("  "));
        output.Write(new Text(TerminalText.Of(answer.Status.Text), StyleOf(answer)));
        output.WriteLine();
        if (answer.Error is { Length: > 0 } error)
        {
            WriteUnbroken(output, "  error: " + error);
        }

        if (answer.ErrorData is { ValueKind: JsonValueKind.String or JsonValueKind.Object } data)
        {
            WriteUnbroken(output, "  error data: " + data.GetRawText());
        }

        if (answer.Status == TaskState.Success && answer.Output is { ValueKind: not JsonValueKind.Null } result)
        {
            WriteUnbroken(output, "  output: " + result.GetRawText());
        }
    }

    /// <summary>How a status is shown where there are colours.</summary>
    public static Style StyleOf(TaskStatusResponse answer) => answer.Status.Known switch
    {
        TaskState.Success => new Style(Color.Green),
        TaskState.Failed => new Style(Color.Red),
        TaskState.Pending => Style.Plain,
        null => new Style(Color.Yellow),
    };

    // Past the console's own line breaks: what is copied from a narrow terminal is whole.
    private static void WriteUnbroken(IAnsiConsole output, string line) => output.Profile.Out.Writer.WriteLine(TerminalText.Of(line));
}
