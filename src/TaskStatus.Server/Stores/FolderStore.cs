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
    public string Description => "the folder " + Path.GetFullPath(Root(settings.CurrentValue.Folder));

    /// <inheritdoc />
    public async ValueTask<CeleryResult?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!TaskId.IsValid(id))
        {
            throw new ArgumentException("That is no id of a task.", nameof(id));
        }

        var path = Path.Combine(Root(settings.CurrentValue.Folder), settings.CurrentValue.KeyPrefix + id);
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
                throw new UnfinishedResultException();
            }

            await Task.Delay(s_pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public ValueTask PingAsync(CancellationToken cancellationToken) =>
        Directory.Exists(Root(settings.CurrentValue.Folder)) ? ValueTask.CompletedTask : throw NoFolder(null);

    /// <summary>Whether the text is an address of a folder on this machine, as Celery's <c>result_backend</c> is.</summary>
    internal static bool IsAddress(string folder) => Uri.TryCreate(folder, UriKind.Absolute, out var address) && address is { IsFile: true, IsUnc: false };

    private static string Root(string folder) => folder.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && IsAddress(folder) ? new Uri(folder).LocalPath : folder;

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
        catch (FileNotFoundException)
        {
            // Nothing stored: unknown, queued, waiting for its time, or expired.
            return null;
        }
        catch (DirectoryNotFoundException exception)
        {
            // Celery's backend does not start without its folder: this is one that is not mounted, or a slip in the settings.
            throw NoFolder(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("A result in " + Description + " cannot be read: " + exception.Message, exception);
        }
    }

    private StoreUnavailableException NoFolder(Exception? exception) =>
        new($"There is no {Description["the ".Length..]}: mount it, or set {TaskStatusSettings.Section}:{nameof(TaskStatusSettings.Folder)}.", exception);
}
