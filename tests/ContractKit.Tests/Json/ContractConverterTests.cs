using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>Every door leads to the same code and gives the same answer.</summary>
public class ContractConverterTests
{
    private const string Good = "{\"id\":\"a\",\"text\":\"é\\n\",\"count\":3,\"parts\":[{\"id\":\"b\"}]}";

    private static readonly SampleAnswer.Converter Converter = SampleAnswer.Converter.Instance;

    public static TheoryData<string> Refused => new()
    {
        "",
        "null",
        "[]",
        "{}",
        "{\"id\":null}",
        "{\"id\":\"a\",\"id\":\"b\"}",
        "{\"id\":\"a\",\"\\u0069d\":\"b\"}",
        "{\"id\":\"a\"} {}",
        "{\"id\":\"a\"}x",
        "{\"id\":\"a\",}",
        "{\"id\":\"a\",\"count\":-1}",
        "{\"id\":\"a\",\"count\":1.5}",
        "{\"id\":\"a\",\"parts\":[{}]}",
        "{\"id\":\"\\ud800\"}",
        "{\"id\":\"a\",\"other\":\"\\udc00\"}",
        "\uFEFF{\"id\":\"a\"}",
        "{\"id\":\"a\",\"other\":" + new string('[', 64) + new string(']', 64) + "}",
        "// comment\n{\"id\":\"a\"}",
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Every_door_refuses(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var violations = Converter.Validate(utf8);
        Assert.NotEmpty(violations);
        Assert.False(Converter.IsValid(utf8));
        Assert.False(Converter.TryParse(utf8, out var value, out var told));
        Assert.Null(value);
        Assert.Equal(violations, told);
        Assert.Equal(violations, Assert.Throws<ContractViolationException>(() => Converter.Parse(utf8)).Violations);
        Assert.Equal(violations, Assert.Throws<ContractViolationException>(() => Converter.Parse(json)).Violations);

        Assert.IsAssignableFrom<JsonException>(Record.Exception(() => JsonSerializer.Deserialize<SampleAnswer>(utf8)));
        Assert.IsAssignableFrom<JsonException>(Record.Exception(() => JsonSerializer.Deserialize<SampleAnswer>(json)));
        Assert.IsAssignableFrom<JsonException>(Record.Exception(() => JsonSerializer.Deserialize(utf8, Converter.TypeInfo)));
    }

    [Fact]
    public void Every_door_reads_the_same()
    {
        var utf8 = Encoding.UTF8.GetBytes(Good);
        Check(Converter.Parse(utf8));
        Check(Converter.Parse(Good));
        Assert.True(Converter.TryParse(utf8, out var value, out var violations));
        Assert.Empty(violations);
        Check(value);
        Assert.True(Converter.TryRead(utf8, out value, out violations));
        Assert.Empty(violations);
        Check(value);
        Assert.True(Converter.IsValid(utf8));
        Assert.Empty(Converter.Validate(utf8));
        Check(JsonSerializer.Deserialize<SampleAnswer>(utf8));
        Check(JsonSerializer.Deserialize<SampleAnswer>(Good));
        Check(JsonSerializer.Deserialize(utf8, Converter.TypeInfo));
        Check(JsonDocument.Parse(utf8).Deserialize<SampleAnswer>());
        Check(JsonDocument.Parse(utf8).RootElement.Deserialize(Converter.TypeInfo));
    }

    [Fact]
    public void Lenient_reading_leaves_constraints_alone()
    {
        Assert.True(Converter.TryRead("{\"id\":\"a\",\"count\":-1}"u8, out var value, out _));
        Assert.Equal(-1, value.Count);
        Assert.False(Converter.TryRead("{\"id\":\"a\",\"count\":\"1\"}"u8, out _, out var violations));
        Assert.Equal(new ContractViolation("/count", "", "The value is not a number."), Assert.Single(violations));
    }

    [Fact]
    public async Task Streams_and_sequences_are_read_in_any_portions()
    {
        var utf8 = Encoding.UTF8.GetBytes("{\"answers\":[" + Good + " , " + Good + "],\"last\":null,\"one\":" + Good + "}");
        for (var size = 1; size < utf8.Length; size += size < 8 ? 1 : 7)
        {
            CheckAll(await JsonSerializer.DeserializeAsync<Holder>(new Trickle(utf8, size), new JsonSerializerOptions { DefaultBufferSize = size, PropertyNameCaseInsensitive = true }));

            var reader = new Utf8JsonReader(Portions(utf8, size));
            CheckAll(JsonSerializer.Deserialize<Holder>(ref reader, new JsonSerializerOptions { PropertyNameCaseInsensitive = true }));
        }

        var one = Encoding.UTF8.GetBytes(Good);
        for (var size = 1; size < one.Length; size++)
        {
            var reader = new Utf8JsonReader(Portions(one, size));
            Check(JsonSerializer.Deserialize(ref reader, Converter.TypeInfo));
        }

        static void CheckAll(Holder? holder)
        {
            Assert.NotNull(holder);
            Assert.Equal(2, holder.Answers.Count);
            Check(holder.Answers[0]);
            Check(holder.Answers[1]);
            Check(holder.One);
            Assert.Null(holder.Last);
        }
    }

    [Fact]
    public void A_null_in_somebody_elses_class_is_null()
    {
        Assert.Null(JsonSerializer.Deserialize<Holder>("{\"Last\":null}")!.Last);
        Assert.Equal("{\"Answers\":[],\"Last\":null,\"One\":null}", JsonSerializer.Serialize(new Holder()));
    }

    [Fact]
    public void The_serializers_exception_says_where_and_carries_ours()
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Holder>("{\"Answers\":[{\"id\":\"a\"},{\"id\":\"a\",\"count\":-1}]}"));
        Assert.Equal("$.Answers[1]", exception.Path);
        Assert.Equal(new ContractViolation("/count", "", "The count is negative."), Assert.Single(Assert.IsType<ContractViolationException>(exception.InnerException).Violations));
        Assert.StartsWith("/count: The count is negative.", exception.Message);
    }

    [Fact]
    public void Every_door_writes_the_same()
    {
        var answer = Converter.Parse(Good);
        var written = "{\"id\":\"a\",\"text\":\"é\\n\",\"count\":3,\"parts\":[{\"id\":\"b\"}]}";
        Assert.Equal(written, Converter.ToJson(answer));
        Assert.Equal(written, Encoding.UTF8.GetString(Converter.ToUtf8Json(answer)));
        Assert.Equal(written, JsonSerializer.Serialize(answer));
        Assert.Equal(written, JsonSerializer.Serialize(answer, Converter.TypeInfo));
        var buffer = new ArrayBufferWriter<byte>();
        Converter.WriteTo(buffer, answer);
        Assert.Equal(written, Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal("[" + written + "," + written + "]", JsonSerializer.Serialize(new[] { answer, answer }));
    }

    [Fact]
    public void An_indenting_writer_indents()
    {
        var json = JsonSerializer.Serialize(new { x = Converter.Parse(Good) }, new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
        Assert.Equal("""
            {
              "x": {
                "id": "a",
                "text": "é\n",
                "count": 3,
                "parts": [
                  {
                    "id": "b"
                  }
                ]
              }
            }
            """.ReplaceLineEndings("\n"), json);
    }

    [Fact]
    public void A_resolver_knows_its_types_and_leaves_the_others()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new ContractTypeInfoResolver(Converter, StringConverter.Instance) };
        Check((SampleAnswer?)JsonSerializer.Deserialize(Good, options.GetTypeInfo(typeof(SampleAnswer))));
        Assert.Null(options.TypeInfoResolver.GetTypeInfo(typeof(int), options));
        var both = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine(options.TypeInfoResolver, new DefaultJsonTypeInfoResolver()) };
        Assert.Equal("[" + Good + "]", JsonSerializer.Serialize(new List<SampleAnswer> { Converter.Parse(Good) }, both));
    }

    [Fact]
    public void Ready_made_converters_take_their_values_there_and_back()
    {
        Back(StringConverter.Instance, "\"a\\\"b\"");
        Back(BooleanConverter.Instance, "true");
        Back(Int64Converter.Instance, "-9223372036854775808");
        Back(Int32Converter.Instance, "2147483647");
        Back(DoubleConverter.Instance, "-0.1");
        Back(DecimalConverter.Instance, "1.50");
        Back(DateTimeOffsetConverter.Instance, "\"2026-11-23T13:18:12.344237+05:30\"");
        Back(DateOnlyConverter.Instance, "\"2026-11-23\"");
        Back(DateConverter.Instance, "\"2026-11-23\"");
        Back(GuidConverter.Instance, "\"ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2\"");
        Back(BytesConverter.Instance, "\"AAEC\"");
        Back(ElementConverter.Instance, "{\"a\":[1.50,\"\\u00e9\",null]}");
        Back(new NullableConverter<long>(Int64Converter.Instance), "null");
        Back(new NullableConverter<long>(Int64Converter.Instance), "7");
        Assert.Throws<ContractViolationException>(() => Int64Converter.Instance.Parse("null"));
        Assert.Throws<ContractViolationException>(() => StringConverter.Instance.Parse("null"));
        Assert.Throws<ContractViolationException>(() => ElementConverter.Instance.Parse("{\"a\":1,\"a\":2}"));

        static void Back<T>(ContractConverter<T> converter, string json)
        {
            Assert.Equal(json, converter.ToJson(converter.Parse(json)));
            Assert.True(converter.IsValid(Encoding.UTF8.GetBytes(json)));
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, converter.TypeInfo)!, converter.TypeInfo));
        }
    }

    [Fact]
    public void A_checked_converter_asks_the_other_validator()
    {
        var even = Int64Converter.Instance.Checked((ref JsonCursor cursor, ref ContractKit.Validation.Evaluation _) => cursor.ReadInt64() % 2 == 0);
        Assert.Equal(4, even.Parse("4"));
        Assert.True(even.IsValid("4"u8));
        Assert.False(even.IsValid("5"u8));
    }

    private static void Check(SampleAnswer? answer)
    {
        Assert.NotNull(answer);
        Assert.Equal("a", answer.Id);
        Assert.Equal("é\n", answer.Text);
        Assert.Equal(3, answer.Count);
        Assert.Equal("b", Assert.Single(answer.Parts!).Id);
    }

    private static ReadOnlySequence<byte> Portions(byte[] bytes, int size)
    {
        var first = new Portion(bytes.AsMemory(0, Math.Min(size, bytes.Length)), 0);
        var last = first;
        for (var start = size; start < bytes.Length; start += size)
        {
            last = last.Append(bytes.AsMemory(start, Math.Min(size, bytes.Length - start)));
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Portion : ReadOnlySequenceSegment<byte>
    {
        public Portion(ReadOnlyMemory<byte> memory, long start) => (Memory, RunningIndex) = (memory, start);

        public Portion Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Portion(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }

    private sealed class Trickle(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(size, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, System.Threading.CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }

    private sealed class Holder
    {
        public List<SampleAnswer> Answers { get; set; } = [];

        public SampleAnswer? Last { get; set; }

        public SampleAnswer? One { get; set; }
    }
}
