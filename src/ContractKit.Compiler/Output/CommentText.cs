using System.Globalization;
using System.Text;

namespace ContractKit.Compiler.Output;

/// <summary>Encodes text for a <c>//</c> comment: one line, and only characters that a reader sees.</summary>
public static class CommentText
{
    /// <summary>The text with everything but printable ASCII, which alone is the same on every host, written as U+XXXX.</summary>
    public static Code Of(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= ' ' and < '\u007f')
            {
                encoded.Append(c);
            }
            else
            {
                encoded.Append("U+").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return Code.Encoded(encoded.ToString());
    }
}
