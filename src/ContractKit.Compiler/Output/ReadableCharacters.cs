namespace ContractKit.Compiler.Output;

/// <summary>Tells the characters that a reader sees as they are. The ranges are our own, so that every host emits the same bytes whatever its Unicode version.</summary>
internal static class ReadableCharacters
{
    // Controls, format characters, fillers and selectors: what is not seen, or changes how its neighbours are (Unicode 16).
    private static readonly (int First, int Last)[] s_unseen =
    [
        (0x0000, 0x001f), (0x007f, 0x009f), (0x00ad, 0x00ad), (0x034f, 0x034f), (0x0600, 0x0605), (0x061c, 0x061c), (0x06dd, 0x06dd),
        (0x070f, 0x070f), (0x0890, 0x0891), (0x08e2, 0x08e2), (0x115f, 0x1160), (0x17b4, 0x17b5), (0x180b, 0x180f), (0x200b, 0x200f),
        (0x2028, 0x202e), (0x2060, 0x206f), (0x3164, 0x3164), (0xd800, 0xf8ff), (0xfe00, 0xfe0f), (0xfeff, 0xfeff), (0xffa0, 0xffa0),
        (0xfff0, 0xffff), (0x110bd, 0x110bd), (0x110cd, 0x110cd), (0x13430, 0x1345f), (0x1bca0, 0x1bcaf), (0x1d173, 0x1d17a),
        (0x1fffe, 0x1ffff), (0xe0000, 0x10ffff),
    ];

    /// <summary>Whether a code point may stand in a comment as it is.</summary>
    public static bool InComment(int point)
    {
        foreach (var (first, last) in s_unseen)
        {
            if (point >= first && point <= last)
            {
                return false;
            }
        }

        return (point & 0xfffe) != 0xfffe;
    }

    /// <summary>Whether a UTF-16 code unit may stand in a literal as it is: printable ASCII, and letters of Latin, Greek, Cyrillic, Japanese, Chinese and Korean.</summary>
    public static bool InLiteral(char c) => c is (>= ' ' and < '\u007f') or (>= '\u00c0' and <= '\u024f') or (>= '\u0370' and <= '\u052f')
        or (>= '\u3041' and <= '\u30ff') or (>= '\u4e00' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3');
}
