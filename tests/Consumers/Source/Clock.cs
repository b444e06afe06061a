using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ConsumerChecks
{
    /// <summary>A clock that stands still until it is moved.</summary>
    internal sealed class Clock : TimeProvider
    {
        private readonly object _gate = new object();
        private readonly List<Timer> _timers = new List<Timer>();
        private TimeSpan _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public TimeSpan Now
        {
            get
            {
                lock (_gate)
                {
                    return _now;
                }
            }
        }

        public override long GetTimestamp() => Now.Ticks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero) + Now;

        public override ITimer CreateTimer(TimerCallback callback, object state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(this, callback, state);
            timer.Change(dueTime, period);
            return timer;
        }

        /// <summary>Moves the clock until the work is done.</summary>
        public async Task<T> UntilDoneAsync<T>(Task<T> work)
        {
            var real = global::System.Diagnostics.Stopwatch.StartNew();
            while (!work.IsCompleted)
            {
                await Task.Delay(1).ConfigureAwait(false);
                Advance();
                if (real.Elapsed > TimeSpan.FromMinutes(1))
                {
                    throw new InvalidOperationException("The work does not end.");
                }
            }

            return await work.ConfigureAwait(false);
        }

        // To the next pause that somebody waits for. What is longer is the deadline of a question, and those are answered at once:
        // a slow machine must not pass one.
        private void Advance()
        {
            Timer next;
            lock (_gate)
            {
                next = _timers.Where(timer => timer.DueAt - _now <= TimeSpan.FromMinutes(1)).OrderBy(timer => timer.DueAt).FirstOrDefault();
                if (next == null)
                {
                    return;
                }

                _timers.Remove(next);
                _now = next.DueAt > _now ? next.DueAt : _now;
            }

            next.Fire();
        }

        private sealed class Timer : ITimer
        {
            private readonly Clock _clock;
            private readonly TimerCallback _callback;
            private readonly object _state;

            public Timer(Clock clock, TimerCallback callback, object state)
            {
                _clock = clock;
                _callback = callback;
                _state = state;
            }

            public TimeSpan DueAt { get; private set; }

            public void Fire() => _callback(_state);

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                lock (_clock._gate)
                {
                    _clock._timers.Remove(this);
                    if (dueTime >= TimeSpan.Zero)
                    {
                        DueAt = _clock._now + dueTime;
                        _clock._timers.Add(this);
                    }
                }

                return true;
            }

            public void Dispose()
            {
                lock (_clock._gate)
                {
                    _clock._timers.Remove(this);
                }
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default(ValueTask);
            }
        }
    }
}
