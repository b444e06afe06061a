using System;
using Spectre.Console;
using TaskStatus.Cli;

// Answers on standard output, everything else on standard error: what is piped on is the answer alone.
return await CommandLine.RunAsync(args, Terminal(new AnsiConsoleOutput(Console.Out)), Terminal(new AnsiConsoleOutput(Console.Error)));

static IAnsiConsole Terminal(AnsiConsoleOutput output)
{
    var console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = output,
        Interactive = output.IsTerminal && Environment.GetEnvironmentVariable("TERM") != "dumb" ? InteractionSupport.Yes : InteractionSupport.No,
    });
    if (!output.IsTerminal)
    {
        // Whatever reads the lines breaks them itself.
        console.Profile.Width = 10_000;
    }

    return console;
}
