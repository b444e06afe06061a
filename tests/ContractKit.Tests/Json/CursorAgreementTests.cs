using System;
using System.Text;

namespace ContractKit.Tests.Json;

/// <summary>The cursor accepts what Utf8JsonReader accepts, and reads the same out of it.</summary>
public class CursorAgreementTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    [InlineData("{ \"a\" : 1 , \"b\" : [ true , false , null ] }\r\n\t")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{,}")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":1 \"b\":2}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{a:1}")]
    [InlineData("{1:1}")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    [InlineData("{\"a\":1]")]
    [InlineData("[")]
    [InlineData("[[]")]
    [InlineData("[]]")]
    [InlineData("{\"a\":{}")]
    [InlineData("1 2")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("nul")]
    [InlineData("nulL")]
    [InlineData("nulll")]
    [InlineData("true false")]
    [InlineData("tru]")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("00")]
    [InlineData("-01")]
    [InlineData("01")]
    [InlineData("0.")]
    [InlineData(".5")]
    [InlineData("1.e1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1E-07")]
    [InlineData("1e5.5")]
    [InlineData("0e0")]
    [InlineData("+1")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("1_000")]
    [InlineData("123456789012345678901234567890.5e-400")]
    [InlineData("\"\"")]
    [InlineData("\"a")]
    [InlineData("\"a\\\"")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u00e4\\uFFFF\\ud83d\\ude00\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\")]
    [InlineData("\"\\u\"")]
    [InlineData("\"\\U0041\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00\"")]
    [InlineData("\"\\udc00\\ud800\"")]
    [InlineData("\"\\ud800\\u0041\"")]
    [InlineData("\"\\ud800\\ud800\\udc00\"")]
    [InlineData("\"\\ud83d\\ude0\"")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("\"tab\tinside\"")]
    [InlineData("\"a long enough text with a line feed \n in it\"")]
    [InlineData("\"\u007f ä € 😀\"")]
    [InlineData("\uFEFF{}")]
    [InlineData("// comment\n1")]
    [InlineData("[1/**/]")]
    [InlineData("'a'")]
    [InlineData("[\"a\u0000\"]")]
    [InlineData("\u0000")]
    [InlineData("1\u0000")]
    [InlineData("\u00a01")]
    [InlineData("\f1")]
    public void On_texts(string json) => Same(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xC1, 0xBF })]
    [InlineData(new byte[] { 0xC2 })]
    [InlineData(new byte[] { 0xC2, 0x80 })]
    [InlineData(new byte[] { 0xE0, 0x9F, 0xBF })]
    [InlineData(new byte[] { 0xE0, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0x9F, 0xBF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xBF, 0xBF })]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBF })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xF0, 0x8F, 0xBF, 0xBF })]
    [InlineData(new byte[] { 0xF0, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x8F, 0xBF, 0xBF })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    [InlineData(new byte[] { 0xFF })]
    public void On_bytes_in_strings(byte[] bytes)
    {
        for (var before = 0; before < 40; before++)
        {
            byte[] text = [(byte)'"', .. Encoding.ASCII.GetBytes(new string('x', before)), .. bytes, (byte)'"'];
            Same(text);
            Same([(byte)'{', .. text, (byte)':', .. text, (byte)'}']);
        }

        Same(bytes);
    }

    [Fact]
    public void On_depth()
    {
        foreach (var depth in new[] { 1, 63, 64, 65, 66, 127, 128, 129, 130, 1000 })
        {
            foreach (var limit in new[] { 1, 63, 64, 65, 128, 129, 1000 })
            {
                Same(Encoding.ASCII.GetBytes(new string('[', depth) + new string(']', depth)), limit);
                Same(Encoding.ASCII.GetBytes(string.Concat(System.Linq.Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)), limit);
            }
        }
    }

    [Fact]
    public void On_long_strings()
    {
        string[] pieces = ["", "\\n", "\\u00e9", "\\ud83d\\ude00", "é", "€", "😀", "\\ud83d", "\u0001", "\\x"];
        for (var before = 470; before < 520; before++)
        {
            foreach (var piece in pieces)
            {
                foreach (var behind in new[] { 0, 1, 15, 16, 17, 40 })
                {
                    Same(Encoding.UTF8.GetBytes($"\"{new string('x', before)}{piece}{new string('y', behind)}{piece}\""));
                }
            }
        }
    }

    internal static void Same(ReadOnlySpan<byte> json, int maxDepth = 64)
    {
        var expected = Reference.Walk(json, maxDepth);
        Assert.Equal(expected, Reference.CursorWalk(json, maxDepth));
        Assert.Equal(expected is not null, Reference.CursorSkips(json, maxDepth));
    }
}
