using System;
using System.Text.RegularExpressions;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>What came of looking for a pattern.</summary>
internal enum PatternMatch
{
    Found,
    Missing,
    TimedOut,
}

/// <summary>
/// A <c>pattern</c> ready to be matched: in plain code where it is plain, else with .NET's regular expressions; those that do not
/// back-track where the runtime has them and the pattern allows it, the others within a time limit.
/// </summary>
internal sealed class SchemaPattern
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMilliseconds(250);

    private readonly object _gate = new();
    private PlainPattern? _plain;
    private Regex? _regex;

    /// <summary>A pattern that the compiler has checked.</summary>
    public SchemaPattern(string pattern)
    {
        Text = pattern;
    }

    /// <summary>The pattern as the schema has it.</summary>
    public string Text { get; }

    /// <summary>Whether the pattern matches anywhere in the text, in UTF-8.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text) => Match(text) == PatternMatch.Found;

    /// <summary>Looks for the pattern in the text, in UTF-8.</summary>
    public PatternMatch Match(ReadOnlySpan<byte> text)
    {
        if (_plain is null && _regex is null)
        {
            Prepare();
        }

        if (_plain is not null)
        {
            return _plain.IsMatch(text) ? PatternMatch.Found : PatternMatch.Missing;
        }

        try
        {
            return RegexMatches(_regex!, text) ? PatternMatch.Found : PatternMatch.Missing;
        }
        catch (RegexMatchTimeoutException)
        {
            return PatternMatch.TimedOut;
        }
    }

    private void Prepare()
    {
        lock (_gate)
        {
            if (_plain is not null || _regex is not null)
            {
                return;
            }

            EcmaPattern.TryRead(Text, out var pattern, out _);
            _plain = PlainPattern.Of(pattern.Root);
            if (_plain is null)
            {
                _regex = Compile(pattern);
            }
        }
    }

    private static Regex Compile(EcmaPattern pattern)
    {
        var text = DotNetPattern.Of(pattern.Root);
#if NET8_0_OR_GREATER
        if (!pattern.NeedsBacktracking)
        {
            try
            {
                return new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, s_timeLimit);
            }
            catch (NotSupportedException)
            {
                // Too large an automaton, or a construct it does not have: back-tracking with a time limit serves.
            }
        }
#endif
        return new Regex(text, RegexOptions.CultureInvariant, s_timeLimit);
    }

    private static bool RegexMatches(Regex regex, ReadOnlySpan<byte> text)
    {
#if NET8_0_OR_GREATER
        const int OnStack = 256;
        char[]? borrowed = null;
        var buffer = text.Length <= OnStack
            ? stackalloc char[OnStack]
            : (borrowed = System.Buffers.ArrayPool<char>.Shared.Rent(text.Length)).AsSpan();
        try
        {
            var length = System.Text.Encoding.UTF8.GetChars(text, buffer);
            return regex.IsMatch(buffer.Slice(0, length));
        }
        finally
        {
            if (borrowed is not null)
            {
                System.Buffers.ArrayPool<char>.Shared.Return(borrowed);
            }
        }
#else
        return regex.IsMatch(JsonUtf8.ToText(text));
#endif
    }
}
