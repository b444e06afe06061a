using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TaskStatus.Cli;

/// <summary>The help, with what the exit codes mean below it.</summary>
internal sealed class HelpWithExitCodes : SynchronousCommandLineAction
{
    private readonly HelpAction _help;

    public HelpWithExitCodes(HelpAction help, int width)
    {
        _help = help;
        _help.MaxWidth = width;
    }

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        _help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(
            $"""
            Exit codes:
              {ExitCode.Succeeded}    the task has succeeded
              {ExitCode.Failed}    it has failed, or was canceled
              {ExitCode.NotEnded}    it has not ended (yet)
              {ExitCode.NoAnswer}    no answer from the service
              {ExitCode.Refused}    the token is refused
              {ExitCode.Usage}   wrong command line
              {ExitCode.Stopped}  stopped with Ctrl-C
            """);
        return 0;
    }
}
