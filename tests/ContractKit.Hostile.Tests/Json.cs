using System.Globalization;
using System.Text;

namespace ContractKit.Hostile.Tests;

/// <summary>Writes text as JSON.</summary>
internal static class Json
{
    /// <summary>A JSON string in ASCII alone, so that lone surrogates and every other character arrive as they are.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c is >= ' ' and < '\u007f' and not ('"' or '\\') ? quoted.Append(c) : quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }
}
