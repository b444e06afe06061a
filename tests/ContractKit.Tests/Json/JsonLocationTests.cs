using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>An offset leads to the value that stands there.</summary>
public class JsonLocationTests
{
    [Theory]
    [InlineData("1", 0, "")]
    [InlineData("1", 1, "")]
    [InlineData("", 0, "")]
    [InlineData("{\"a\":1}", 0, "")]
    [InlineData("{\"a\":1}", 1, "/a")]
    [InlineData("{\"a\":1}", 5, "/a")]
    [InlineData("{\"a\":1}", 6, "/a")]
    [InlineData("{\"a\":1}", 7, "")]
    [InlineData("{\"a\":1 }", 7, "")]
    [InlineData("{\"a/b\":{\"~\":[0,{\"x\":true}]}}", 21, "/a~1b/~0/1/x")]
    [InlineData("{\"\\u0041\\n\":[]}", 11, "/A\n")]
    [InlineData("[1,[2,3],4]", 9, "/2")]
    [InlineData("[1,[2,3],4]", 8, "/1")]
    [InlineData("[1,[2,3],4]", 7, "/1/1")]
    [InlineData("[1,[2,3],4]", 3, "/1")]
    [InlineData("[]", 1, "")]
    [InlineData("[[],{}]", 2, "/0")]
    [InlineData("[[],{}]", 3, "/0")]
    [InlineData("[[],{}]", 5, "/1")]
    [InlineData("[1,", 3, "")]
    [InlineData("[1,]", 3, "")]
    [InlineData("{\"a\":", 5, "/a")]
    [InlineData("{\"a\" x", 5, "/a")]
    [InlineData("}}]]", 3, "")]
    public void An_offset_is_placed(string json, int offset, string expected) =>
        Assert.Equal(expected, JsonLocation.PointerAt(Encoding.UTF8.GetBytes(json), offset));

    [Fact]
    public void Every_value_is_found_at_its_start_and_behind_its_end()
    {
        var texts = new JsonMutation(4);
        var placed = 0;
        for (var i = 0; i < 3000; i++)
        {
            var json = texts.Next();
            if (Reference.Walk(json) is null)
            {
                continue;
            }

            foreach (var (pointer, start, end) in Values(json))
            {
                Assert.Equal(pointer, JsonLocation.PointerAt(json, start));
                Assert.Equal(pointer, JsonLocation.PointerAt(json, end));
                placed++;
            }
        }

        Assert.True(placed > 1000);
    }

    private static List<(string Pointer, int Start, int End)> Values(ReadOnlySpan<byte> json)
    {
        var values = new List<(string, int, int)>();
        var cursor = new JsonCursor(json);
        Visit(ref cursor, "", values);
        return values;
    }

    private static void Visit(ref JsonCursor cursor, string pointer, List<(string, int, int)> values)
    {
        var start = cursor.Position;
        switch (cursor.Kind)
        {
            case JsonKind.Object:
                cursor.StartObject();
                while (cursor.NextMember(out var name))
                {
                    Visit(ref cursor, pointer + "/" + Encoding.UTF8.GetString(name).Replace("~", "~0").Replace("/", "~1"), values);
                }

                break;
            case JsonKind.Array:
                cursor.StartArray();
                for (var i = 0; cursor.NextItem(); i++)
                {
                    Visit(ref cursor, pointer + "/" + i, values);
                }

                break;
            default:
                cursor.Skip();
                break;
        }

        values.Add((pointer, start, cursor.Consumed));
    }
}
