using System;
using System.Text;

namespace ContractKit.Json;

/// <summary>Writes text as a JSON string: only what must be escaped is (RFC 8259, section 7).</summary>
internal static class JsonEscape
{
    /// <summary>The text between quotes, with something behind it.</summary>
    public static byte[] Quoted(string text, string suffix)
    {
        Span<byte> escape = stackalloc byte[6];
        var quoted = new StringBuilder(text.Length + 2 + suffix.Length).Append('"');
        foreach (var c in text)
        {
            if (c is >= ' ' and not '"' and not '\\')
            {
                quoted.Append(c);
                continue;
            }

            var length = Write(c, escape);
            for (var i = 0; i < length; i++)
            {
                quoted.Append((char)escape[i]);
            }
        }

        return JsonUtf8.FromText(quoted.Append('"').Append(suffix).ToString());
    }

    /// <summary>Writes the escape of a quote, a backslash or a control character, and says how many bytes it took.</summary>
    public static int Write(char c, Span<byte> destination)
    {
        destination[0] = (byte)'\\';
        var mark = c switch
        {
            '"' or '\\' => (byte)c,
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        destination[1] = mark;
        if (mark != 'u')
        {
            return 2;
        }

        destination[2] = (byte)'0';
        destination[3] = (byte)'0';
        destination[4] = (byte)('0' + (c >> 4));
        destination[5] = "0123456789abcdef"u8[c & 15];
        return 6;
    }

    /// <summary>Whether half of a surrogate pair stands in the text: UTF-8 cannot hold it.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return true;
                }

                i++;
            }
        }

        return false;
    }
}
