using System;
using System.Linq;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>Walking, checking and writing to a kept buffer allocate nothing; reading allocates what it returns, and nothing beside.</summary>
public class AllocationTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(
        "{\"id\":\"a\",\"text\":\"é\\n\\u0041 and some more\",\"count\":3,\"parts\":[{\"id\":\"b\"}],\"free\":{" + string.Join(",", Enumerable.Range(0, 100).Select(i => $"\"k\\u0020{i}\":[1.5e3,null,true,\"x\"]")) + "}}");

    [Fact]
    public void Nothing_is_allocated_for_skipping() => Nothing(static () =>
    {
        var cursor = new JsonCursor(Json);
        cursor.Skip();
        cursor.End();
        return !cursor.Failed;
    });

    [Fact]
    public void Nothing_is_allocated_for_skipping_with_an_eye_on_names() => Nothing(static () =>
    {
        var cursor = new JsonCursor(Json);
        cursor.SkipCarefully();
        cursor.End();
        return !cursor.Failed;
    });

    [Fact]
    public void Nothing_is_allocated_for_walking() => Nothing(static () =>
    {
        var cursor = new JsonCursor(Json);
        Walk(ref cursor);
        cursor.End();
        return !cursor.Failed;
    });

    [Fact]
    public void Nothing_is_allocated_for_writing_to_a_kept_buffer()
    {
        var answer = SampleAnswer.Converter.Instance.Parse("{\"id\":\"a\",\"text\":\"é\\n\\u0041 and some more\",\"count\":3}");
        Nothing(() =>
        {
            var output = new JsonOutput(256);
            SampleAnswer.Converter.Instance.WriteValue(ref output, answer);
            output.Dispose();
            return true;
        });
    }

    [Fact]
    public void Reading_allocates_the_value_and_nothing_beside()
    {
        var json = "{\"id\":\"abcd\",\"text\":\"0123456789\\n\",\"count\":3,\"other\":[1,{\"a\":\"b\"}]}"u8.ToArray();

        // A string is 22 bytes and two for each character, an object 16 and its fields, each rounded up to eight.
        const int id = 32, text = 48, answer = 16 + (3 * 8) + 16;
        Assert.Equal(id + text + answer, Allocated(() => SampleAnswer.Converter.Instance.Parse(json).Id == "abcd"));
    }

    [Fact]
    public void Nothing_is_allocated_for_the_commonest_free_form_values()
    {
        foreach (var json in new[] { "{}", "[]", "null", "true", "false", "\"\"", "0" })
        {
            var utf8 = Encoding.UTF8.GetBytes(json);
            Nothing(() =>
            {
                var cursor = new JsonCursor(utf8);
                return cursor.ReadElement().ValueKind != System.Text.Json.JsonValueKind.Undefined;
            });
            var once = new JsonCursor(utf8);
            Assert.Equal(json, once.ReadElement().GetRawText());
        }
    }

    private static void Walk(ref JsonCursor cursor)
    {
        switch (cursor.Kind)
        {
            case JsonKind.Object:
                cursor.StartObject();
                while (cursor.NextMember(out _))
                {
                    Walk(ref cursor);
                }

                break;
            case JsonKind.Array:
                cursor.StartArray();
                while (cursor.NextItem())
                {
                    Walk(ref cursor);
                }

                break;
            case JsonKind.String:
                cursor.ReadStringUtf8(out _);
                break;
            case JsonKind.Number:
                cursor.ReadDouble();
                break;
            default:
                cursor.Skip();
                break;
        }
    }

    private static void Nothing(Func<bool> run) => Assert.Equal(0, Allocated(run));

    private static long Allocated(Func<bool> run)
    {
        // Pools and caches fill up first.
        for (var i = 0; i < 50; i++)
        {
            Assert.True(run());
        }

        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
