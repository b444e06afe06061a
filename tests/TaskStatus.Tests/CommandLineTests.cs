using System;
using System.IO;
using System.Threading.Tasks;
using Spectre.Console;
using TaskStatus.Cli;

namespace TaskStatus.Tests;

/// <summary>The program, as it is called.</summary>
public class CommandLineTests
{
    [Fact]
    public async Task The_demo_runs_a_task_to_its_end()
    {
        var (exitCode, output) = await RunAsync("demo");

        Assert.Equal(0, exitCode);
        Assert.Contains("PENDING", output, StringComparison.Ordinal);
        Assert.Contains("PROGRESS 10 of 25", output, StringComparison.Ordinal);
        Assert.Contains("SUCCESS", output, StringComparison.Ordinal);
        Assert.Contains("https://images.example.com/1.png", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"SUCCESS","output":{"result":[]}}""", 200, 0)]
    [InlineData("""{"status":"FAILED","error":"Service Not Found"}""", 200, 1)]
    [InlineData("""{"status":"FAILED","error":"Service Not Found"}""", 500, 1)]
    [InlineData("""{"status":"PENDING"}""", 200, 2)]
    [InlineData("""{"status":"PENDING"}""", 401, 3)]
    public async Task The_exit_code_says_how_the_task_ended(string body, int status, int exitCode)
    {
        await using var server = LoopbackServer.Of(LoopbackServer.Json(body, status));

        var (actual, output) = await RunAsync("watch", "t1", "--deadline", "1", "--url", server.Address.ToString(), "--token", "never-shown");

        Assert.Equal(exitCode, actual);
        Assert.DoesNotContain("never-shown", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told()
    {
        var (exitCode, output) = await RunAsync("status", "t1", "--url", "http://127.0.0.1:9/");

        Assert.Equal(3, exitCode);
        Assert.Contains("did not answer", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 1000;
        var exitCode = await CommandLine.RunAsync(args, console);
        return (exitCode, output.ToString());
    }
}
