using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>The service that is asked.</summary>
/// <param name="url">Where it is.</param>
/// <param name="token">What it is shown.</param>
/// <param name="errors">Where it is told that it did not answer.</param>
internal sealed class Service(Uri url, string token, IAnsiConsole errors)
{
    /// <summary>The exit code of what is asked, or the one for an answer that did not come, with a sentence that says why.</summary>
    public async Task<int> AskAsync(Func<ITaskStatusClient, ServiceNotes, Task<int>> ask, CancellationToken cancellationToken)
    {
        using var notes = new ServiceNotes();
        using var http = new HttpClient(notes, disposeHandler: false) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        var client = new TaskStatusClient(http, new TaskStatusClientOptions { TokenProvider = _ => new ValueTask<string>(token) });
        try
        {
            return await ask(client, notes).ConfigureAwait(false);
        }
        catch (UnexpectedResponseException exception)
        {
            Tell(Sentence(exception));
            return exception.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? ExitCode.Refused : ExitCode.NoAnswer;
        }
        catch (HttpRequestException exception)
        {
            Tell($"The service at {url} did not answer: {exception.Message}. Is it there? --url or {CommandLine.UrlVariable} says where it is.");
            return ExitCode.NoAnswer;
        }
        catch (TaskCanceledException exception) when (exception.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            Tell($"The service at {url} did not answer within {http.Timeout.TotalSeconds:0} s.");
            return ExitCode.NoAnswer;
        }
    }

    private static string Sentence(UnexpectedResponseException exception)
    {
        var reason = exception.Problem?.Title is { Length: > 0 } title ? title : exception.Message;
        switch (exception.StatusCode)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return $"The service refuses the token ({(int)exception.StatusCode}): set {Token.Variable}, or name a file with --token-file.";
            case HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests:
                var after = exception.Headers.TryGetValue("Retry-After", out var values) && values.Count > 0 ? $" It asks to be asked again after {Seconds(values[0])}." : "";
                return $"The service cannot answer at the moment ({(int)exception.StatusCode}): {reason}{after}";
            default:
                return reason + string.Concat(Violations(exception.Problem));
        }
    }

    // What the generated server says of a request that breaks the contract.
    private static System.Collections.Generic.IEnumerable<string> Violations(ContractProblem? problem) =>
        problem is not null && problem.Extensions.TryGetValue("violations", out var violations) && violations.ValueKind == System.Text.Json.JsonValueKind.Array
            ? violations.EnumerateArray()
                .Where(static violation => violation.ValueKind == System.Text.Json.JsonValueKind.Object)
                .Select(static violation => $"\n  {Member(violation, "instanceLocation")}: {Member(violation, "message")}")
            : [];

    private static string Member(System.Text.Json.JsonElement violation, string name) =>
        violation.TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString()! : "";

    private static string Seconds(string retryAfter) => retryAfter.All(char.IsAsciiDigit) ? retryAfter + " s" : retryAfter;

    private void Tell(string sentence) => errors.WriteLine(string.Join('\n', sentence.Split('\n').Select(TerminalText.Of)));
}
