using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;
using Spectre.Console;
using TaskStatus.Server;

namespace TaskStatus.Cli;

/// <summary>The whole way on one machine: a server on a free loopback port, a worker that leaves results as Celery does, and a client that watches.</summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("task-status-demo-").FullName;
        try
        {
            var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            await using var server = TaskStatusApplication.Create(
                "--urls", "http://127.0.0.1:0", "--TaskStatus:Store", "Folder", "--TaskStatus:Folder", folder, "--TaskStatus:Token", token, "--Logging:LogLevel:Default", "Warning");
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            var url = new Uri(server.Urls.First());
            console.WriteLine($"server   {url} reads Celery's results from {folder}");

            var id = Guid.NewGuid().ToString();
            var worker = new DemoWorker(folder, id, console).RunAsync(cancellationToken);
            var options = new PollingOptions { InitialDelay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromMilliseconds(400), Deadline = TimeSpan.FromMinutes(1) };
            var exitCode = await new Service(url, token, console).AskAsync(
                (client, notes) => new WatchCommand(options, json: false, console, console).RunAsync(client, new TaskStatusRequest { Id = id }, notes, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            await worker.ConfigureAwait(false);
            await server.StopAsync(cancellationToken).ConfigureAwait(false);
            console.WriteLine(exitCode == ExitCode.Succeeded ? "demo     the task was watched to its end" : "demo     the task did not succeed");
            return exitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
