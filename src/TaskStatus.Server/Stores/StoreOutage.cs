using System;
using System.Threading;
using Microsoft.Extensions.Logging;

namespace TaskStatus.Server.Stores;

/// <summary>Tells the log when the store stops answering and when it answers again, and not of every call in between.</summary>
internal sealed class StoreOutage(TimeProvider clock, ILogger<StoreOutage> logger)
{
    private static readonly Action<ILogger, string, Exception?> s_began = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(1, "StoreUnavailable"), "{Reason} Calls are answered with 503 for as long.");

    private static readonly Action<ILogger, double, int, Exception?> s_ended = LoggerMessage.Define<double, int>(
        LogLevel.Information, new EventId(2, "StoreAvailable"), "The store answers again after {Seconds:0.0} s; {Refused} calls were answered with 503.");

    private readonly Lock _gate = new();
    private bool _lasts;
    private long _since;
    private int _refused;

    /// <summary>The store has not answered a call, or a question for its health.</summary>
    public void Met(StoreUnavailableException exception, bool isCall)
    {
        lock (_gate)
        {
            _refused += isCall ? 1 : 0;
            if (_lasts)
            {
                return;
            }

            _lasts = true;
            _since = clock.GetTimestamp();
        }

        s_began(logger, exception.Message, null);
    }

    /// <summary>The store has answered.</summary>
    public void Over()
    {
        if (!Volatile.Read(ref _lasts))
        {
            return;
        }

        int refused;
        lock (_gate)
        {
            if (!_lasts)
            {
                return;
            }

            _lasts = false;
            refused = _refused;
            _refused = 0;
        }

        s_ended(logger, clock.GetElapsedTime(_since).TotalSeconds, refused, null);
    }
}
