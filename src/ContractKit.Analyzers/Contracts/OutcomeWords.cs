using System;
using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Analyzers.Contracts;

/// <summary>What a status word says about a task.</summary>
internal enum Outcome
{
    /// <summary>It is still running, or the word does not tell.</summary>
    Open,

    Succeeded,

    Failed,
}

/// <summary>
/// Tells words that end a task well from words that end it badly. The contract's own <c>completion</c> is not in the
/// compiled types, so the words themselves have to do; a word not known here counts as still running, which keeps
/// CK1004 silent rather than wrong.
/// </summary>
internal static class OutcomeWords
{
    private static readonly HashSet<string> Succeeded = new(StringComparer.Ordinal)
    {
        "SUCCESS", "SUCCEEDED", "SUCCEED", "SUCCESSFUL", "COMPLETE", "COMPLETED", "DONE", "FINISHED", "FINISH", "READY", "OK",
        "PASSED", "DELIVERED", "APPROVED", "RESOLVED", "FULFILLED",
    };

    private static readonly string[] FailedStems =
        ["FAIL", "ERROR", "CANCEL", "ABORT", "REJECT", "REVOKE", "TIMEDOUT", "TIMEOUT", "EXPIRE", "MODERATED", "TERMINATED", "KILLED", "CRASH", "DENIED", "NOTFOUND", "UNSUCCESSFUL", "DEAD", "FAULT", "INVALID"];

    public static Outcome Read(string word)
    {
        var bare = NearWord.Bare(word);
        return Succeeded.Contains(bare) ? Outcome.Succeeded
            : bare.EndsWith("ING", StringComparison.Ordinal) ? Outcome.Open
            : FailedStems.Any(stem => bare.IndexOf(stem, StringComparison.Ordinal) >= 0) ? Outcome.Failed
            : Outcome.Open;
    }
}
