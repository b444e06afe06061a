using System;
using System.Threading;

namespace ContractKit.Http;

/// <summary>How long a call that begins now may take in all.</summary>
/// <param name="timeout">The HttpClient's time-out.</param>
internal readonly struct Patience(TimeSpan timeout)
{
    // A coarse clock, which is read in a fraction of the time: it is asked in every call, and its answer is mostly not needed.
    private readonly long _started = Now();

    /// <summary>What is left of it, at least a millisecond; <see cref="Timeout.InfiniteTimeSpan"/> where there is no end to it.</summary>
    public TimeSpan Left
    {
        get
        {
            if (timeout == Timeout.InfiniteTimeSpan)
            {
                return timeout;
            }

            var elapsed = TimeSpan.FromMilliseconds(Now() - _started);
            return elapsed < timeout ? timeout - elapsed : TimeSpan.FromMilliseconds(1);
        }
    }

#if NET8_0_OR_GREATER
    private static long Now() => Environment.TickCount64;
#else
    private static long Now() => System.Diagnostics.Stopwatch.GetTimestamp() * 1000 / System.Diagnostics.Stopwatch.Frequency;
#endif
}
