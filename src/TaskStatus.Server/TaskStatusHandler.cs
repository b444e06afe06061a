using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Qolaba.Tasks;
using TaskStatus.Server.Stores;

namespace TaskStatus.Server;

/// <summary>Answers where a task stands, from what Celery has stored.</summary>
internal sealed class TaskStatusHandler(ITaskResultStore store, StoreOutage outage, ILogger<TaskStatusHandler> logger) : ITaskStatusHandler
{
    private static readonly Action<ILogger, string, string, Exception?> s_unreadable = LoggerMessage.Define<string, string>(
        LogLevel.Error, new EventId(1, "ResultUnreadable"), "Task {TaskId}: {Reason}");

    private static readonly Action<ILogger, string, string, Exception?> s_unfinished = LoggerMessage.Define<string, string>(
        LogLevel.Warning, new EventId(2, "ResultUnfinished"), "Task {TaskId}: {Reason}");

    /// <inheritdoc />
    public async ValueTask<GetTaskStatusResult> GetTaskStatusAsync(TaskStatusRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await store.ReadAsync(request.Id, cancellationToken).ConfigureAwait(false);
            outage.Over();
            return CeleryAnswer.Of(request, stored);
        }
        catch (StoreUnavailableException exception)
        {
            outage.Met(exception, isCall: true);
            throw;
        }
        catch (UnfinishedResultException exception)
        {
            s_unfinished(logger, request.Id, exception.Message, null);
            throw;
        }
        catch (UnreadableResultException exception)
        {
            // The id is in the contract's alphabet: it cannot forge a line of the log.
            s_unreadable(logger, request.Id, exception.Message, null);
            throw;
        }
    }
}
