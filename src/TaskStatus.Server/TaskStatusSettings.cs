using TaskStatus.Server.Stores;

namespace TaskStatus.Server;

/// <summary>The section <c>TaskStatus</c> of the configuration.</summary>
public sealed class TaskStatusSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "TaskStatus";

    /// <summary>The token of <c>appsettings.json</c>, with which the demo works and which nobody should keep.</summary>
    public const string DemoToken = "demo-token";

    /// <summary>The bearer token that callers show, of 8 characters or more. A change in <c>appsettings.json</c> holds from the next call on.</summary>
    public string Token { get; set; } = DemoToken;

    /// <summary>Where the results are: <c>Folder</c> or <c>Redis</c>. Null: Redis where <see cref="Redis"/> is set, else the folder.</summary>
    public StoreKind? Store { get; set; }

    /// <summary>The folder of Celery's file backend: a path, or what its <c>result_backend = "file:///…"</c> says.</summary>
    public string Folder { get; set; } = "celery-results";

    /// <summary>The Redis of Celery's results: what its <c>result_backend = "redis://…"</c> says, or a configuration string of StackExchange.Redis.</summary>
    public string? Redis { get; set; }

    /// <summary>What stands before a task's id in the names of keys and files: <c>celery-task-meta-</c>, with Celery's <c>global_keyprefix</c> in front where one is set.</summary>
    public string KeyPrefix { get; set; } = "celery-task-meta-";

    /// <summary>The longest result that is read, in bytes: 16 MiB unless set, 512 MiB at most.</summary>
    public int MaxResultBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Where the results are, by <see cref="Store"/> or by what is set.</summary>
    internal StoreKind ChosenStore => Store ?? (string.IsNullOrEmpty(Redis) ? StoreKind.Folder : StoreKind.Redis);
}
