using System;
using Spectre.Console;
using TaskStatus.Cli;

if (Console.IsOutputRedirected)
{
    // Whatever reads the lines breaks them itself.
    AnsiConsole.Profile.Width = 10_000;
}

return await CommandLine.RunAsync(args, AnsiConsole.Console);
