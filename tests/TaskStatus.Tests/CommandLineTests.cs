using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;
using TaskStatus.Cli;

namespace TaskStatus.Tests;

/// <summary>The program, as it is called.</summary>
public class CommandLineTests
{
    private const string Succeeded = """{"status":"SUCCESS","output":{"result":[1]}}""";

    [Fact]
    public async Task The_demo_runs_a_task_to_its_end()
    {
        var (exitCode, output, _) = await RunAsync("demo");

        Assert.Equal(0, exitCode);
        Assert.Contains("PENDING", output, StringComparison.Ordinal);
        Assert.Contains("PROGRESS 10 of 25", output, StringComparison.Ordinal);
        Assert.Contains("SUCCESS", output, StringComparison.Ordinal);
        Assert.Contains("https://images.example.com/1.png", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("watch", Succeeded, 200, 0)]
    [InlineData("watch", """{"status":"FAILED","error":"Service Not Found"}""", 200, 1)]
    [InlineData("watch", """{"status":"FAILED","error":"Service Not Found"}""", 500, 1)]
    [InlineData("watch", """{"status":"PENDING"}""", 200, 2)]
    [InlineData("watch", """{"status":"PAUSED"}""", 200, 2)]
    [InlineData("watch", """{"status":"PENDING"}""", 404, 3)]
    [InlineData("watch", """{"status":"PENDING"}""", 401, 4)]
    [InlineData("ask", Succeeded, 200, 0)]
    [InlineData("ask", """{"status":"FAILED","error":"Service Not Found"}""", 200, 1)]
    [InlineData("ask", """{"status":"FAILED","error":"Service Not Found"}""", 500, 1)]
    [InlineData("ask", """{"status":"PENDING"}""", 200, 2)]
    [InlineData("ask", """{"status":"PAUSED"}""", 200, 2)]
    [InlineData("ask", """{"status":"PENDING"}""", 404, 3)]
    [InlineData("ask", """{"status":"PENDING"}""", 403, 4)]
    public async Task The_exit_code_says_how_the_task_stands(string command, string body, int status, int exitCode)
    {
        await using var server = LoopbackServer.Of(LoopbackServer.Json(body, status));
        string[] deadline = command == "watch" ? ["--deadline", "1"] : [];

        var (actual, output, errors) = await RunAsync([command, "t1", "--url", server.Address.ToString(), "--token", "never-shown", .. deadline]);

        Assert.Equal(exitCode, actual);
        Assert.DoesNotContain("never-shown", output + errors, StringComparison.Ordinal);
        Assert.Equal(exitCode > 2, output.Length == 0 && errors.Length > 0);
    }

    [Fact]
    public async Task With_json_standard_output_has_the_answer_and_nothing_else()
    {
        await using var server = LoopbackServer.Of(n => LoopbackServer.Json(n == 0 ? """{"status":"PENDING"}""" : Succeeded));

        var (exitCode, output, errors) = await RunAsync("watch", "t1", "--json", "--url", server.Address.ToString());

        Assert.Equal(0, exitCode);
        Assert.Equal(Succeeded + Environment.NewLine, output);
        Assert.Equal("t1  PENDING" + Environment.NewLine, errors);
    }

    [Fact]
    public async Task Outages_are_told_while_they_are_ridden_out()
    {
        await using var server = LoopbackServer.Of(n => n == 0 ? LoopbackServer.Json("{}", 503, "Retry-After: 1\r\n") : LoopbackServer.Json(Succeeded));

        var (exitCode, _, errors) = await RunAsync("watch", "t1", "--url", server.Address.ToString());

        Assert.Equal(0, exitCode);
        Assert.Contains("t1  the service answers 503: it is asked again", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_503_is_told_with_its_reason_and_its_time()
    {
        const string Problem = """{"title":"The store is away.","status":503}""";
        await using var server = LoopbackServer.Of(
            $"HTTP/1.1 503 X\r\nContent-Type: application/problem+json\r\nRetry-After: 7\r\nContent-Length: {Problem.Length}\r\nConnection: close\r\n\r\n{Problem}");

        var (exitCode, _, errors) = await RunAsync("ask", "t1", "--url", server.Address.ToString());

        Assert.Equal(3, exitCode);
        Assert.Contains("(503): The store is away. It asks to be asked again after 7 s.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told()
    {
        var (exitCode, _, errors) = await RunAsync("ask", "t1", "--url", "http://127.0.0.1:9/");

        Assert.Equal(3, exitCode);
        Assert.Contains("http://127.0.0.1:9/ did not answer", errors, StringComparison.Ordinal);
        Assert.Contains("--url", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing for option: '--deadline'", "watch", "t1", "--deadline")]
    [InlineData("as in 90, 90s", "watch", "t1", "--deadline", "5x")]
    [InlineData("as in 90, 90s", "watch", "t1", "--deadline", "-1")]
    [InlineData("number from 0 on", "watch", "t1", "--max-faults", "-1")]
    [InlineData("Required argument missing", "ask")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("http or https address", "ask", "t1", "--url", "ftp://x")]
    [InlineData("http or https address", "ask", "t1", "--url", "http://user:never-shown@127.0.0.1/")]
    [InlineData("There is no token", "ask", "t1", "--url", "http://tasks.example.com/")]
    [InlineData("cannot be read", "ask", "t1", "--token-file", "/no/such/file")]
    [InlineData("which no header carries", "ask", "t1", "--token", "never\nshown")]
    public async Task A_wrong_command_line_is_told_and_no_answer_of_a_task(string sentence, params string[] args)
    {
        var (exitCode, output, errors) = await RunAsync(args);

        Assert.Equal(64, exitCode);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("never", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_is_read_from_a_file()
    {
        await using var server = LoopbackServer.Of(LoopbackServer.Json(Succeeded));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "from-a-file\n");

        var (exitCode, _, _) = await RunAsync("ask", "t1", "--token-file", file, "--url", server.Address.ToString());

        File.Delete(file);
        Assert.Equal(0, exitCode);
        Assert.Contains("Authorization: Bearer from-a-file\r\n", Assert.Single(server.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_over_the_wire_cannot_command_the_terminal()
    {
        await using var server = LoopbackServer.Of(LoopbackServer.Json("""{"status":"FAILED","error":"\u001b[2J\u202egone\r"}"""));

        var (_, output, _) = await RunAsync("ask", "t1", "--url", server.Address.ToString());

        Assert.Contains("""\u001b[2J\u202egone\u000d""", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_is_told_and_the_task_goes_on()
    {
        await using var server = LoopbackServer.Of(LoopbackServer.Json("""{"status":"PENDING"}"""));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(700));

        var (exitCode, _, errors) = await RunAsync(stop.Token, "watch", "t1", "--url", server.Address.ToString());

        Assert.Equal(130, exitCode);
        Assert.Contains("Stopped. The task itself goes on", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_commands_exit_codes_and_the_environment()
    {
        var (exitCode, output, errors) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Empty(errors);
        Assert.All(["ask", "watch", "demo", "TASK_STATUS_URL", "TASK_STATUS_TOKEN", "130  stopped"], word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        var exitCode = await CommandLine.RunAsync(args, Terminal(output), Terminal(errors), cancellationToken);
        return (exitCode, output.ToString(), errors.ToString());
    }

    private static IAnsiConsole Terminal(StringBuilder written)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new StringWriter(written)),
        });
        console.Profile.Width = 1000;
        return console;
    }
}
