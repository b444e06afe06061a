using System;
using System.Globalization;

namespace ContractKit.Hostile.Tests;

/// <summary>Makes a culture the current one for a while. "odd" is one that spells everything in its own way.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    public CultureScope(string name)
    {
        var culture = name == "odd" ? Odd() : new CultureInfo(name);
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _language;
    }

    private static CultureInfo Odd()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo
        {
            NegativeSign = "\u2212", PositiveSign = "plus", NumberDecimalSeparator = "\u066b", NumberGroupSeparator = "\u066c", NaNSymbol = "no", PositiveInfinitySymbol = "much", NegativeInfinitySymbol = "little",
        };
        culture.DateTimeFormat = new DateTimeFormatInfo { DateSeparator = "!", TimeSeparator = "?", AMDesignator = "x", PMDesignator = "y" };
        return culture;
    }
}
