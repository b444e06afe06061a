using System.Collections.Concurrent;
using System.Threading;

namespace TaskStatus.Polls;

/// <summary>What was answered.</summary>
internal sealed class Tally
{
    private int _asked;
    private int _answered;
    private int _unavailable;

    /// <summary>Polls that were answered as the contract says.</summary>
    public int Answered => _answered;

    /// <summary>Polls that were answered with 503.</summary>
    public int Unavailable => _unavailable;

    /// <summary>Answers that were not the task's, and answers that nobody documents.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>The number of the next poll, from 0; polls that were answered with 503 do not count.</summary>
    public int Next() => Interlocked.Increment(ref _asked) - 1;

    public void NoteAnswer() => Interlocked.Increment(ref _answered);

    public void NoteUnavailable()
    {
        Interlocked.Increment(ref _unavailable);
        Interlocked.Decrement(ref _asked);
    }
}
