using System.Globalization;
using System.Text;

namespace TaskStatus.Cli;

/// <summary>Text from the wire, as it may be shown: what would move the cursor, hide or turn the text around is written as <c>\u001b</c>.</summary>
internal static class TerminalText
{
    /// <summary>The text without control and format characters. JSON stays the JSON that it was: there they stand in strings alone.</summary>
    public static string Of(string text)
    {
        StringBuilder? safe = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsShown(text[i]))
            {
                safe?.Append(text[i]);
            }
            else
            {
                safe ??= new StringBuilder(text, 0, i, text.Length + 16);
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
        }

        return safe?.ToString() ?? text;
    }

    private static bool IsShown(char c) =>
        char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
