using System;
#if NET8_0_OR_GREATER
using System.Buffers;
#endif

namespace ContractKit.Validation;

/// <summary>What a step of a plain pattern takes beyond ASCII.</summary>
internal enum WideSet
{
    None,
    All,
    AllButLineTerminators,
    Spaces,
    AllButSpaces,
}

/// <summary>A run of characters of one set.</summary>
internal readonly record struct PatternStep(ulong Low, ulong High, WideSet Wide, int Min, int Max)
{
    public bool Overlaps(PatternStep other) => (Low & other.Low) != 0 || (High & other.High) != 0 || (Wide != WideSet.None && other.Wide != WideSet.None);

    /// <summary>Whether the code point that stands first is of the set; and its length in bytes.</summary>
    public bool Takes(ReadOnlySpan<byte> text, out int length)
    {
        var c = text[0];
        if (c < 0x80)
        {
            length = 1;
            return ((c < 64 ? Low >> c : High >> (c - 64)) & 1) != 0;
        }

        return TakesWide(CodePoints.At(text, out length));
    }

#if NET8_0_OR_GREATER
    /// <summary>What of the set is ASCII.</summary>
    public SearchValues<byte> Ascii()
    {
        Span<byte> set = stackalloc byte[128];
        var count = 0;
        for (var c = 0; c < 128; c++)
        {
            if (((c < 64 ? Low >> c : High >> (c - 64)) & 1) != 0)
            {
                set[count++] = (byte)c;
            }
        }

        return SearchValues.Create(set.Slice(0, count));
    }
#endif

    /// <summary>Whether the code point, beyond ASCII, is of the set.</summary>
    public bool TakesWide(int point) => Wide switch
    {
        WideSet.None => false,
        WideSet.All => true,
        WideSet.AllButLineTerminators => point is not (0x2028 or 0x2029),
        WideSet.Spaces => IsSpace(point),
        _ => !IsSpace(point),
    };

    // The spaces of ECMA-262 beyond ASCII.
    private static bool IsSpace(int point) =>
        point is 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000 or 0xFEFF;
}
