using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using ContractKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qolaba.Tasks;
using TaskStatus.Server;

namespace TaskStatus.Tests.Stores;

/// <summary>The task-status service on a free port, its log, and a client of it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    public const string Token = "a-token-of-the-tests";
    private readonly WebApplication _server;

    private RunningServer(WebApplication server)
    {
        _server = server;
        Http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        Client = new TaskStatusClient(Http, new TaskStatusClientOptions { TokenProvider = _ => new ValueTask<string>(Token) });
    }

    public HttpClient Http { get; }

    public TaskStatusClient Client { get; }

    /// <summary>The lines of the log: level, and what is said.</summary>
    public ConcurrentQueue<string> Log { get; private init; } = new();

    public static async Task<RunningServer> StartAsync(params string[] settings)
    {
        var server = TaskStatusApplication.Create(["--urls", "http://127.0.0.1:0", "--TaskStatus:Token", Token, .. settings]);
        var log = new Log();
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await server.StartAsync();
        return new RunningServer(server) { Log = log.Lines };
    }

    /// <summary>The answer, or null for the 503 of a store that does not answer.</summary>
    public async Task<GetTaskStatusResult?> AskAsync(string id)
    {
        try
        {
            return await Client.SendGetTaskStatusAsync(new TaskStatusRequest { Id = id });
        }
        catch (UnexpectedResponseException exception) when ((int)exception.StatusCode == 503 && exception.Headers.ContainsKey("Retry-After") && exception.Problem is not null)
        {
            return null;
        }
    }

    /// <summary>Asks until there is an answer.</summary>
    public async Task<GetTaskStatusResult> AskUntilAnsweredAsync(string id)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (await AskAsync(id) is { } answer)
            {
                return answer;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("There was no answer for ten seconds. The log:\n" + string.Join('\n', Log));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }
}

/// <summary>Keeps what is logged.</summary>
internal sealed class Log : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)}{exception}");

    public void Dispose()
    {
        // Nothing is held.
    }
}
