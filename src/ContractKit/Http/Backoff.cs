using System;

namespace ContractKit.Http;

/// <summary>Delays that grow, up to a longest one, and are spread so that many clients do not ask in step.</summary>
internal sealed class Backoff(PollingOptions options)
{
    private TimeSpan _next = options.InitialDelay;

    /// <summary>The next delay.</summary>
    public TimeSpan Next()
    {
        var delay = _next < options.MaxDelay ? _next : options.MaxDelay;
        var grown = delay.Ticks * options.Multiplier;
        _next = grown < options.MaxDelay.Ticks ? TimeSpan.FromTicks((long)grown) : options.MaxDelay;
        var spread = 1 + (options.Jitter * ((2 * Chance()) - 1));
        return TimeSpan.FromTicks((long)(delay.Ticks * spread));
    }

#if NET8_0_OR_GREATER
#pragma warning disable CA5394 // Nothing secret hangs on when a question is asked.
    private static double Chance() => Random.Shared.NextDouble();
#pragma warning restore CA5394
#else
    [ThreadStatic]
    private static Random? s_random;

    private static double Chance() => (s_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#endif
}
