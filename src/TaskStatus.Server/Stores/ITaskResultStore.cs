using System;
using System.Threading;
using System.Threading.Tasks;

namespace TaskStatus.Server.Stores;

/// <summary>Where Celery leaves the results of its tasks.</summary>
internal interface ITaskResultStore
{
    /// <summary>The store in words, for the log: "the folder …", "Redis at …".</summary>
    string Description { get; }

    /// <summary>What is stored for a task, as Celery wrote it; null where nothing is.</summary>
    /// <param name="id">The task's id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be asked at the moment.</exception>
    /// <exception cref="UnfinishedResultException">What is stored is cut off, and may be whole soon.</exception>
    /// <exception cref="UnreadableResultException">What is stored is no JSON.</exception>
    ValueTask<CeleryResult?> ReadAsync(string id, CancellationToken cancellationToken);

    /// <summary>Asks whether the store is there.</summary>
    /// <exception cref="StoreUnavailableException">It is not.</exception>
    ValueTask PingAsync(CancellationToken cancellationToken);
}

/// <summary>The store of results cannot be asked at the moment; it may be there again soon.</summary>
/// <param name="message">Which store, why, and what can be done: for the log. Callers are told none of it.</param>
/// <param name="innerException">What was met.</param>
internal sealed class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>What is stored for a task is empty or cut off: it seems to be being written.</summary>
internal sealed class UnfinishedResultException() : Exception("The stored result is empty or cut off: it seems to be being written.");

/// <summary>What is stored for a task is not what this service reads, and will not change by itself.</summary>
internal sealed class UnreadableResultException(string message) : Exception(message);
