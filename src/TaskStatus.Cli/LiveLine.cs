using System;
using System.Threading;
using System.Threading.Tasks;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>One line of a terminal that says how a task stands, for how long it has been watched, and what is wrong.</summary>
internal sealed class LiveLine(string id, ServiceNotes notes, IAnsiConsole console) : IProgress<TaskStatusResponse>
{
    // The spinner, a space, and a column that terminals keep free.
    private const int Margin = 4;

    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(250);

    private readonly long _started = TimeProvider.System.GetTimestamp();
    private TaskStatusResponse? _answer;
    private int _answers;

    /// <inheritdoc />
    public void Report(TaskStatusResponse value)
    {
        _answer = value;
        Interlocked.Increment(ref _answers);
    }

    /// <summary>Shows the line for as long as the work takes, and takes it away.</summary>
    public Task<T> ShowAsync<T>(Func<IProgress<TaskStatusResponse>, Task<T>> work) =>
        console.Status().StartAsync(Line(), async display =>
        {
            var working = work(this);
            while (await Task.WhenAny(working, Task.Delay(s_step)).ConfigureAwait(false) != working)
            {
                display.Status(Line());
            }

            return await working.ConfigureAwait(false);
        });

    private string Line()
    {
        var word = TerminalText.Of(_answer?.Status.Text ?? "asking");
        var seconds = $"{TimeProvider.System.GetElapsedTime(_started).TotalSeconds:0} s";
        var told = notes.Trouble is { } trouble ? trouble.Brief : $"{_answers} answers";
        var rest = $"  {word}  {seconds}, {told}";
        var name = TerminalText.Of(id);
        var room = Math.Max(console.Profile.Width - Margin, 20);
        if (name.Length + rest.Length > room && name.Length > 9)
        {
            name = name[..8] + "…";
        }

        var line = name + rest;
        line = line.Length > room ? line[..(room - 1)] + "…" : line;
        var at = line.IndexOf(word, Math.Min(name.Length, line.Length), StringComparison.Ordinal);
        return at < 0 ? Markup.Escape(line) : Markup.Escape(line[..at]) + "[bold]" + Markup.Escape(word) + "[/]" + Markup.Escape(line[(at + word.Length)..]);
    }
}
