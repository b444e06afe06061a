using System;
using System.Linq;
using ContractKit.Compiler.Output;
using Xunit;

namespace ContractKit.Compiler.Tests.Output;

public sealed class GeneratedTextTests
{
    private const int Lines = 20_000;

    [Fact]
    public void A_long_text_is_the_same_by_place_by_part_and_whole()
    {
        var text = Text();
        var whole = text.ToString();
        Assert.Equal(string.Concat(Enumerable.Repeat("int Number;\n", Lines)).TrimEnd(), whole);
        Assert.Equal(whole.Length, text.Length);
        foreach (var place in new[] { 0, 1, GeneratedText.PieceLength - 1, GeneratedText.PieceLength, (2 * GeneratedText.PieceLength) + 1, whole.Length - 1 })
        {
            Assert.Equal(whole[place], text[place]);
        }

        var part = new char[GeneratedText.PieceLength + 3];
        text.CopyTo(GeneratedText.PieceLength - 1, part, 1, part.Length - 1);
        Assert.Equal("\0" + whole.Substring(GeneratedText.PieceLength - 1, part.Length - 1), new string(part));
        text.CopyTo(whole.Length, part, part.Length, 0);
    }

    // Margins are written between two pieces, too.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(15)]
    public void A_long_text_with_a_margin_is_what_it_would_be_in_one(int margin)
    {
        using var scope = CodeScope.Begin();
        var space = Code.Encoded(new string(' ', margin));
        var code = Code.Of($"{{\n{space}{Code.Lines(Enumerable.Repeat(Code.Of($"int Number;"), Lines))}\n}}");
        var expected = "{\n" + string.Concat(Enumerable.Repeat(new string(' ', margin) + "int Number;\n", Lines)) + "}";
        Assert.Equal(expected, code.ToFile().ToString());
        Assert.Equal(expected, code.ToString());
    }

    [Fact]
    public void Places_outside_are_refused()
    {
        var text = Text();
        Assert.Throws<ArgumentOutOfRangeException>(() => text[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => text[text.Length]);
        Assert.Throws<ArgumentOutOfRangeException>(() => text.CopyTo(text.Length - 1, new char[2], 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.CopyTo(-1, new char[2], 0, 1));
    }

    [Fact]
    public void Equal_texts_are_equal()
    {
        Assert.Equal(Text(), Text());
        Assert.Equal(Text().GetHashCode(), Text().GetHashCode());
        Assert.NotEqual(Text(), Code.Of($"int Number;").ToFile());
        Assert.Equal("", Code.Empty.ToFile().ToString());
    }

    // The collector's large objects begin at 85,000 bytes: a text that is one would make every edit walk through all that lives.
    [Fact]
    public void No_piece_is_a_large_object() => Assert.InRange((GeneratedText.PieceLength * sizeof(char)) + 64, 0, 84_999);

    private static GeneratedText Text() => Code.Lines(Enumerable.Repeat(Code.Of($"int Number;"), Lines)).ToFile();
}
