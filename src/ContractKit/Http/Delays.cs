using System;
using System.Threading;
using System.Threading.Tasks;

namespace ContractKit.Http;

/// <summary>Waiting by a clock that tests can move.</summary>
internal static class Delays
{
    // The longest that a timer takes (2^32 - 2 milliseconds), rounded down.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(49);

    /// <summary>Waits for that long.</summary>
    public static Task WaitAsync(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken)
    {
        var wait = delay < s_longest ? delay : s_longest;
#if NET8_0_OR_GREATER
        return Task.Delay(wait, clock, cancellationToken);
#else
        return clock.Delay(wait, cancellationToken);
#endif
    }

    /// <summary>A source that is canceled with the token or after that long.</summary>
    public static DeadlineSource Cancellation(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (delay >= s_longest)
        {
            return new DeadlineSource(CancellationTokenSource.CreateLinkedTokenSource(cancellationToken), null);
        }

        var after = delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
#if NET8_0_OR_GREATER
        var timer = new CancellationTokenSource(after, clock);
#else
        var timer = clock.CreateCancellationTokenSource(after);
#endif
        return new DeadlineSource(CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token), timer);
    }
}

/// <summary>A source that is canceled by a caller or by a deadline.</summary>
internal readonly struct DeadlineSource(CancellationTokenSource linked, CancellationTokenSource? timer) : IDisposable
{
    /// <summary>The token of both.</summary>
    public CancellationToken Token => linked.Token;

    /// <summary>Whether the deadline has passed.</summary>
    public bool IsCancellationRequested => timer is { IsCancellationRequested: true };

    /// <inheritdoc />
    public void Dispose()
    {
        linked.Dispose();
        timer?.Dispose();
    }
}
