using System.Buffers;

namespace TaskStatus.Server.Stores;

/// <summary>Ids of tasks, as far as a store takes them: what could be a path or a pattern is none.</summary>
internal static class TaskId
{
    /// <summary>The longest id: Celery's own column has 155 characters.</summary>
    public const int MaxLength = 155;

    private static readonly SearchValues<char> s_allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>Whether the text is <c>[A-Za-z0-9_-]{1,155}</c>.</summary>
    public static bool IsValid(string text) => text.Length is > 0 and <= MaxLength && !System.MemoryExtensions.ContainsAnyExcept(text, s_allowed);
}
