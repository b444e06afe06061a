using System;
using System.Buffers;
using System.Linq;
using System.Text;
using System.Text.Json;
using Contracts.Costs;

namespace ContractKit.Contracts.Tests;

/// <summary>
/// What generated code allocates, to the byte: reading makes the values that it returns and nothing beside, checking and writing make nothing. Strings are 22 bytes and
/// two for each character, objects 16 and their fields, arrays of references 24 and eight for each item, all rounded up to eight.
/// </summary>
public class CostTests
{
    private const int Strings = 8 * ((22 + (2 * 10)) / 8 * 8 + 8); // eight strings of ten characters: 48 B each
    private const int Header = 16;
    private const int Reference = 8;

    private static readonly byte[] s_closed = Encoding.UTF8.GetBytes(Answer("true"));
    private static readonly byte[] s_open = Encoding.UTF8.GetBytes(Answer("\"SUCCESS\""));
    private static readonly byte[] s_escaped = Encoding.UTF8.GetBytes(Answer("true").Replace("23456789", "\\u0041\\n\u00e9\\t6789", StringComparison.Ordinal));

    [Fact]
    public void Reading_a_closed_record_allocates_it_and_its_strings()
    {
        const int record = Header + (8 * Reference) + 8;
        Assert.Equal(record + Strings, Allocated(static () => Closed.Parse(s_closed).Status));
        Assert.Equal(record + Strings, Allocated(static () => Closed.TryParseJson(s_closed, out _, out _)));
    }

    [Fact]
    public void Escapes_and_other_letters_cost_no_byte_more() =>
        Assert.Equal(Header + (8 * Reference) + 8 + Strings, Allocated(static () => Closed.Parse(s_escaped).Status));

    [Fact]
    public void An_open_record_has_room_for_what_is_not_named_and_allocates_nothing_for_it()
    {
        // The map of unnamed members, the note of what was null or spelt otherwise, and a status of a member and a text.
        const int record = Header + (8 * Reference) + Reference + 16 + 16;
        Assert.Equal(record + Strings, Allocated(static () => Open.Parse(s_open).TaskId.Length == 10));
    }

    [Fact]
    public void A_list_allocates_its_values_and_one_array()
    {
        var json = Encoding.UTF8.GetBytes("{\"items\":[" + string.Join(",", Enumerable.Repeat(Answer("true"), 1000)) + "]}");
        const int value = Header + (8 * Reference) + 8 + Strings;
        const int array = 24 + (1000 * Reference);
        const int list = Header + Reference;
        Assert.Equal((1000 * value) + array + list, Allocated(() => List.Parse(json).Items.Count == 1000));
    }

    [Fact]
    public void Checking_allocates_nothing()
    {
        Assert.Equal(0, Allocated(static () => Closed.IsValid(s_closed)));
        Assert.Equal(0, Allocated(static () => Closed.IsValid(s_escaped)));
        Assert.Equal(0, Allocated(static () => Open.IsValid(s_open)));
        Assert.Equal(0, Allocated(static () => Open.Validate(s_open).Count == 0));
        Assert.Equal(0, Allocated(static () => !Closed.IsValid(s_open)));
    }

    [Fact]
    public void Writing_to_a_buffer_that_is_there_allocates_nothing()
    {
        var open = Open.Parse(s_open);
        var closed = Closed.Parse(s_closed);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer);
        Assert.Equal(0, Allocated(() =>
        {
            buffer.ResetWrittenCount();
            Closed.Converter.Instance.WriteTo(buffer, closed);
            return buffer.WrittenCount > 0;
        }));
        Assert.Equal(0, Allocated(() =>
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            open.WriteTo(writer);
            writer.Flush();
            return buffer.WrittenCount > 0;
        }));
    }

    [Fact]
    public void Words_and_members_are_found_without_allocating()
    {
        Assert.Equal(0, Allocated(static () => OpenAnswerStateText.TryParse("SUCCESS", out _)));
        Assert.Equal(0, Allocated(static () => OpenAnswerStateText.TryParse("SUCCESS"u8, out _)));
        Assert.Equal(0, Allocated(static () => !OpenAnswerStateText.TryParse("SUCCEEDED", out _)));
        Assert.Equal(0, Allocated(static () => OpenAnswerState.Failed.ToText().Length == 6));
    }

    private static string Answer(string status) => "{" + string.Concat(
        "time_required error error_data input output app_id task_id ref_id".Split(' ').Select(static name => $"\"{name}\":\"0123456789\",")) + $"\"status\":{status}}}";

    private static long Allocated(Func<bool> run)
    {
        // Kept buffers and tables fill up first.
        for (var i = 0; i < 40; i++)
        {
            Assert.True(run());
        }

        return Enumerable.Range(0, 20).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
