using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;

namespace TaskStatus.Tests.Stores;

/// <summary>Celery's Redis backend, before a server of its protocol that fails at will. <see cref="RealRedisTests"/> ask a real one.</summary>
public sealed class RedisStoreTests : StoreContract
{
    private const string Success = """{"status": "SUCCESS", "result": {"sum": 3}}""";
    private readonly RespServer _redis = new();

    [Fact]
    public async Task A_value_that_is_too_long_does_not_come_over_the_wire()
    {
        _redis.Values["celery-task-meta-t"] = new byte[1_000_000];

        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => Server.Client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t" }));

        Assert.Contains("longer than", exception.Problem!.Title!, StringComparison.Ordinal);
        Assert.InRange(_redis.LongestAnswer, 65537, 65537 + 20);
    }

    [Fact]
    public async Task Redis_that_is_down_when_the_service_starts_is_found_when_it_comes()
    {
        await _redis.KillAsync();
        await using var server = await RunningServer.StartAsync(Settings());
        Assert.Null(await server.AskAsync("t"));
        Assert.Equal("Healthy", await server.Http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        using (var ready = await server.Http.GetAsync(new Uri("/health/ready", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        }

        _redis.Store("t", Success);
        _redis.Start();

        Assert.Equal(200, (await server.AskUntilAnsweredAsync("t")).StatusCode);
        Assert.Equal("Healthy", await server.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        Assert.Contains(server.Log, line => line.StartsWith("Error: Redis at 127.0.0.1:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redis_that_goes_and_comes_back_costs_503s_and_no_answer()
    {
        _redis.Store("t", Success);
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(200, (await Server.AskUntilAnsweredAsync("t")).StatusCode);
            await _redis.KillAsync();
            Assert.Null(await Server.AskAsync("t"));
            Assert.Null(await Server.AskAsync("unknown"));
            _redis.Start();
        }

        Assert.Equal(TaskState.Success, ((GetTaskStatusResult.Ok)await Server.AskUntilAnsweredAsync("t")).Body.Status.Known);
        Assert.Equal(TaskState.Pending, ((GetTaskStatusResult.Ok)await Server.AskUntilAnsweredAsync("unknown")).Body.Status.Known);
        Assert.Equal(2, Server.Log.Count(line => line.Contains("The store answers again", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("-LOADING Redis is loading the dataset in memory")]
    [InlineData("-BUSY Redis is busy running a script")]
    [InlineData("-MASTERDOWN Link with MASTER is down")]
    [InlineData("-NOAUTH Authentication required.")]
    [InlineData("-NOPERM this user has no permissions")]
    public async Task What_Redis_refuses_is_not_taken_for_nothing_stored(string refusal)
    {
        _redis.Store("t", Success);
        Assert.Equal(200, (await Server.AskUntilAnsweredAsync("t")).StatusCode);
        _redis.Refusal = refusal;
        Assert.Null(await Server.AskAsync("t"));
        Assert.Contains(Server.Log, line => line.Contains(refusal[1..].TrimEnd('.'), StringComparison.Ordinal));
        _redis.Refusal = null;
        Assert.Equal(200, (await Server.AskAsync("t"))!.StatusCode);
    }

    [Fact]
    public async Task A_key_of_another_kind_is_told()
    {
        _redis.Refusal = "-WRONGTYPE Operation against a key holding the wrong kind of value";

        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => Server.Client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t" }));

        Assert.Equal(HttpStatusCode.InternalServerError, exception.StatusCode);
        Assert.Contains("no text", exception.Problem!.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redis_that_hangs_does_not_hang_the_caller()
    {
        _redis.Store("t", Success);
        Assert.Equal(200, (await Server.AskUntilAnsweredAsync("t")).StatusCode);
        _redis.IsHung = true;
        var asked = TimeProvider.System.GetTimestamp();

        Assert.Null(await Server.AskAsync("t"));

        Assert.InRange(TimeProvider.System.GetElapsedTime(asked).TotalSeconds, 0.5, 10);
    }

    [Fact]
    public async Task Several_servers_on_one_Redis_answer_alike()
    {
        await using var second = await RunningServer.StartAsync(Settings());
        foreach (var (id, status) in new[] { ("a", "SUCCESS"), ("b", "FAILURE"), ("c", "PROGRESS"), ("d", "REVOKED") })
        {
            _redis.Store(id, CeleryBytes.Stored(status, """{"exc_message": ["no"]}"""));
        }

        foreach (var id in new[] { "a", "b", "c", "d", "nothing" })
        {
            Assert.Equal(await Server.AskUntilAnsweredAsync(id), await second.AskUntilAnsweredAsync(id));
        }
    }

    [Theory]
    [InlineData("redis://127.0.0.1:1/1")]
    [InlineData("redis://someone:never-shown@127.0.0.1:1/1")]
    [InlineData("redis://:never-shown@127.0.0.1:1")]
    [InlineData("127.0.0.1:1,password=never-shown,defaultDatabase=1,connectTimeout=300")]
    public async Task Addresses_are_taken_and_passwords_are_never_shown(string redis)
    {
        await using var server = await RunningServer.StartAsync("--TaskStatus:Redis", redis);

        Assert.Null(await server.AskAsync("t"));
        Assert.Contains(server.Log, line => line.Contains("read from Redis at 127.0.0.1:1, database ", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log, line => line.Contains("never-shown", StringComparison.Ordinal));
    }

    private protected override Task<RunningServer> StartAsync()
    {
        _redis.Start();
        return RunningServer.StartAsync([.. Settings(), "--TaskStatus:MaxResultBytes", "65536"]);
    }

    private protected override async Task EndAsync() => await _redis.DisposeAsync();

    private protected override void Store(string id, byte[] stored) => _redis.Values["celery-task-meta-" + id] = stored;

    private string[] Settings() => ["--TaskStatus:Redis", $"redis://127.0.0.1:{_redis.Port}/1"];
}
