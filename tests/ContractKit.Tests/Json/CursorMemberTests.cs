using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>Members are found by name in any order, and none stands twice.</summary>
public class CursorMemberTests
{
    [Theory]
    [InlineData("{\"id\":1,\"refID\":2}", "0=1 1=2")]
    [InlineData("{\"refID\":1,\"id\":2}", "1=1 0=2")]
    [InlineData("{ \"id\" : 1 , \"other\" : 3 , \"refID\" : 2 }", "0=1 other=3 1=2")]
    [InlineData("{\"\\u0069d\":1,\"ref\\u0049D\":2}", "0=1 1=2")]
    [InlineData("{\"i\":1,\"idd\":2,\"ID\":3,\"\":4}", "i=1 idd=2 ID=3 =4")]
    [InlineData("{}", "")]
    public void Members_are_told_apart(string json, string expected) => Assert.Equal(expected, Walk(json, new JsonNames("id", "refID")).Trim());

    [Theory]
    [InlineData("{\"id\":1,\"id\":2}", "id", 8)]
    [InlineData("{\"id\":1,\"refID\":2,\"\\u0069d\":3}", "id", 18)]
    [InlineData("{\"refID\":1, \"id\":1, \"refID\":2}", "refID", 20)]
    public void A_known_member_that_stands_twice_is_refused(string json, string name, int offset)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json));
        Drain(ref cursor, new JsonNames("id", "refID"));
        Assert.Equal(JsonFaultKind.DuplicateMember, cursor.Fault.Kind);
        Assert.Equal(name, cursor.Fault.Detail);
        Assert.Equal(offset, cursor.Fault.Offset);
        Assert.Equal("/" + name, JsonLocation.PointerAt(Encoding.UTF8.GetBytes(json), offset));
    }

    [Fact]
    public void A_missing_member_is_named()
    {
        var json = "[{\"refID\":1} ]"u8;
        var names = new JsonNames("id", "refID");
        var cursor = new JsonCursor(json);
        cursor.StartArray();
        cursor.NextItem();
        var members = Drain(ref cursor, names);
        cursor.Require(names, members, 0b10);
        Assert.False(cursor.Failed);
        cursor.Require(names, members, 0b11);
        Assert.Equal("The required member 'id' is missing.", cursor.Fault.Message);
        Assert.Equal("/0", JsonLocation.PointerAt(json, cursor.Fault.Offset));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    [InlineData(3000)]
    public void Any_number_of_names(int count)
    {
        var random = new Random(count);
        var texts = Enumerable.Range(0, count).Select(i => i % 7 == 0 ? $"n{i}" : i % 7 == 1 ? new string('x', i % 50) + i : i % 7 == 2 ? $"a\"b\\{i}" : i % 7 == 3 ? $"ünï{i}" : $"member_number_{i}").ToArray();
        var names = new JsonNames(texts);
        for (var round = 0; round < 4; round++)
        {
            // The last ones twice over in the same order: that is when prediction is at work.
            if (round != 2)
            {
                random.Shuffle(texts);
            }

            var json = "{" + string.Join(",", texts.Select((t, i) => $"{System.Text.Json.JsonSerializer.Serialize(t)}:{i}")) + "}";
            var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json));
            cursor.StartObject();
            var members = default(JsonMembers);
            for (var i = 0; i < count; i++)
            {
                var index = cursor.NextMember(names, ref members);
                Assert.Equal(texts[i], names[index]);
                Assert.Equal(texts[i], cursor.MemberText);
                Assert.True(members.Has(index));
                Assert.Equal(i, cursor.ReadInt32());
            }

            Assert.Equal(JsonNames.End, cursor.NextMember(names, ref members));
            cursor.End();
            Assert.False(cursor.Failed);
            cursor.RequireAt(names, members, count - 1);
            Assert.False(cursor.Failed);
        }
    }

    [Fact]
    public void Both_ways_of_walking_members_agree()
    {
        var names = new JsonNames("a", "", "x", "\"quoted\\", "sixteen and more characters", "é€😀 and then plain text", "\n");
        var texts = new JsonMutation(99);
        for (var i = 0; i < 30_000; i++)
        {
            var json = texts.Next();
            var plain = new JsonCursor(json);
            var expected = PlainWalk(ref plain, names);
            var fast = new JsonCursor(json);
            var found = FastWalk(ref fast, names);
            Assert.True(expected == found && plain.Fault.Kind == fast.Fault.Kind && plain.Fault.Offset == fast.Fault.Offset, Encoding.UTF8.GetString(json));
            var patient = new JsonCursor(json);
            found = PatientWalk(ref patient, names);
            Assert.True(expected == found && plain.Fault.Kind == patient.Fault.Kind && plain.Fault.Offset == patient.Fault.Offset, Encoding.UTF8.GetString(json));
        }
    }

    [Fact]
    public void No_byte_beside_the_text_is_read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var names = new JsonNames("a", "", "x", "\"quoted\\", "sixteen and more characters", "é€😀 and then plain text", "\n");
        var texts = new JsonMutation(98);
        using var memory = new GuardedMemory();
        for (var i = 0; i < 10_000; i++)
        {
            var json = texts.Next();
            if (json.Length > 60_000)
            {
                continue;
            }

            foreach (var atEnd in new[] { true, false })
            {
                var copy = atEnd ? memory.AtEnd(json) : memory.AtStart(json);
                var cursor = new JsonCursor(copy);
                FastWalk(ref cursor, names);
                Assert.Equal(Reference.CursorWalk(json), Reference.CursorWalk(copy));
                JsonLocation.PointerAt(copy, copy.Length);
            }
        }
    }

    [Fact]
    public void A_name_that_stands_twice_in_a_free_form_value_is_refused()
    {
        foreach (var count in new[] { 2, 7, 8, 9, 31, 32, 33, 64, 65, 1000 })
        {
            var members = Enumerable.Range(0, count).Select(i => $"\"k{i}\":{{}}").ToList();
            Assert.Null(Duplicate(members));
            foreach (var twice in new[] { 0, count / 2, count - 1 })
            {
                members.Add($"\"\\u006b{twice}\":[]");
                Assert.Equal($"k{twice}", Duplicate(members));
                members.RemoveAt(count);
            }
        }

        static string? Duplicate(IEnumerable<string> members)
        {
            var cursor = new JsonCursor(Encoding.UTF8.GetBytes("[{\"a\":{" + string.Join(",", members) + "},\"b\":{\"a\":1}}]"));
            cursor.SkipCarefully();
            return cursor.Fault.Detail;
        }
    }

    [Fact]
    public void A_million_names_take_bounded_time()
    {
        var json = Encoding.UTF8.GetBytes("{" + string.Join(",", Enumerable.Range(0, 1_000_000).Select(i => $"\"{i}\":0")) + "}");
        var clock = Stopwatch.StartNew();
        var cursor = new JsonCursor(json);
        cursor.SkipCarefully();
        cursor.End();
        Assert.False(cursor.Failed);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString()); // in turn it would take hours
    }

    [Fact]
    public void Words_are_compared_exactly()
    {
        var words = new JsonWords("PENDING", "SUCCESS", "", "Task not found", "in-progress", "ÄÖ");
        for (var i = 0; i < words.Count; i++)
        {
            Assert.Equal(i, words.IndexOf(words[i]));
            Assert.Equal(i, words.IndexOf(Encoding.UTF8.GetBytes(words[i])));
        }

        foreach (var other in new[] { "pending", "PENDING ", "PENDIN", "SUCCESS\0", "\uD800", null })
        {
            Assert.Equal(-1, words.IndexOf(other));
        }

        var cursor = new JsonCursor("[\"\\u0050ENDING\",\"what\",\"what\"]"u8);
        cursor.StartArray();
        cursor.NextItem();
        Assert.Equal(0, cursor.ReadWord(words));
        cursor.NextItem();
        Assert.Equal(-1, cursor.ReadWord(words, out var unknown));
        Assert.Equal("what", unknown);
        cursor.NextItem();
        Assert.Equal(-1, cursor.ReadWord(words));
        Assert.Equal("'what' is none of the values allowed.", cursor.Fault.Message);
    }

    private static string Walk(string json, JsonNames names)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json));
        var told = FastWalk(ref cursor, names);
        Assert.False(cursor.Failed);
        return told;
    }

    private static JsonMembers Drain(ref JsonCursor cursor, JsonNames names)
    {
        var members = default(JsonMembers);
        cursor.StartObject();
        while (cursor.NextMember(names, ref members) != JsonNames.End)
        {
            cursor.Skip();
        }

        return members;
    }

    private static string FastWalk(ref JsonCursor cursor, JsonNames names)
    {
        var told = new StringBuilder();
        var members = default(JsonMembers);
        cursor.StartObject();
        int member;
        while ((member = cursor.NextMember(names, ref members)) != JsonNames.End)
        {
            told.Append(' ').Append(member == JsonNames.Unknown ? cursor.MemberText : member.ToString()).Append('=').Append(Encoding.UTF8.GetString(cursor.ReadRaw()));
        }

        cursor.End();
        return cursor.Failed ? "" : told.ToString();
    }

    private static string PatientWalk(ref JsonCursor cursor, JsonNames names)
    {
        var told = new StringBuilder();
        var members = default(JsonMembers);
        cursor.StartObject();
        int member;
        while ((member = cursor.NextMember(names, ref members, out var again)) != JsonNames.End)
        {
            if (again)
            {
                cursor.FailAt(cursor.MemberPosition, JsonFaultKind.DuplicateMember);
            }

            told.Append(' ').Append(member == JsonNames.Unknown ? cursor.MemberText : member.ToString()).Append('=').Append(Encoding.UTF8.GetString(cursor.ReadRaw()));
        }

        cursor.End();
        return cursor.Failed ? "" : told.ToString();
    }

    private static string PlainWalk(ref JsonCursor cursor, JsonNames names)
    {
        var told = new StringBuilder();
        var seen = new HashSet<int>();
        cursor.StartObject();
        while (cursor.NextMember(out var name))
        {
            var index = names.IndexOf(name);
            if (index >= 0 && !seen.Add(index))
            {
                cursor.FailAt(cursor.MemberPosition, JsonFaultKind.DuplicateMember);
                break;
            }

            told.Append(' ').Append(index < 0 ? Encoding.UTF8.GetString(name) : index.ToString()).Append('=').Append(Encoding.UTF8.GetString(cursor.ReadRaw()));
        }

        cursor.End();
        return cursor.Failed ? "" : told.ToString();
    }
}
