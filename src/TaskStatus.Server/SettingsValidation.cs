using System;
using System.Collections.Generic;
using Microsoft.Extensions.Options;
using TaskStatus.Server.Stores;

namespace TaskStatus.Server;

/// <summary>Finds settings that cannot work, and says for each which key it is and what to write. The values are in no sentence: some are secret.</summary>
internal sealed class SettingsValidation : IValidateOptions<TaskStatusSettings>
{
    private const int ShortestToken = 8;
    private const int MostBytes = 512 * 1024 * 1024;

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TaskStatusSettings options)
    {
        var failures = new List<string>();
        if (options.Token.Trim().Length < ShortestToken)
        {
            failures.Add($"{Key(nameof(options.Token))} needs {ShortestToken} characters or more.");
        }

        if (options.MaxResultBytes is < 1 or > MostBytes)
        {
            failures.Add($"{Key(nameof(options.MaxResultBytes))} is a number from 1 to {MostBytes}.");
        }

        if (options.KeyPrefix.Length == 0)
        {
            failures.Add($"{Key(nameof(options.KeyPrefix))} is empty: Celery's own is celery-task-meta-.");
        }

        failures.AddRange(options.ChosenStore == StoreKind.Redis ? OfRedis(options) : OfFolder(options));
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> OfFolder(TaskStatusSettings options)
    {
        if (options.KeyPrefix.AsSpan().ContainsAny("/\\\0"))
        {
            yield return $"{Key(nameof(options.KeyPrefix))} begins the names of files: it cannot hold slashes.";
        }

        if (string.IsNullOrWhiteSpace(options.Folder) || (options.Folder.Contains("://", StringComparison.Ordinal) && !FolderStore.IsAddress(options.Folder)))
        {
            yield return $"{Key(nameof(options.Folder))} is a path, or an address as in file:///srv/celery/results.";
        }
    }

    private static IEnumerable<string> OfRedis(TaskStatusSettings options)
    {
        if (string.IsNullOrWhiteSpace(options.Redis))
        {
            yield return $"{Key(nameof(options.Store))} is Redis, but {Key(nameof(options.Redis))} does not say where it is: write Celery's result_backend there, as in redis://localhost:6379/1.";
        }
        else if (!RedisAddress.TryParse(options.Redis, out _, out var error))
        {
            yield return $"{Key(nameof(options.Redis))}: {error}";
        }
    }

    private static string Key(string property) => TaskStatusSettings.Section + ":" + property;
}
