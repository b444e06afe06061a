using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace TaskStatus.Server.Stores;

/// <summary>Celery's Redis backend: a text key a task, called <c>celery-task-meta-</c> and its id.</summary>
internal sealed class RedisStore(RedisConnection connection, IOptionsMonitor<TaskStatusSettings> settings) : ITaskResultStore
{
    /// <inheritdoc />
    public string Description => "Redis at " + connection.Address;

    /// <inheritdoc />
    public async ValueTask<CeleryResult?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!TaskId.IsValid(id))
        {
            throw new ArgumentException("That is no id of a task.", nameof(id));
        }

        var limit = settings.CurrentValue.MaxResultBytes;
        var stored = await AskAsync(
            // One byte more than is read: a longer value is known by it, and never comes whole over the wire.
            (database, key) => database.StringGetRangeAsync(key, 0, limit),
            settings.CurrentValue.KeyPrefix + id,
            cancellationToken).ConfigureAwait(false);

        // Redis says "" of a key that is not there, and Celery stores no empty text.
        if (stored.IsNullOrEmpty)
        {
            return null;
        }

        ReadOnlyMemory<byte> bytes = stored;
        return bytes.Length > limit
            ? throw new UnreadableResultException("The stored result is longer than this service reads.")
            : CeleryResult.TryRead(bytes) ?? throw new UnreadableResultException("The stored result is cut off.");
    }

    /// <inheritdoc />
    public async ValueTask PingAsync(CancellationToken cancellationToken)
    {
        try
        {
            // What every call asks, and no PING, which Redis answers to those too who may not read.
            await AskAsync(static (database, key) => database.StringGetRangeAsync(key, 0, 0), settings.CurrentValue.KeyPrefix, cancellationToken).ConfigureAwait(false);
        }
        catch (UnreadableResultException)
        {
            // Somebody's key of that very name; Redis answers.
        }
    }

    private async Task<RedisValue> AskAsync(Func<IDatabase, string, Task<RedisValue>> ask, string key, CancellationToken cancellationToken)
    {
        try
        {
            var database = await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false);
            return await ask(database, key).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal))
        {
            throw new UnreadableResultException("What Redis has under the task's key is no text.");
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            // Gone, slow, still loading its data, or it refuses the password: for the caller all one.
            throw new StoreUnavailableException($"Redis at {connection.Address} does not answer: {RedisConnection.Reason(exception)}.", exception);
        }
    }
}
