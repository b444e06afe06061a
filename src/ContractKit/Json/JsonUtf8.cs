using System;
using System.Text;

namespace ContractKit.Json;

/// <summary>Between UTF-8 and text, on every target framework.</summary>
internal static class JsonUtf8
{
    /// <summary>The text that valid UTF-8 spells.</summary>
    public static string ToText(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

#if NET8_0_OR_GREATER
        return Encoding.UTF8.GetString(utf8);
#else
        unsafe
        {
            fixed (byte* first = utf8)
            {
                return Encoding.UTF8.GetString(first, utf8.Length);
            }
        }
#endif
    }

    /// <summary>Text as UTF-8; a lone surrogate becomes U+FFFD.</summary>
    public static byte[] FromText(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Writes a code point and says how many bytes it took.</summary>
    public static int Write(int point, Span<byte> destination)
    {
        if (point < 0x80)
        {
            destination[0] = (byte)point;
            return 1;
        }

        if (point < 0x800)
        {
            destination[0] = (byte)(0xC0 | (point >> 6));
            destination[1] = (byte)(0x80 | (point & 0x3F));
            return 2;
        }

        if (point < 0x10000)
        {
            destination[0] = (byte)(0xE0 | (point >> 12));
            destination[1] = (byte)(0x80 | ((point >> 6) & 0x3F));
            destination[2] = (byte)(0x80 | (point & 0x3F));
            return 3;
        }

        destination[0] = (byte)(0xF0 | (point >> 18));
        destination[1] = (byte)(0x80 | ((point >> 12) & 0x3F));
        destination[2] = (byte)(0x80 | ((point >> 6) & 0x3F));
        destination[3] = (byte)(0x80 | (point & 0x3F));
        return 4;
    }
}
