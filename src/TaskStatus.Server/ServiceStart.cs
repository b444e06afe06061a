using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TaskStatus.Server.Stores;

namespace TaskStatus.Server;

/// <summary>Tells the log what the service works with, and asks the store once, so that a wrong setting is seen before the first caller is.</summary>
internal sealed class ServiceStart(ITaskResultStore store, StoreOutage outage, IOptions<TaskStatusSettings> settings, ILogger<ServiceStart> logger) : IHostedService
{
    private static readonly Action<ILogger, string, Exception?> s_reads = LoggerMessage.Define<string>(
        LogLevel.Information, new EventId(1, "Started"), "Celery's results are read from {Store}.");

    private static readonly Action<ILogger, string, Exception?> s_demoToken = LoggerMessage.Define<string>(
        LogLevel.Warning, new EventId(2, "DemoToken"), "The token is the one of the demo, which everybody knows: set {Setting}.");

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        s_reads(logger, store.Description, null);
        if (settings.Value.Token == TaskStatusSettings.DemoToken)
        {
            s_demoToken(logger, TaskStatusSettings.Section + ":" + nameof(TaskStatusSettings.Token), null);
        }

        // Not awaited: a store that does not answer must not keep the service from saying so to its callers.
        _ = AskAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task AskAsync()
    {
        try
        {
            await store.PingAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception)
        {
            outage.Met(exception, isCall: false);
        }
    }
}
