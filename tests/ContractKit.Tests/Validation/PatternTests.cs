using System;
using System.Text;
using ContractKit.Validation;

namespace ContractKit.Tests.Validation;

/// <summary>Patterns mean what ECMA-262 says in Unicode mode, whether plain code or an engine matches them.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("^[a-z][a-z0-9-_]{1,63}$", true, "ab|a-_9", "a|Ab|ab\n|" )]
    [InlineData("a+", true, "a|xxay", "|b")]
    [InlineData("^/.*", true, "/|/x\u2028", "x/")]
    [InlineData("^.{1,3}$", true, "a|😀😀😀|é", "|😀😀😀😀|\n|a\u2028")]
    [InlineData("^(abc|de|)$", true, "abc|de|", "abcde|d")]
    [InlineData("^v?\\d+(\\.\\d+)?$", true, "v1|1.5|22", "v|1.|.5|١")]
    [InlineData("^\\S+$", true, "a|é😀", "a b|a\u00a0|\ufeff")]
    [InlineData("^\\w+$", true, "aZ_9", "é|\u017f|\u212a")]
    [InlineData("^[^/]+$", true, "a\n|😀", "a/b|")]
    [InlineData("^a.*b$", false, "ab|axxb|abab", "aba|a\nb")]
    [InlineData("^(?:[a-z]+-)*[a-z]+$", false, "a|a-b-c", "a-|-a")]
    [InlineData("^(\\w+)\\s\\1$", false, "a a|ab ab", "a b")]
    [InlineData("^(?!x).+$", false, "ax|y", "xa|")]
    [InlineData("^\\p{Lu}\\p{Letter}+$", false, "Äb|A𐐀", "äb|A1")]
    [InlineData("^\\u{1F600}*$", false, "|😀😀", "😁|😀\ud83d")]
    [InlineData("^[\\u{1F600}-\\u{1F64F}]$", false, "😀|🙏", "🚀|a")]
    [InlineData("^\\P{L}$", false, "1|😀", "a|𐐀")]
    [InlineData("\\bcat\\b", false, "cat|a cat!", "concat|cat_")]
    [InlineData("^(?:(a)|b)\\1$", false, "aa|b", "ab|ba")]
    [InlineData("^[\\s\\S]$", true, "\n|😀", "ab")]
    [InlineData("^\\cJ\\x41\\u0042\\0$", true, "\nAB\0", "AB")]
    [InlineData("[]", true, "", "a|")]
    [InlineData("^[^]$", true, "a|\n", "")]
    public void Matches(string pattern, bool isPlain, string matching, string others)
    {
        Assert.True(EcmaPattern.TryRead(pattern, out var read, out var error), error);
        Assert.Equal(isPlain, PlainPattern.Of(read.Root) is not null);
        var compiled = new SchemaPattern(pattern);
        if (matching.Length > 0 || isPlain)
        {
            Assert.All(pattern == "[]" ? [] : matching.Split('|'), text => Assert.True(compiled.IsMatch(Encoding.UTF8.GetBytes(text)), text));
        }

        Assert.All(others.Split('|'), text => Assert.False(compiled.IsMatch(Encoding.UTF8.GetBytes(text)) && Valid(text), text));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("^(\\w+\\s?)*$")]
    [InlineData("^(a+)+(?=b)$")]
    [InlineData("(x+x+)+y")]
    public void Back_tracking_ends(string pattern)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        new SchemaPattern(pattern).Match(Encoding.UTF8.GetBytes(new string('a', 5000) + new string('x', 5000) + "!"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("[a-[b]]")]
    [InlineData("(?#x)")]
    [InlineData("(?i:a)")]
    [InlineData("\\A")]
    [InlineData("(?'x'a)")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("a**")]
    [InlineData("[z-a]")]
    [InlineData("\\1")]
    [InlineData("\\k<x>")]
    [InlineData("\\p{IsGreek}")]
    [InlineData("\\u{110000}")]
    [InlineData("a{99999999}")]
    [InlineData("^*")]
    [InlineData("\\")]
    public void Does_not_parse(string pattern)
    {
        Assert.False(EcmaPattern.TryRead(pattern, out _, out var error));
        Assert.NotEqual("", error);
    }

    [Fact]
    public void Deep_and_long_patterns_end()
    {
        Assert.False(EcmaPattern.TryRead(new string('(', 100_000), out _, out _));
        Assert.True(EcmaPattern.TryRead(Alternatives(EcmaPattern.Longest / 3), out _, out _));
        Assert.False(EcmaPattern.TryRead(Alternatives(200_000), out _, out var error));
        Assert.Equal("it is longer than 8192 characters", error);

        static string Alternatives(int count) => string.Join("|", System.Linq.Enumerable.Repeat("ab", count));
    }

    private static bool Valid(string text) => !text.EndsWith('\ud83d');
}
