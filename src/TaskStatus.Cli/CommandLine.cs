using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>The commands and options of the program.</summary>
public static class CommandLine
{
    /// <summary>Runs the program.</summary>
    /// <param name="args">The command and its options.</param>
    /// <param name="console">Where it writes.</param>
    /// <returns>0 where the task succeeded (or the question was answered), 1 where it failed or was canceled, 2 where the deadline passed, 3 where the service could not be asked.</returns>
    public static Task<int> RunAsync(string[] args, IAnsiConsole console)
    {
        var url = new Option<Uri>("--url")
        {
            Description = "Where the service is; else the environment variable TASK_STATUS_URL.",
            DefaultValueFactory = _ => new Uri(Environment.GetEnvironmentVariable("TASK_STATUS_URL") ?? "http://localhost:5000"),
            CustomParser = Address,
            Recursive = true,
        };
        var token = new Option<string>("--token") { Description = "The bearer token; else the environment variable TASK_STATUS_TOKEN.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TASK_STATUS_TOKEN") ?? "demo-token", Recursive = true };
        var id = new Argument<string>("id") { Description = "The id that was returned when the task was scheduled." };
        var deadline = new Option<int>("--deadline") { Description = "How long to wait for the task's end, in seconds.", DefaultValueFactory = _ => 600 };

        var status = new Command("status", "Asks once where a task stands.") { id };
        status.SetAction((parsed, cancellation) => AskingAsync(
            console, parsed.GetValue(url)!, parsed.GetValue(token)!, client => StatusCommand.RunAsync(client, parsed.GetValue(id)!, console, cancellation)));

        var watch = new Command("watch", "Watches a task until it ends.") { id, deadline };
        watch.SetAction((parsed, cancellation) => AskingAsync(
            console,
            parsed.GetValue(url)!,
            parsed.GetValue(token)!,
            client => WatchCommand.RunAsync(
                client, parsed.GetValue(id)!, new PollingOptions { Deadline = TimeSpan.FromSeconds(parsed.GetValue(deadline)) }, console, cancellation)));

        var demo = new Command("demo", "Starts a server on this machine, lets a task run through its store, and watches it end.");
        demo.SetAction((_, cancellation) => DemoCommand.RunAsync(console, cancellation));

        return new RootCommand("Asks a task-status service how scheduled tasks stand.") { url, token, status, watch, demo }
            .Parse(args).InvokeAsync();
    }

    /// <summary>A client, and the exit code of what is asked with it.</summary>
    internal static async Task<int> AskingAsync(IAnsiConsole console, Uri url, string token, Func<ITaskStatusClient, Task<int>> ask)
    {
        using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        var client = new TaskStatusClient(http, new TaskStatusClientOptions { TokenProvider = _ => new ValueTask<string>(token) });
        try
        {
            return await ask(client).ConfigureAwait(false);
        }
        catch (UnexpectedResponseException exception)
        {
            console.WriteLine(exception.Problem?.Title is { } title ? exception.Message + " " + title : exception.Message);
            return 3;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            console.WriteLine("The service did not answer: " + exception.Message);
            return 3;
        }
    }

    private static Uri? Address(ArgumentResult argument)
    {
        if (argument.Tokens.Count == 1 && Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https")
        {
            return address;
        }

        argument.AddError("--url is an absolute http or https address.");
        return null;
    }
}
