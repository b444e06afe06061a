using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>What is written is JSON, means what was given, and reads back as it.</summary>
public class JsonOutputTests
{
    private static readonly JsonNames Names = new("id", "a\"b", "a name of more than thirty-two bytes, to be sure", "é");

    [Fact]
    public void Commas_stand_between_and_nowhere_else()
    {
        var output = new JsonOutput(16);
        output.WriteStartObject();
        for (var i = 0; i < Names.Count; i++)
        {
            output.WriteName(Names, i);
            output.WriteInt32(i);
        }

        output.WriteName("free\n");
        output.WriteStartArray();
        output.WriteStartArray();
        output.WriteEndArray();
        output.WriteStartObject();
        output.WriteEndObject();
        output.WriteNull();
        output.WriteBoolean(true);
        output.WriteRaw("[1]"u8);
        output.WriteEndArray();
        output.WriteName("\"quoted\":"u8);
        output.WriteString("");
        output.WriteEndObject();
        Assert.Equal(
            "{\"id\":0,\"a\\\"b\":1,\"a name of more than thirty-two bytes, to be sure\":2,\"é\":3,\"free\\n\":[[],{},null,true,[1]],\"quoted\":\"\"}",
            Encoding.UTF8.GetString(output.Written));
        output.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text of some length")]
    [InlineData("plain text, and then a \"quote\"")]
    [InlineData("é")]
    public void A_named_string_is_its_name_and_its_text(string text)
    {
        var large = text + new string('x', 5000);
        var output = new JsonOutput(16);
        output.WriteStartObject();
        for (var i = 0; i < Names.Count; i++)
        {
            output.WriteString(Names, i, i == 1 ? large : text);
        }

        output.WriteEndObject();
        var read = JsonSerializer.Deserialize<Dictionary<string, string>>(output.Written)!;
        Assert.Equal(Names.Count, read.Count);
        for (var i = 0; i < Names.Count; i++)
        {
            Assert.Equal(i == 1 ? large : text, read[Names[i]]);
        }

        output.Dispose();
    }

    [Fact]
    public void Half_a_surrogate_pair_is_placed_at_its_name()
    {
        var exception = Assert.Throws<ContractViolationException>(static () =>
        {
            var output = new JsonOutput(16);
            output.WriteStartObject();
            output.WriteString(Names, 0, "text");
            output.WriteString(Names, 3, "text \uD800");
        });
        Assert.Equal("/é", exception.Violations[0].InstanceLocation);
    }

    [Fact]
    public void What_was_written_can_be_taken_back()
    {
        var output = new JsonOutput(16);
        output.WriteStartObject();
        var empty = output.Length;
        output.WriteName(Names, 0);
        output.WriteInt64(1);
        output.Rewind(empty);
        output.WriteName(Names, 0);
        var value = output.Length;
        output.WriteInt64(1);
        Assert.Equal("1", Encoding.UTF8.GetString(output.WrittenFrom(value)));
        output.Rewind(value);
        output.WriteInt64(2);
        var more = output.Length;
        output.WriteName(Names, 3);
        output.WriteNull();
        output.Rewind(more);
        output.WriteName(Names, 3);
        output.WriteNull();
        output.WriteEndObject();
        Assert.Equal("{\"id\":2,\"é\":null}", Encoding.UTF8.GetString(output.Written));
    }

    [Fact]
    public void Any_text_reads_back()
    {
        var random = new Random(11);
        string[] pieces = ["a", "plain text of some length", "\"", "\\", "\n", "\0", "\u001f", "\u007f", "\u0080", "é", "\u2028", "€", "\uFFFF", "😀", "\uFEFF", "</script>"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(12); n > 0; n--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
            }

            var output = new JsonOutput(16);
            output.WriteString(text.ToString());
            Assert.Equal(text.ToString(), JsonSerializer.Deserialize<string>(output.Written));
            var cursor = new JsonCursor(output.Written);
            Assert.Equal(text.ToString(), cursor.ReadString());
            output.Dispose();
        }
    }

    [Fact]
    public void Any_text_reads_back_over_the_edges_of_pieces()
    {
        foreach (var piece in new[] { "\"", "\\", "\n", "é", "😀", "\"\\\"", "\"é" })
        {
            for (var length = 1000; length < 1040; length++)
            {
                var text = "\"" + new string('x', length) + piece + new string('y', length - 990) + piece;
                var output = new JsonOutput(16);
                output.WriteString(text);
                Assert.Equal(text, JsonSerializer.Deserialize<string>(output.Written));
                output.Dispose();
            }
        }
    }

    [Fact]
    public void A_large_text_takes_little_more_than_its_size()
    {
        var text = string.Concat(System.Linq.Enumerable.Repeat("plain text of some length\n", 400_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var output = new JsonOutput(16);
        output.WriteString(text);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, text.Length, text.Length * 4);
        Assert.Equal(text, JsonSerializer.Deserialize<string>(output.Written));
    }

    [Fact]
    public void Every_single_character_reads_back_at_every_place()
    {
        for (var c = 0; c < 0xD800; c = c < 0x180 ? c + 1 : c + 97)
        {
            for (var length = 1; length < 36; length += 5)
            {
                for (var place = 0; place < length; place++)
                {
                    var text = new string('x', place) + (char)c + new string('y', length - place - 1);
                    var output = new JsonOutput(16);
                    output.WriteString(text);
                    Assert.Equal(text, JsonSerializer.Deserialize<string>(output.Written));
                    output.Dispose();
                }
            }
        }
    }

    [Theory]
    [InlineData("", 0xD800, "")]
    [InlineData("", 0xDC00, "")]
    [InlineData("plain text of some length", 0xD83D, "")]
    [InlineData("", 0xDC00, "😀")]
    [InlineData("😀", 0xD800, "x")]
    public void Half_a_surrogate_pair_is_refused_and_placed(string before, int half, string behind)
    {
        // Metadata is UTF-8 and would not take it.
        var text = before + (char)half + behind;
        var exception = Assert.Throws<ContractViolationException>(() => SampleAnswer.Converter.Instance.ToJson(new SampleAnswer
        {
            Id = "a",
            Parts = [new SampleAnswer { Id = "b" }, new SampleAnswer { Id = "c", Text = text }],
        }));
        Assert.Equal("/parts/1/text", exception.Violations[0].InstanceLocation);
        Assert.Equal("", Assert.Throws<ContractViolationException>(() => StringConverter.Instance.ToJson(text)).Violations[0].InstanceLocation);
    }

    [Fact]
    public void Free_form_values_that_are_no_text_are_refused()
    {
        var lone = JsonDocument.Parse("[\"\\ud800\"]").RootElement;
        var bytes = JsonDocument.Parse(new byte[] { (byte)'"', 0x80, (byte)'"' }).RootElement;
        Assert.Throws<ContractViolationException>(() => ElementConverter.Instance.ToJson(lone));
        Assert.Throws<ContractViolationException>(() => ElementConverter.Instance.ToJson(bytes));
        Assert.Throws<ContractViolationException>(() => ElementConverter.Instance.ToJson(default));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_refused(double value) =>
        Assert.Throws<ContractViolationException>(() => DoubleConverter.Instance.ToJson(value));

    [Fact]
    public void Numbers_read_back_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
            culture.NumberFormat.NegativeSign = "\u2212";
            CultureInfo.CurrentCulture = culture;
            var random = new Random(5);
            for (var i = 0; i < 20_000; i++)
            {
                var bits = random.NextInt64(long.MinValue, long.MaxValue);
                Assert.Equal(bits.ToString(CultureInfo.InvariantCulture), Int64Converter.Instance.ToJson(bits));
                var value = BitConverter.Int64BitsToDouble(bits);
                if (double.IsFinite(value))
                {
                    Assert.Equal(value, DoubleConverter.Instance.Parse(DoubleConverter.Instance.ToJson(value)));
                }

                var exact = new decimal((int)bits, (int)(bits >> 32), random.Next(), bits < 0, (byte)random.Next(29));
                Assert.Equal(exact.ToString(CultureInfo.InvariantCulture), DecimalConverter.Instance.ToJson(exact));
                Assert.Equal(exact, DecimalConverter.Instance.Parse(DecimalConverter.Instance.ToJson(exact)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
