using System;
using System.Net.Http;

namespace ContractKit.Http;

/// <summary>What one response says beside its typed answer.</summary>
internal sealed class PollState(TaskCompletion completion)
{
    /// <summary>How the task stands.</summary>
    public TaskStage Stage { get; private set; }

    /// <summary>The word that says so.</summary>
    public string? Word { get; private set; }

    /// <summary>The response's status; 0 where there was none.</summary>
    public int StatusCode { get; private set; }

    /// <summary>How long the service asks to be left alone.</summary>
    public TimeSpan RetryAfter { get; private set; }

    /// <summary>Forgets the response before.</summary>
    public void Reset()
    {
        Stage = TaskStage.NotTold;
        Word = null;
        StatusCode = 0;
        RetryAfter = TimeSpan.Zero;
    }

    /// <summary>Notes a response.</summary>
    public void Note(HttpResponseMessage response, ReadOnlySpan<byte> body, TimeProvider clock)
    {
        StatusCode = (int)response.StatusCode;
        RetryAfter = Http.RetryAfter.Of(response, clock);
        Stage = completion.StageOf(body, out var word);
        Word = word;
    }
}
