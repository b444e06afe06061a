using System;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Output;
using Xunit;

namespace ContractKit.Compiler.Tests.Output;

/// <summary>How interpolated strings become code, whether their pieces are short and copied or long and kept.</summary>
public sealed class CodeTests
{
    private static readonly string s_long = string.Concat(Enumerable.Repeat("int Number;\n", 40)).TrimEnd();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_hole_of_several_lines_takes_the_margin_of_its_line(bool isLong)
    {
        var text = isLong ? s_long : "a\n\nb";
        var code = Code.Of($$"""
            {
                {{Code.Encoded(text)}}
            }
            """);
        Assert.Equal("{\n    " + text.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal) + "\n}", code.ToString());
    }

    [Fact]
    public void An_empty_hole_takes_its_line_away()
    {
        var nothing = Code.Empty;
        Assert.Equal("a\nb", Code.Of($"""
            a
                {nothing}
            b
            """).ToString());
        Assert.Equal("b", Code.Of($"""
            {nothing}
            b
            """).ToString());
        Assert.Equal("a", Code.Of($"""
            a
                {nothing}
            """).ToString());
        Assert.Equal("a \nb", Code.Of($"""
            a {nothing}
            b
            """).ToString());
        Assert.True(Code.Of($"  {nothing}").IsEmpty);
    }

    [Fact]
    public void What_is_not_wanted_is_not_asked_for()
    {
        Assert.True(Code.When(false, $"a{Refused()}").IsEmpty);
        Assert.Equal("a1", Code.When(true, $"a{1}").ToString());
    }

    [Fact]
    public void An_exception_in_a_hole_leaves_nothing_behind_when_the_scope_ends()
    {
        var before = CodeStack.Current.Mark();
        Assert.Throws<InvalidOperationException>(static () =>
        {
            using var scope = CodeScope.Begin();
            return Code.Of($"lost {s_long.Length} {Code.Encoded(s_long)} {Refused()}");
        });
        Assert.Equal(before, CodeStack.Current.Mark());
        var code = Code.Of($"a {Code.Lines([Code.Of($"b"), Code.Of($"c{1}")])}");
        Assert.Equal("a b\nc1", code.ToFile().ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Code_is_what_plain_strings_would_be(bool isScoped)
    {
        const int seed = 20261130;
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++)
        {
            using var scope = isScoped ? CodeScope.Begin() : null;
            var (code, expected) = Piece(random, depth: 4);
            Assert.True(expected == code.ToString(), $"seed {seed}, case {i}:\n{code}\n-- instead of\n{expected}");
            Assert.Equal(expected, code.ToFile().ToString());
        }
    }

    private static Code Refused() => throw new InvalidOperationException();

    // The same twice: by the handler, and by a string that is looked at anew for each piece.
    private static (Code Code, string Text) Piece(Random random, int depth)
    {
        var handler = new CodeHandler(0, 0);
        var text = new StringBuilder();
        var emptyHole = false;
        for (var pieces = random.Next(0, 6); pieces > 0; pieces--)
        {
            if (random.Next(2) == 0)
            {
                var literal = Text(random, atLeast: 1);
                handler.AppendLiteral(literal);
                if (emptyHole && literal[0] == '\n')
                {
                    text.Length -= Line(text).Length;
                    literal = literal[1..];
                }

                text.Append(literal);
                emptyHole = false;
                continue;
            }

            var (hole, inner) = depth == 0 || random.Next(2) == 0 ? Word(random) : Piece(random, depth - 1);
            handler.AppendFormatted(hole);
            var margin = new string(' ', Line(text).TakeWhile(static c => c == ' ').Count());
            emptyHole = inner.Length == 0 && Line(text).All(static c => c == ' ');
            for (var i = 0; i < inner.Length; i++)
            {
                text.Append(inner[i]).Append(inner[i] == '\n' && i + 1 < inner.Length && inner[i + 1] != '\n' ? margin : "");
            }
        }

        if (emptyHole)
        {
            text.Length -= Line(text).Length;
            text.Length -= text.Length > 0 ? 1 : 0;
        }

        return (Code.Of(ref handler), text.ToString());
    }

    private static (Code Code, string Text) Word(Random random)
    {
        var text = Text(random, atLeast: 0);
        return (Code.Encoded(text), text);
    }

    private static string Text(Random random, int atLeast) =>
        string.Concat(Enumerable.Range(0, random.Next(8) == 0 ? random.Next(100, 200) : random.Next(atLeast, 6)).Select(_ => "ab  \n"[random.Next(5)]));

    private static string Line(StringBuilder text)
    {
        var whole = text.ToString();
        return whole[(whole.LastIndexOf('\n') + 1)..];
    }
}
