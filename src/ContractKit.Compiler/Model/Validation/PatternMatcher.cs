using System;
using System.Text.RegularExpressions;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Matches ECMA-262 patterns while a schema is being edited.</summary>
internal static class PatternMatcher
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether the pattern matches anywhere in the text; true where that takes too long to tell.</summary>
    public static bool IsMatch(string pattern, string text)
    {
        if (!EcmaPattern.TryRead(pattern, out var read, out _))
        {
            return true;
        }

        try
        {
            return PlainPattern.Of(read.Root)?.IsMatch(System.Text.Encoding.UTF8.GetBytes(text))
                ?? Regex.IsMatch(text, DotNetPattern.Of(read.Root), RegexOptions.CultureInvariant, s_timeLimit);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
