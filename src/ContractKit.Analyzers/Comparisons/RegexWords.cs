using System;
using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Analyzers.Comparisons;

/// <summary>The plain words that a regular expression looks for.</summary>
internal static class RegexWords
{
    /// <summary>The alternatives of the pattern where all of them are plain words; empty for any other pattern.</summary>
    public static IReadOnlyList<string> In(string pattern, out bool ignoreCase, out Match match)
    {
        ignoreCase = pattern.StartsWith("(?i)", StringComparison.Ordinal);
        var body = ignoreCase ? pattern.Substring(4) : pattern;
        var start = Strip(ref body, ["^", "\\A", "\\b"], fromStart: true);
        var end = Strip(ref body, ["$", "\\z", "\\Z", "\\b"], fromStart: false);
        if (body.StartsWith("(", StringComparison.Ordinal) && body.EndsWith(")", StringComparison.Ordinal) && body.IndexOf('(', 1) < 0)
        {
            var open = body.StartsWith("(?:", StringComparison.Ordinal) ? 3 : body.StartsWith("(?<", StringComparison.Ordinal) ? body.IndexOf('>') + 1 : 1;
            body = body.Substring(open, body.Length - open - 1);
        }

        match = (start, end) switch { (true, true) => Match.Whole, (true, false) => Match.Start, (false, true) => Match.End, _ => Match.Part };
        var words = body.Split('|').Select(static word => word.Trim('^', '$').Replace("\\ ", " ").Replace("\\-", "-")).ToList();
        return words.All(static word => word.Length > 0 && word.All(static character => char.IsLetterOrDigit(character) || character is '_' or '-' or ' ')) ? words : [];
    }

    private static bool Strip(ref string body, string[] anchors, bool fromStart)
    {
        foreach (var anchor in anchors)
        {
            if (fromStart ? body.StartsWith(anchor, StringComparison.Ordinal) : body.EndsWith(anchor, StringComparison.Ordinal))
            {
                body = fromStart ? body.Substring(anchor.Length) : body.Substring(0, body.Length - anchor.Length);
                return true;
            }
        }

        return false;
    }
}
