using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;

namespace TaskStatus.Tests.Stores;

/// <summary>Settings that cannot work end the start, with a sentence that names the key and what to write.</summary>
public class SettingsTests
{
    [Theory]
    [InlineData("TaskStatus:Redis: An address is redis://", "--TaskStatus:Redis", "sentinel://user:never-shown@h:26379")]
    [InlineData("TaskStatus:Redis: An address is redis://", "--TaskStatus:Redis", "redis://")]
    [InlineData("TaskStatus:Redis: The database", "--TaskStatus:Redis", "redis://:never-shown@h:6379/one")]
    [InlineData("TaskStatus:Redis: The part after the question mark", "--TaskStatus:Redis", "rediss://:never-shown@h:6379/1?ssl_cert_reqs=none")]
    [InlineData("TaskStatus:Redis: This is no configuration", "--TaskStatus:Redis", "h:6379,pasword=never-shown")]
    [InlineData("TaskStatus:Redis: The host is missing", "--TaskStatus:Redis", "password=never-shown")]
    [InlineData("TaskStatus:Redis does not say where", "--TaskStatus:Store", "Redis")]
    [InlineData("TaskStatus:KeyPrefix begins the names of files", "--TaskStatus:KeyPrefix", "../")]
    [InlineData("TaskStatus:Folder is a path", "--TaskStatus:Folder", "http://h/results")]
    [InlineData("TaskStatus:Token needs 8 characters", "--TaskStatus:Token", "short")]
    [InlineData("TaskStatus:MaxResultBytes is a number from", "--TaskStatus:MaxResultBytes", "0")]
    public async Task A_setting_that_cannot_work_is_told(string sentence, string key, string value)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningServer.StartAsync(key, value));

        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("never-shown", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis://localhost")]
    [InlineData("rediss://user:p%40ss@[::1]:6380/15?ssl_cert_reqs=required")]
    [InlineData("a:6379,b:6379,serviceName=main,asyncTimeout=100,connectTimeout=100")]
    public async Task Celerys_addresses_and_the_librarys_are_taken(string redis)
    {
        await using var server = await RunningServer.StartAsync("--TaskStatus:Store", "Redis", "--TaskStatus:Redis", redis);

        Assert.Contains(server.Log, line => line.Contains("read from Redis at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demos_token_is_warned_of()
    {
        await using var server = await RunningServer.StartAsync("--TaskStatus:Token", "demo-token");

        Assert.Contains(server.Log, line => line.StartsWith("Warning: The token is the one of the demo", StringComparison.Ordinal));
    }
}
