using System;
using System.Globalization;

namespace ContractKit.Validation;

/// <summary>Labels of internationalised domain names: IDNA 2008 (RFC 5890 to 5893), without tables of its own: code points are judged by their general category and by the exceptions of RFC 5892.</summary>
internal static class InternationalLabel
{
    private const int LongestLabel = 63;

    /// <summary>Whether the text is an NR-LDH label, an A-label or a U-label; and the length of its ASCII form.</summary>
    public static bool IsLabel(ReadOnlySpan<byte> label, out int encodedLength)
    {
        encodedLength = label.Length;
        if (label.IsEmpty || label.Length > LongestLabel * 4)
        {
            return false;
        }

        var points = new int[label.Length];
        var count = 0;
        var ascii = true;
        for (var rest = label; !rest.IsEmpty; count++)
        {
            points[count] = CodePoints.Take(ref rest);
            ascii &= points[count] < 0x80;
        }

        if (ascii)
        {
            return HostFormat.IsAsciiLabel(label);
        }

        Array.Resize(ref points, count);
        encodedLength = "xn--".Length + Punycode.EncodedLength(points);
        return IsULabel(points);
    }

    /// <summary>Whether a label with two hyphens in its third and fourth place is an A-label: <c>xn--</c> and the Punycode of a U-label.</summary>
    public static bool IsALabel(ReadOnlySpan<byte> label) =>
        (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n'
        && Punycode.TryDecode(label.Slice(4), out var points)
        && Array.Exists(points, static point => point >= 0x80)
        && IsULabel(points);

    private static bool IsULabel(int[] points)
    {
        if (points[0] == '-' || points[points.Length - 1] == '-' || (points.Length >= 4 && points[2] == '-' && points[3] == '-')
            || IsMark(points[0]))
        {
            return false;
        }

        var arabicDigits = false;
        var extendedArabicDigits = false;
        for (var i = 0; i < points.Length; i++)
        {
            if (!IsAllowed(points, i))
            {
                return false;
            }

            arabicDigits |= points[i] is >= 0x660 and <= 0x669;
            extendedArabicDigits |= points[i] is >= 0x6F0 and <= 0x6F9;
        }

        return !(arabicDigits && extendedArabicDigits);
    }

    private static bool IsAllowed(int[] points, int i)
    {
        var point = points[i];
        switch (point)
        {
            // RFC 5892, appendix A: contextual rules.
            case 0x00B7:
                return i > 0 && points[i - 1] == 'l' && i + 1 < points.Length && points[i + 1] == 'l';
            case 0x0375:
                return i + 1 < points.Length && IsGreek(points[i + 1]);
            case 0x05F3 or 0x05F4:
                return i > 0 && points[i - 1] is >= 0x0591 and <= 0x05F4;
            case 0x30FB:
                return Array.Exists(points, static other => other is >= 0x3041 and <= 0x30FA or >= 0x30FC and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or 0x3005 or 0x3007);
            case 0x200C:
                return i > 0 && (IsVirama(points[i - 1]) || (IsJoining(points[i - 1]) && i + 1 < points.Length && IsJoining(points[i + 1])));
            case 0x200D:
                return i > 0 && IsVirama(points[i - 1]);

            // RFC 5892, section 2.6: exceptions.
            case 0x00DF or 0x03C2 or 0x06FD or 0x06FE or 0x0F0B or 0x3007:
                return true;
            case 0x0640 or 0x07FA or 0x302E or 0x302F or 0x303B or (>= 0x3031 and <= 0x3035):
                return false;
            case '-':
                return true;
            default:
                return point < 0x80
                    ? point is >= 'a' and <= 'z' or >= '0' and <= '9'
                    : !IsOldHangul(point) && IsStableLetter(point);
        }
    }

    private static bool IsStableLetter(int point)
    {
        if (point > 0x10FFFF || point is >= 0xD800 and <= 0xDFFF)
        {
            return false;
        }

        // Letters, marks and digits that are what their compatibility form is (RFC 5892 sections 2.1 and 2.2). Upper case is folded away.
        var text = char.ConvertFromUtf32(point);
        return CharUnicodeInfo.GetUnicodeCategory(text, 0)
            is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
            && point is not (>= 0xFF00 and <= 0xFFEF) and not (>= 0xFB00 and <= 0xFDFF) and not (>= 0xFE70 and <= 0xFEFE);
    }

    private static bool IsMark(int point) =>
        point >= 0x80 && point <= 0x10FFFF && point is not (>= 0xD800 and <= 0xDFFF)
        && CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(point), 0)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsGreek(int point) => point is >= 0x0370 and <= 0x03FF or >= 0x1F00 and <= 0x1FFF;

    private static bool IsOldHangul(int point) => point is >= 0x1100 and <= 0x11FF or >= 0xA960 and <= 0xA97F or >= 0xD7B0 and <= 0xD7FF;

    private static bool IsJoining(int point) => point is >= 0x0620 and <= 0x08FF or >= 0x0710 and <= 0x07FF or >= 0x1800 and <= 0x18AF;

    private static bool IsVirama(int point) => point is 0x094D or 0x09CD or 0x0A4D or 0x0ACD or 0x0B4D or 0x0BCD or 0x0C4D or 0x0CCD
        or 0x0D3B or 0x0D3C or 0x0D4D or 0x0DCA or 0x0E3A or 0x0EBA or 0x0F84 or 0x1039 or 0x103A or 0x1714 or 0x1734 or 0x17D2
        or 0x1A60 or 0x1B44 or 0x1BAA or 0x1BAB or 0x1BF2 or 0x1BF3 or 0x2D7F or 0xA806 or 0xA8C4 or 0xA953 or 0xA9C0 or 0xAAF6
        or 0xABED or 0x10A3F or 0x11046 or 0x1107F or 0x110B9 or 0x11133 or 0x11134 or 0x111C0 or 0x11235 or 0x112EA or 0x1134D
        or 0x11442 or 0x114C2 or 0x115BF or 0x1163F or 0x116B6 or 0x1172B or 0x11839 or 0x119E0 or 0x11A34 or 0x11A47 or 0x11A99
        or 0x11C3F or 0x11D44 or 0x11D45 or 0x11D97;
}
