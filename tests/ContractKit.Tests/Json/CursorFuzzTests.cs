using System;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>Differential fuzzing of the cursor against Utf8JsonReader. CONTRACTKIT_FUZZ_COUNT inputs, or as many as fit in CONTRACTKIT_FUZZ_SECONDS.</summary>
public class CursorFuzzTests(Xunit.Abstractions.ITestOutputHelper log)
{
    [Fact]
    public void Cursor_and_reader_agree()
    {
        var count = Setting("CONTRACTKIT_FUZZ_COUNT", 20_000);
        var seconds = Setting("CONTRACTKIT_FUZZ_SECONDS", 0);
        var seed = Setting("CONTRACTKIT_FUZZ_SEED", 20261123);
        var texts = new JsonMutation(seed);
        var clock = Stopwatch.StartNew();
        int done = 0, accepted = 0;
        while (seconds > 0 ? clock.Elapsed.TotalSeconds < seconds : done < count)
        {
            var json = texts.Next();
            done++;
            var expected = Reference.Walk(json);
            accepted += expected is null ? 0 : 1;
            if (expected != Reference.CursorWalk(json) || (expected is not null) != Reference.CursorSkips(json) || !PlacesItsFault(json))
            {
                Assert.Fail($"Input {done} of seed {seed}: {Convert.ToBase64String(json)}\n{Encoding.UTF8.GetString(json)}\nreader: {expected ?? "refused"}\ncursor: {Reference.CursorWalk(json) ?? "refused"}");
            }
        }

        log.WriteLine($"{done} inputs, {accepted} of them JSON, seed {seed}, {clock.Elapsed}");
        Assert.InRange(accepted, done / 10, done * 9 / 10); // or else the texts try nothing
    }

    [Fact]
    public void A_difference_would_be_seen()
    {
        // A reader that puts up with comments and trailing commas stands for a cursor that accepts too much.
        var lax = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var texts = new JsonMutation(1);
        var differences = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var json = texts.Next();
            differences += Reference.Walk(json, lax) is null == Reference.CursorSkips(json) ? 1 : 0;
        }

        Assert.True(differences >= 5, $"{differences} differences");
    }

    private static bool PlacesItsFault(ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json);
        cursor.SkipCarefully();
        cursor.End();
        if (!cursor.Failed)
        {
            return true;
        }

        var fault = cursor.Fault;
        return fault.Offset >= 0 && fault.Offset <= json.Length && fault.Message.Length > 0 && JsonLocation.PointerAt(json, fault.Offset) is { } pointer && (pointer.Length == 0 || pointer[0] == '/');
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
