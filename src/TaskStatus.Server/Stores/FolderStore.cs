using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;

namespace TaskStatus.Server.Stores;

/// <summary>Celery's file backend: a folder with one file a task, called <c>celery-task-meta-</c> and its id.</summary>
internal sealed class FolderStore(IOptionsMonitor<TaskStatusSettings> settings, TimeProvider clock) : ITaskResultStore
{
    private const int Attempts = 6;

    // Celery writes a few hundred bytes: what is still cut off after a quarter of a second will stay so.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc />
    public async ValueTask<CeleryResult?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!TaskId.IsValid(id))
        {
            throw new ArgumentException("That is no id of a task.", nameof(id));
        }

        var path = Path.Combine(settings.CurrentValue.Folder, "celery-task-meta-" + id);
        for (var attempt = 1; ; attempt++)
        {
            var stored = await ReadFileAsync(path, cancellationToken).ConfigureAwait(false);
            if (stored is null)
            {
                return null;
            }

            if (CeleryResult.TryRead(stored) is { } result)
            {
                return result;
            }

            if (attempt == Attempts)
            {
                throw new StoreUnavailableException("The stored result is empty or cut off: it seems to be being written.");
            }

            await Task.Delay(s_pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public ValueTask PingAsync(CancellationToken cancellationToken) =>
        Directory.Exists(settings.CurrentValue.Folder)
            ? ValueTask.CompletedTask
            : throw new StoreUnavailableException("The folder of results is not there.");

    private async Task<byte[]?> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var file = new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous });
            var length = file.Length;
            if (length > settings.CurrentValue.MaxResultBytes)
            {
                throw new UnreadableResultException("The stored result is longer than this service reads.");
            }

            var stored = new byte[length];
            var read = await file.ReadAtLeastAsync(stored, stored.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return read == stored.Length ? stored : stored[..read];
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // Nothing stored: unknown, queued, waiting for its time, or expired. A folder that is not there yet is an empty one.
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("The stored result cannot be read.", exception);
        }
    }
}
