using System;
using System.Linq;

namespace ContractKit.Analyzers.Contracts;

/// <summary>Compares text in a program with an operation's path.</summary>
internal static class PathTemplate
{
    private static readonly string[] MediaTypes = ["application/", "text/", "image/", "multipart/", "audio/", "video/"];

    /// <summary>
    /// Whether the text ends in the path: <c>/getImage</c>, <c>getImage</c>, <c>https://host/v1/getImage?x=1</c>. A parameter
    /// of the template matches any one segment; <c>{</c> in the text stands for a hole of an interpolated string.
    /// </summary>
    public static bool Matches(string text, string template)
    {
        var end = text.IndexOfAny(['?', '#']);
        var path = (end < 0 ? text : text.Substring(0, end)).TrimEnd('/');
        var wanted = template.Trim('/').Split('/');
        if (template.Trim('/').Length == 0 || path.Any(char.IsWhiteSpace))
        {
            // "POST /getImage" is prose.
            return false;
        }

        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        var host = scheme >= 0;
        var segments = (host ? path.Substring(scheme + 3) : path).TrimStart('/').Split('/');
        var first = segments.Length - wanted.Length;
        if (first < 0 || (host && first == 0))
        {
            return false;
        }

        for (var i = 0; i < wanted.Length; i++)
        {
            var segment = segments[first + i];
            if (wanted[i].StartsWith("{", StringComparison.Ordinal) ? segment.Length == 0 : segment != wanted[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the text looks like the path of something that is called over HTTP.</summary>
    public static bool LooksLikePath(string text)
    {
        if (text.Length < 2 || text.Any(static character => char.IsWhiteSpace(character) || character is '"' or '<' or '>' or '|' or '*') || MediaTypes.Any(kind => text.StartsWith(kind, StringComparison.Ordinal)))
        {
            return false;
        }

        return text.IndexOf("://", StringComparison.Ordinal) > 0 || (text[0] == '/' && char.IsLetterOrDigit(text[1])) || (text.IndexOf('/') > 0 && text.Any(char.IsLower) && text.IndexOf("MM", StringComparison.Ordinal) < 0);
    }
}
