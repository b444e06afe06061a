using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Qolaba.Tasks;
using TaskStatus.Polls;

namespace TaskStatus.Tests.Stores;

/// <summary>What the real Celery stores through its own backends, against what its own AsyncResult says. Whole workers run in tests/celery/run.</summary>
public class RealCeleryTests
{
    [RealCeleryFact]
    public async Task Its_file_backend_is_read_as_it_reads_it_itself()
    {
        var folder = Directory.CreateTempSubdirectory("task-status-").FullName;
        await using var server = await RunningServer.StartAsync("--TaskStatus:Folder", folder);

        await CompareAsync(server, new Uri(folder).AbsoluteUri, resultExtended: false);

        Directory.Delete(folder, recursive: true);
    }

    [RealCeleryFact]
    public async Task Its_Redis_backend_is_read_as_it_reads_it_itself()
    {
        using var redis = RedisProcess.TryCreate()!;
        await redis.ListeningAsync(CancellationToken.None);
        var address = $"redis://127.0.0.1:{redis.Port}/1";
        await using var server = await RunningServer.StartAsync("--TaskStatus:Redis", address);

        await CompareAsync(server, address, resultExtended: true);
    }

    [RealCeleryFact]
    public async Task Its_pickles_are_refused()
    {
        var folder = Directory.CreateTempSubdirectory("task-status-").FullName;
        await using var server = await RunningServer.StartAsync("--TaskStatus:Folder", folder);
        await StoreAsync(new Uri(folder).AbsoluteUri, ("SERIALIZER", "pickle"));

        var file = Directory.GetFiles(folder)[0];
        Assert.Equal(0x80, (await File.ReadAllBytesAsync(file))[0]);
        var exception = await Assert.ThrowsAsync<ContractKit.UnexpectedResponseException>(() => server.AskAsync(Path.GetFileName(file)["celery-task-meta-".Length..]));
        Assert.Contains("pickle", exception.Problem!.Title!, StringComparison.Ordinal);

        Directory.Delete(folder, recursive: true);
    }

    private static async Task CompareAsync(RunningServer server, string backend, bool resultExtended)
    {
        var told = await StoreAsync(backend, ("RESULT_EXTENDED", resultExtended ? "1" : "0"));
        Assert.Equal(11, told.Count);
        foreach (var celery in told)
        {
            var answer = await server.AskUntilAnsweredAsync(celery.GetProperty("id").GetString()!);

            var body = answer.Match(ok => ok.Body, failed => failed.Body);
            var (state, value) = (celery.GetProperty("state").GetString(), celery.GetProperty("value"));
            var failsSoftly = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("status", out var status) && status.GetString() == "FAILED";
            Assert.Equal(
                state switch { "SUCCESS" when failsSoftly => (200, TaskState.Failed), "SUCCESS" => (200, TaskState.Success), "FAILURE" => (500, TaskState.Failed), "REVOKED" => (200, TaskState.Failed), _ => (200, TaskState.Pending) },
                (answer.StatusCode, body.Status.Known!.Value));
            Assert.DoesNotContain("Traceback", body.ToJson(), StringComparison.Ordinal);
            switch (state)
            {
                case "SUCCESS" when !failsSoftly:
                    Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(value), JsonSerializer.SerializeToNode(body.Output!.Value)), body.ToJson());
                    break;
                case "FAILURE":
                    Assert.Equal(celery.GetProperty("message").GetString() ?? "Internal Error", body.Error);
                    break;
            }

            if (resultExtended && state == "SUCCESS")
            {
                Assert.Equal("a cat", body.Input!.Value.GetProperty("prompt").GetString());
            }
        }
    }

    private static async Task<List<JsonElement>> StoreAsync(string backend, params (string Name, string Value)[] environment)
    {
        var root = typeof(RealCeleryTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var start = new ProcessStartInfo(RealCeleryFactAttribute.Python, ["-B", Path.Combine(root, "tests/celery/store.py")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BACKEND"] = backend;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var python = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var errors = python.StandardError.ReadToEndAsync(timeout.Token);
        var lines = (await python.StandardOutput.ReadToEndAsync(timeout.Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await python.WaitForExitAsync(timeout.Token);
        Assert.True(python.ExitCode == 0, await errors);
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
