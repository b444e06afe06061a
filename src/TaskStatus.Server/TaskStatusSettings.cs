using System.ComponentModel.DataAnnotations;

namespace TaskStatus.Server;

/// <summary>The section <c>TaskStatus</c> of the configuration.</summary>
public sealed class TaskStatusSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "TaskStatus";

    /// <summary>The token of <c>appsettings.json</c>, with which the demo works and which nobody should keep.</summary>
    public const string DemoToken = "demo-token";

    /// <summary>The bearer token that callers show.</summary>
    [Required, MinLength(8)]
    public string Token { get; set; } = DemoToken;

    /// <summary>The folder of Celery's file backend: what its <c>result_backend = "file:///…"</c> names.</summary>
    [Required]
    public string Folder { get; set; } = "celery-results";

    /// <summary>The longest result that is read, in bytes.</summary>
    [Range(1, int.MaxValue)]
    public int MaxResultBytes { get; set; } = 16 * 1024 * 1024;
}
