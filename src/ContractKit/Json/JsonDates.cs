using System;

namespace ContractKit.Json;

/// <summary>Dates and times as RFC 3339, section 5.6, writes them.</summary>
internal static class JsonDates
{
    /// <summary>The longest that <see cref="Write(DateTimeOffset, Span{byte})"/> writes: <c>2026-11-23T13:18:12.3442371+00:00</c>.</summary>
    public const int LongestDateTime = 33;

    /// <summary>Reads a <c>date-time</c>. Digits of a second beyond the seventh are dropped; an offset beyond ±14:00 gives the same instant in UTC.</summary>
    /// <returns>None; InvalidFormat; or NumberOutOfRange for what is well written but beyond the type: a leap second, the year 0000.</returns>
    public static JsonFaultKind TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 20 || !IsDate(text, out var year, out var month, out var day) || (text[10] | 0x20) != 't')
        {
            return JsonFaultKind.InvalidFormat;
        }

        if (text[13] != ':' || text[16] != ':' || !Two(text, 11, 23, out var hour) || !Two(text, 14, 59, out var minute) || !Two(text, 17, 60, out var second))
        {
            return JsonFaultKind.InvalidFormat;
        }

        var index = 19;
        long ticks = 0;
        if (text[index] == '.')
        {
            long unit = TimeSpan.TicksPerSecond;
            var start = ++index;
            for (; index < text.Length && (uint)(text[index] - '0') <= 9; index++)
            {
                unit /= 10;
                ticks += unit * (text[index] - '0');
            }

            if (index == start)
            {
                return JsonFaultKind.InvalidFormat;
            }
        }

        if (!TryReadOffset(text.Slice(index), out var offset))
        {
            return JsonFaultKind.InvalidFormat;
        }

        if (second == 60)
        {
            // A leap second ends the last minute of a UTC day, and only there is it well written.
            var utcMinute = (((hour * 60) + minute - offset) % 1440 + 1440) % 1440;
            return utcMinute == 1439 ? JsonFaultKind.NumberOutOfRange : JsonFaultKind.InvalidFormat;
        }

        if (year == 0)
        {
            return JsonFaultKind.NumberOutOfRange;
        }

        ticks += new DateTime(year, month, day, hour, minute, second).Ticks;
        var utc = ticks - (offset * TimeSpan.TicksPerMinute);
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return JsonFaultKind.NumberOutOfRange;
        }

        value = Math.Abs(offset) <= 14 * 60 ? new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset)) : new DateTimeOffset(utc, TimeSpan.Zero);
        return JsonFaultKind.None;
    }

    /// <summary>Reads a <c>full-date</c>.</summary>
    /// <returns>None; InvalidFormat; or NumberOutOfRange for the year 0000, which no .NET type holds.</returns>
    public static JsonFaultKind TryReadDate(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        if (text.Length == 10 && IsDate(text, out year, out month, out day))
        {
            return year == 0 ? JsonFaultKind.NumberOutOfRange : JsonFaultKind.None;
        }

        year = month = day = 0;
        return JsonFaultKind.InvalidFormat;
    }

    /// <summary>Writes a <c>date-time</c>: no zeros behind the seconds, <c>Z</c> for no offset.</summary>
    /// <returns>How many bytes.</returns>
    public static int Write(DateTimeOffset value, Span<byte> destination)
    {
        WriteDate(value.Year, value.Month, value.Day, destination);
        destination[10] = (byte)'T';
        WriteTwo(value.Hour, destination, 11);
        destination[13] = (byte)':';
        WriteTwo(value.Minute, destination, 14);
        destination[16] = (byte)':';
        WriteTwo(value.Second, destination, 17);
        var index = 19;
        var fraction = (int)(value.Ticks % TimeSpan.TicksPerSecond);
        if (fraction != 0)
        {
            destination[index++] = (byte)'.';
            for (var unit = (int)TimeSpan.TicksPerSecond / 10; fraction != 0; unit /= 10)
            {
                destination[index++] = (byte)('0' + (fraction / unit));
                fraction %= unit;
            }
        }

        var offset = (int)(value.Offset.Ticks / TimeSpan.TicksPerMinute);
        if (offset == 0)
        {
            destination[index] = (byte)'Z';
            return index + 1;
        }

        destination[index] = (byte)(offset < 0 ? '-' : '+');
        offset = Math.Abs(offset);
        WriteTwo(offset / 60, destination, index + 1);
        destination[index + 3] = (byte)':';
        WriteTwo(offset % 60, destination, index + 4);
        return index + 6;
    }

    /// <summary>Writes a <c>full-date</c>, ten bytes.</summary>
    public static void WriteDate(int year, int month, int day, Span<byte> destination)
    {
        WriteTwo(year / 100, destination, 0);
        WriteTwo(year % 100, destination, 2);
        destination[4] = (byte)'-';
        WriteTwo(month, destination, 5);
        destination[7] = (byte)'-';
        WriteTwo(day, destination, 8);
    }

    private static bool IsDate(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        month = day = year = 0;
        if (!Two(text, 0, 99, out var century) || !Two(text, 2, 99, out year) || text[4] != '-' || text[7] != '-'
            || !Two(text, 5, 12, out month) || !Two(text, 8, 31, out day))
        {
            return false;
        }

        year += century * 100;
        return month >= 1 && day >= 1 && day <= DaysIn(year, month);
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Reads what ends a <c>date-time</c>, in minutes east of UTC.</summary>
    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int offset)
    {
        offset = 0;
        if (text.Length == 1)
        {
            return (text[0] | 0x20) == 'z';
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !Two(text, 1, 23, out var hours) || !Two(text, 4, 59, out var minutes))
        {
            return false;
        }

        offset = ((hours * 60) + minutes) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Two(ReadOnlySpan<byte> text, int index, int most, out int value)
    {
        var tens = text[index] - (uint)'0';
        var ones = text[index + 1] - (uint)'0';
        value = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9 && value <= most;
    }

    private static void WriteTwo(int value, Span<byte> destination, int index)
    {
        destination[index] = (byte)('0' + (value / 10));
        destination[index + 1] = (byte)('0' + (value % 10));
    }
}
