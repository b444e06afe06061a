using System;

namespace ContractKit;

/// <summary>How long to wait for a task, and how often to ask.</summary>
/// <remarks>
/// The first question is asked at once. The delay before each next one is the longer of the client's own (which grows from
/// <see cref="InitialDelay"/> by <see cref="Multiplier"/> to <see cref="MaxDelay"/>, and is spread by <see cref="Jitter"/>) and what
/// the service asks for with <c>Retry-After</c> (RFC 9110, section 10.2.3).
/// </remarks>
public sealed record PollingOptions
{
    private readonly TimeSpan _initialDelay = TimeSpan.FromSeconds(1);
    private readonly TimeSpan _maxDelay = TimeSpan.FromSeconds(30);
    private readonly double _multiplier = 1.5;
    private readonly double _jitter = 0.2;
    private readonly TimeSpan _deadline = TimeSpan.FromMinutes(10);
    private readonly int _maxConsecutiveFaults = 8;

    /// <summary>The delay between the first and the second question; one second unless set.</summary>
    public TimeSpan InitialDelay
    {
        get => _initialDelay;
        init => _initialDelay = value >= TimeSpan.Zero ? value : throw Refused(nameof(InitialDelay), value);
    }

    /// <summary>The longest delay of the client's own; 30 seconds unless set.</summary>
    public TimeSpan MaxDelay
    {
        get => _maxDelay;
        init => _maxDelay = value >= TimeSpan.Zero ? value : throw Refused(nameof(MaxDelay), value);
    }

    /// <summary>By how much each delay is longer than the one before; 1.5 unless set. 1 keeps it.</summary>
    public double Multiplier
    {
        get => _multiplier;
        init => _multiplier = value is >= 1 and <= 100 ? value : throw Refused(nameof(Multiplier), value);
    }

    /// <summary>By which part of itself a delay may be shorter or longer, so that many clients do not ask in step; 0.2 unless set.</summary>
    public double Jitter
    {
        get => _jitter;
        init => _jitter = value is >= 0 and <= 1 ? value : throw Refused(nameof(Jitter), value);
    }

    /// <summary>How long to wait in all; ten minutes unless set. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits for ever.</summary>
    public TimeSpan Deadline
    {
        get => _deadline;
        init => _deadline = value > TimeSpan.Zero || value == System.Threading.Timeout.InfiniteTimeSpan ? value : throw Refused(nameof(Deadline), value);
    }

    /// <summary>How many faults of the network or the service (no connection, 429, 502, 503, 504 …) may follow each other before the last of them is thrown; 8 unless set.</summary>
    public int MaxConsecutiveFaults
    {
        get => _maxConsecutiveFaults;
        init => _maxConsecutiveFaults = value >= 0 ? value : throw Refused(nameof(MaxConsecutiveFaults), value);
    }

    private static ArgumentOutOfRangeException Refused(string name, object value) => new(name, value, "The value is out of range.");
}
