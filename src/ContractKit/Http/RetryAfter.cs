using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;

namespace ContractKit.Http;

/// <summary>How long a service asks to be left alone (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The delay, from seconds or from a date; zero where nothing is asked for, or nothing that can be read.</summary>
    public static TimeSpan Of(HttpResponseMessage response, TimeProvider clock) =>
        response.Headers.TryGetValues("Retry-After", out var values) ? Of(values.First(), clock) : TimeSpan.Zero;

    /// <summary>The delay that a header's value asks for.</summary>
    public static TimeSpan Of(string value, TimeProvider clock)
    {
        value = value.Trim();
        if (value.Length > 0 && value.All(static c => c is >= '0' and <= '9'))
        {
            // More digits than a delay can have are a very long delay, not none.
            return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 31_536_000
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.FromDays(365);
        }

        if (DateTimeOffset.TryParse(
                value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date))
        {
            var delay = date - clock.GetUtcNow();
            return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
        }

        return TimeSpan.Zero;
    }
}
