using System;
using System.Diagnostics;
using System.Threading;

namespace ContractKit.Http;

/// <summary>How long a call may take in all. Looked at only when something has to be waited for: asking a clock takes longer than reading a short body.</summary>
/// <param name="timeout">The HttpClient's time-out.</param>
/// <param name="started">When the call began, as <see cref="Stopwatch"/> counts.</param>
internal readonly struct Patience(TimeSpan timeout, long started)
{
    /// <summary>What is left of it, at least a millisecond; <see cref="Timeout.InfiniteTimeSpan"/> where there is no end to it.</summary>
    public TimeSpan Left
    {
        get
        {
            if (timeout == Timeout.InfiniteTimeSpan)
            {
                return timeout;
            }

            var elapsed = TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - started) / (double)Stopwatch.Frequency);
            return elapsed < timeout ? timeout - elapsed : TimeSpan.FromMilliseconds(1);
        }
    }
}
