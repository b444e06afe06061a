using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;

namespace TaskStatus.Tests.Stores;

/// <summary>Celery's file backend.</summary>
public sealed class FolderStoreTests : StoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("task-status-").FullName;

    [Fact]
    public async Task A_file_that_is_being_written_is_read_again()
    {
        Store("t", []);
        var asking = Server.Client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t" });
        await Task.Delay(60);
        Store("t", """{"status": "SUCC"""u8.ToArray());
        await Task.Delay(60);
        Store("t", """{"status": "SUCCESS", "result": {}}"""u8.ToArray());

        Assert.Equal(TaskState.Success, (await asking).Status.Known);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"status": "SUCCESS", "resu""")]
    [InlineData("""{"status": "SUCCESS", "result": {"a": [1, 2""")]
    public async Task A_file_that_stays_cut_off_is_answered_with_503(string stored)
    {
        Store("t", Encoding.UTF8.GetBytes(stored));

        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => Server.Client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t" }));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.StatusCode);
        Assert.Equal("1", exception.Headers["Retry-After"].Single());
        Assert.Contains("cut off", exception.Problem!.Title!, StringComparison.Ordinal);
        Assert.Contains(Server.Log, line => line.StartsWith("Warning: Task t: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_no_empty_one()
    {
        Store("t", """{"status": "SUCCESS", "result": {}}"""u8.ToArray());
        Directory.Move(_folder, _folder + ".away");
        Assert.Null(await Server.AskAsync("t"));
        Assert.Null(await Server.AskAsync("other"));
        using (var ready = await Server.Http.GetAsync(new Uri("/health/ready", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync());
        }

        Assert.Equal("Healthy", await Server.Http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        Directory.Move(_folder + ".away", _folder);
        Assert.Equal("Healthy", await Server.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        Assert.Equal(200, (await Server.AskAsync("t"))!.StatusCode);

        // One line for the beginning and one for the end, however many calls there were.
        Assert.Single(Server.Log, line => line.StartsWith("Error: There is no folder " + _folder, StringComparison.Ordinal));
        Assert.Single(Server.Log, line => line.Contains("2 calls were answered with 503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_folder_may_be_given_as_Celery_has_it()
    {
        Store("t", """{"status": "SUCCESS", "result": {}}"""u8.ToArray());
        await using var server = await RunningServer.StartAsync("--TaskStatus:Folder", new Uri(_folder).AbsoluteUri);

        Assert.Equal(200, (await server.AskAsync("t"))!.StatusCode);
        Assert.Contains(server.Log, line => line.EndsWith("read from the folder " + _folder + ".", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_under_a_prefix_of_the_applications_own_are_found()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "shop_celery-task-meta-t"), """{"status": "SUCCESS", "result": {}}""");
        await using var server = await RunningServer.StartAsync("--TaskStatus:Folder", _folder, "--TaskStatus:KeyPrefix", "shop_celery-task-meta-");

        Assert.Equal(TaskState.Success, (await server.Client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t" })).Status.Known);
    }

    private protected override Task<RunningServer> StartAsync() =>
        RunningServer.StartAsync("--TaskStatus:Folder", _folder, "--TaskStatus:MaxResultBytes", "65536");

    private protected override Task EndAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private protected override void Store(string id, byte[] stored) => File.WriteAllBytes(Path.Combine(_folder, "celery-task-meta-" + id), stored);
}
