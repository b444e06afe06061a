using System;
using System.Globalization;

namespace ContractKit.Benchmarks.Results;

/// <summary>How figures are written: three digits that count, in the unit that keeps them short.</summary>
internal static class Figure
{
    public static string Of(double value, string unit) => unit switch
    {
        "ns" when value >= 1e9 => Short(value / 1e9) + " s",
        "ns" when value >= 1e6 => Short(value / 1e6) + " ms",
        "ns" when value >= 1e4 => Short(value / 1e3) + " µs",
        "B" when value >= 1e6 => Short(value / 1e6) + " MB",
        "B" when value >= 1e4 => Short(value / 1e3) + " kB",
        "" => Short(value),
        _ => Short(value) + " " + unit,
    };

    public static string Short(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 100 => value.ToString("#,##0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    public static string Spread(ResultRow row) => row.Rounds < 2 || row.Median == 0
        ? ""
        : "±" + ((row.High - row.Low) / 2 / row.Median).ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "\u202F", StringComparison.Ordinal);
}
