using System;

namespace ContractKit.Validation;

/// <summary>The formats of RFC 3339: <c>date-time</c>, <c>date</c>, <c>time</c>, and <c>duration</c> of its appendix A.</summary>
internal static class DateTimeFormat
{
    public static bool IsDateTime(ReadOnlySpan<byte> text)
    {
        var scanner = new TextScanner(text);
        return TakeDate(ref scanner) && scanner.TakeLetter('T') && TakeTime(ref scanner) && scanner.AtEnd;
    }

    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        var scanner = new TextScanner(text);
        return TakeDate(ref scanner) && scanner.AtEnd;
    }

    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        var scanner = new TextScanner(text);
        return TakeTime(ref scanner) && scanner.AtEnd;
    }

    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        var scanner = new TextScanner(text);
        if (!scanner.Take('P'))
        {
            return false;
        }

        if (scanner.Take('T'))
        {
            return TakeUnits(ref scanner, "HMS") && scanner.AtEnd;
        }

        // Weeks stand alone; the other units stand in order, and none may be left out between two.
        var weeks = scanner;
        if (weeks.TakeDigits() && weeks.Take('W'))
        {
            return weeks.AtEnd;
        }

        return TakeUnits(ref scanner, "YMD") && (scanner.AtEnd || (scanner.Take('T') && TakeUnits(ref scanner, "HMS") && scanner.AtEnd));
    }

    private static bool TakeUnits(ref TextScanner scanner, string units)
    {
        var unit = -1;
        while (scanner.Peek is >= (byte)'0' and <= (byte)'9')
        {
            scanner.TakeDigits();
            var next = unit < 0 ? 0 : unit + 1;
            while (unit < 0 && next < units.Length && scanner.Peek != units[next])
            {
                next++;
            }

            if (next >= units.Length || !scanner.Take(units[next]))
            {
                return false;
            }

            unit = next;
        }

        return unit >= 0;
    }

    private static bool TakeDate(ref TextScanner scanner) =>
        scanner.TakeDigits(4, out var year) && scanner.Take('-')
        && scanner.TakeDigits(2, out var month) && scanner.Take('-')
        && scanner.TakeDigits(2, out var day)
        && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn(year, month);

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static bool TakeTime(ref TextScanner scanner)
    {
        if (!scanner.TakeDigits(2, out var hour) || !scanner.Take(':')
            || !scanner.TakeDigits(2, out var minute) || !scanner.Take(':')
            || !scanner.TakeDigits(2, out var second)
            || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        if (scanner.Take('.') && !scanner.TakeDigits())
        {
            return false;
        }

        var offset = 0;
        if (!scanner.TakeLetter('Z'))
        {
            var sign = scanner.Take('-') ? -1 : scanner.Take('+') ? 1 : 0;
            if (sign == 0 || !scanner.TakeDigits(2, out var offsetHour) || !scanner.Take(':')
                || !scanner.TakeDigits(2, out var offsetMinute) || offsetHour > 23 || offsetMinute > 59)
            {
                return false;
            }

            offset = sign * ((offsetHour * 60) + offsetMinute);
        }

        // A leap second is the last of a day in UTC (RFC 3339 section 5.7).
        return second < 60 || ((hour * 60) + minute - offset + (2 * 1440)) % 1440 == 1439;
    }
}
