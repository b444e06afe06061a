using System;
using System.Threading;
using System.Threading.Tasks;
using StackExchange.Redis;

namespace TaskStatus.Polls;

/// <summary>Stores what Celery would have stored, as often as it takes until Redis acknowledges.</summary>
internal sealed class Writer(IDatabase database)
{
    /// <summary>The task runs.</summary>
    public Task BeginAsync(PolledTask task, CancellationToken cancellationToken) => StoreAsync(task, task.Progress, cancellationToken);

    /// <summary>The task ends.</summary>
    public async Task EndAsync(PolledTask task, CancellationToken cancellationToken)
    {
        task.EndBegins();
        await StoreAsync(task, task.End, cancellationToken);
        task.EndIsStored();
    }

    private async Task StoreAsync(PolledTask task, string value, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (await database.StringSetAsync("celery-task-meta-" + task.Id, value))
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                // Killed; it may have been stored or not.
            }

            await Task.Delay(100, cancellationToken);
        }
    }
}
