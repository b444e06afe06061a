using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;
using StackExchange.Redis;
using TaskStatus.Polls;
using TaskStatus.Server;

// Polls task-status servers whose Redis is killed and started again. Exit codes: 0 no wrong answer and no lost task, 1 some,
// 77 redis-server is not installed.
var (polls, kills) = (Number(args, "--polls", 100_000), Number(args, "--kills", 5));
const int Concurrency = 48;
const int Watched = 64;
const string Token = "a-token-of-the-polls";

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(Math.Max(5, polls / 2000)));
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var redis = RedisProcess.TryCreate();
if (redis is null)
{
    await Console.Error.WriteLineAsync("left out: this needs redis-server (apt-get update && apt-get install -y redis-server)");
    return 77;
}

await redis.ListeningAsync(stop.Token);
await using var first = await StartAsync();
await using var second = await StartAsync();
TaskStatusClient[] servers = [.. new[] { first, second }.Select(server => new TaskStatusClient(
    new HttpClient { BaseAddress = new Uri(server.Urls.First()) }, new TaskStatusClientOptions { TokenProvider = _ => new ValueTask<string>(Token) }))];
await using var connection = await ConnectionMultiplexer.ConnectAsync(
    $"127.0.0.1:{redis.Port},defaultDatabase=1,abortConnect=false,connectTimeout=1000,asyncTimeout=1000,connectRetry=1");

PolledTask[] tasks = [.. Enumerable.Range(0, Math.Max(200, polls / 50)).Select(static number => new PolledTask(number))];
var tally = new Tally();
var pollers = new Pollers(servers, tasks, tally);
var watchers = new Watchers(servers, tally);
var writer = new Writer(connection.GetDatabase());
var started = Stopwatch.StartNew();
Console.WriteLine($"{polls} polls of {tasks.Length} tasks by {Concurrency} callers, {Watched} more wait for tasks; two servers, one Redis on port {redis.Port}, killed {kills} times");

var waiting = watchers.RunAsync(Spread(tasks, Watched), stop.Token);
var writing = WriteAsync();
var killing = KillAsync();
var telling = TellAsync();
await pollers.RunAsync(polls, Concurrency, stop.Token);
await Task.WhenAll(writing, killing);
var duration = started.Elapsed;
await waiting;
await telling;

var lost = 0;
foreach (var task in tasks)
{
    lost += await pollers.HasEndedAsync(task, stop.Token) ? 0 : 1;
}

foreach (var wrong in tally.Wrong.Take(20))
{
    Console.WriteLine("WRONG: " + wrong);
}

Console.WriteLine(
    $"{tally.Answered} answered, {tally.Unavailable} with 503, {tally.Wrong.Count} wrong; {tasks.Length} tasks, {lost} lost; {watchers.Ended} of {Watched} waited for to their end; "
    + $"Redis killed {kills} times; {duration.TotalSeconds:0} s, {tally.Answered / duration.TotalSeconds:0} a second");
return tally.Wrong.IsEmpty && lost == 0 && watchers.Ended == Watched ? 0 : 1;

async Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync()
{
    var server = TaskStatusApplication.Create(
        "--urls", "http://127.0.0.1:0", "--TaskStatus:Token", Token, "--TaskStatus:Redis", $"redis://127.0.0.1:{redis.Port}/1", "--Logging:LogLevel:Default", "None");
    await server.StartAsync(stop.Token);
    return server;
}

// Tasks end one after the other, spread over all polls, so that some do while Redis is away.
async Task WriteAsync()
{
    for (var number = 0; number < tasks.Length; number++)
    {
        while (tally.Answered < (long)number * polls / tasks.Length)
        {
            await Task.Delay(5, stop.Token);
        }

        await writer.BeginAsync(tasks[Math.Min(number + 10, tasks.Length - 1)], stop.Token);
        await writer.EndAsync(tasks[number], stop.Token);
    }
}

async Task KillAsync()
{
    for (var kill = 0; kill < kills; kill++)
    {
        while (tally.Answered < (kill + 0.5) * polls / kills)
        {
            await Task.Delay(5, stop.Token);
        }

        redis.Kill();
        await Task.Delay(TimeSpan.FromSeconds(1 + kill), stop.Token);
        redis.Start();
        await redis.ListeningAsync(stop.Token);
    }
}

async Task TellAsync()
{
    for (var tenth = 1; tenth <= 10; tenth++)
    {
        while (tally.Answered < (long)polls * tenth / 10)
        {
            await Task.Delay(50, stop.Token);
        }

        Console.WriteLine($"{started.Elapsed.TotalSeconds,6:0} s  {tally.Answered,7} answered  {tally.Unavailable,6} with 503  {tally.Wrong.Count} wrong  {watchers.Ended} of {Watched} waited for have ended");
    }
}

static IEnumerable<PolledTask> Spread(PolledTask[] tasks, int count) => Enumerable.Range(0, count).Select(number => tasks[(long)number * tasks.Length / count]);

static int Number(string[] args, string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}
