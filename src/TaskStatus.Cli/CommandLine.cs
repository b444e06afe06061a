using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>The commands and options of the program.</summary>
public sealed class CommandLine
{
    /// <summary>The environment variable that says where the service is.</summary>
    internal const string UrlVariable = "TASK_STATUS_URL";

    private const string DefaultUrl = "http://localhost:5000";

    private readonly IAnsiConsole _output;
    private readonly IAnsiConsole _errors;

    private readonly Option<string?> _url = new("--url")
    {
        Description = $"Where the service is; else the environment variable {UrlVariable}, else {DefaultUrl}.",
        HelpName = "address",
        Recursive = true,
    };

    private readonly Option<string?> _tokenFile = new("--token-file")
    {
        HelpName = "path",
        Description = $"A file with the bearer token (- is standard input); else {Token.Variable}, else the file that {Token.FileVariable} names.",
        Recursive = true,
    };

    private readonly Option<string?> _token = new("--token")
    {
        HelpName = "token",
        Description = "The bearer token itself. Others on this machine can read it in the list of processes.",
        Recursive = true,
    };

    private readonly Argument<string> _id = new("id") { Description = "The id that was returned when the task was scheduled." };
    private readonly Option<string?> _ref = new("--ref") { HelpName = "text", Description = "The reference that was given at scheduling (refID)." };
    private readonly Option<bool> _json = new("--json") { Description = "Write the service's last answer to standard output, as JSON on one line." };

    private readonly Option<TimeSpan?> _deadline = new("--deadline")
    {
        HelpName = "time",
        Description = "How long to wait for the task's end, as in 90, 90s, 10m or 2h; 10m unless given.",
        CustomParser = Duration,
    };

    private readonly Option<int?> _maxFaults = new("--max-faults")
    {
        HelpName = "count",
        Description = "How many faults in a row (no connection, 429, 502, 503, 504) are ridden out; 8 unless given.",
        CustomParser = static argument =>
        {
            if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return count;
            }

            argument.AddError("--max-faults is a number from 0 on.");
            return null;
        },
    };

    private CommandLine(IAnsiConsole output, IAnsiConsole errors)
    {
        _output = output;
        _errors = errors;
    }

    /// <summary>Runs the program.</summary>
    /// <param name="args">The command and its options.</param>
    /// <param name="output">Where answers go: standard output.</param>
    /// <param name="errors">Where progress and what went wrong go: standard error.</param>
    /// <param name="cancellationToken">Stops it, as Ctrl-C does.</param>
    /// <returns>0 where the task has succeeded, 1 where it has failed, 2 where it has not ended, and what else <c>--help</c> lists.</returns>
    public static async Task<int> RunAsync(string[] args, IAnsiConsole output, IAnsiConsole errors, CancellationToken cancellationToken = default)
    {
        var parsed = new CommandLine(output, errors).Root().Parse(args);
        if (parsed.Action is ParseErrorAction error)
        {
            error.ShowHelp = false;
        }

        var configuration = new InvocationConfiguration { Output = output.Profile.Out.Writer, Error = errors.Profile.Out.Writer, EnableDefaultExceptionHandler = false };
        var exitCode = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }

    private RootCommand Root()
    {
        var ask = new Command("ask", "Asks once where a task stands.") { _id, _ref, _json };
        ask.Aliases.Add("status");
        ask.SetAction((parsed, cancellation) => RunAsync(
            parsed, (client, _) => AskCommand.RunAsync(client, Request(parsed), parsed.GetValue(_json), _output, cancellation), cancellation));

        var watch = new Command("watch", "Watches a task until it ends.") { _id, _ref, _json, _deadline, _maxFaults };
        watch.SetAction((parsed, cancellation) => RunAsync(
            parsed,
            (client, notes) => new WatchCommand(Polling(parsed), parsed.GetValue(_json), _output, _errors).RunAsync(client, Request(parsed), notes, cancellation),
            cancellation));

        var demo = new Command("demo", "Starts a server on this machine, lets a task run through its store, and watches it end.");
        demo.SetAction((_, cancellation) => GuardedAsync(() => DemoCommand.RunAsync(_output, cancellation), "", cancellation));

        var root = new RootCommand("Asks a task-status service how scheduled tasks stand.") { _url, _tokenFile, _token, ask, watch, demo };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!, _output.Profile.Width);
        return root;
    }

    private TaskStatusRequest Request(ParseResult parsed) => new() { Id = parsed.GetRequiredValue(_id), RefId = parsed.GetValue(_ref) };

    private PollingOptions Polling(ParseResult parsed)
    {
        var usual = new PollingOptions();
        return usual with
        {
            Deadline = parsed.GetValue(_deadline) ?? usual.Deadline,
            MaxConsecutiveFaults = parsed.GetValue(_maxFaults) ?? usual.MaxConsecutiveFaults,
        };
    }

    private Task<int> RunAsync(ParseResult parsed, Func<ITaskStatusClient, ServiceNotes, Task<int>> ask, CancellationToken cancellationToken) =>
        GuardedAsync(
            () =>
            {
                var url = Address(parsed.GetValue(_url));
                var token = Token.Find(parsed.GetValue(_tokenFile), parsed.GetValue(_token), url);
                return new Service(url, token, _errors).AskAsync(ask, cancellationToken);
            },
            " The task itself goes on: it can be watched again.",
            cancellationToken);

    private async Task<int> GuardedAsync(Func<Task<int>> run, string afterword, CancellationToken cancellationToken)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (UsageException exception)
        {
            _errors.WriteLine(exception.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _errors.WriteLine("Stopped." + afterword);
            return ExitCode.Stopped;
        }
    }

    private static Uri Address(string? given)
    {
        var text = given ?? (Environment.GetEnvironmentVariable(UrlVariable) is { Length: > 0 } set ? set : DefaultUrl);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
            ? address
            : throw new UsageException($"--url or {UrlVariable} is an absolute http or https address without user and password.");
    }

    private static TimeSpan? Duration(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        var unit = text.Length > 0 ? text[^1] : ' ';
        var digits = char.IsAsciiLetter(unit) ? text[..^1] : text;
        var seconds = unit switch { 'h' => 3600, 'm' => 60, _ => 1 };
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && (!char.IsAsciiLetter(unit) || unit is 's' or 'm' or 'h')
            && count * seconds is > 0 and <= 366 * 24 * 3600.0)
        {
            return TimeSpan.FromSeconds(count * seconds);
        }

        argument.AddError("--deadline is a time of up to a year, as in 90, 90s, 10m or 2h.");
        return null;
    }
}
