using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>Text is written in blocks, of which what is not plain is written over: exactly where it must, and within the room that is asked for.</summary>
public class JsonEscapeTests
{
    // The two behind z lose their upper byte to a quote and a backslash.
    private const string Letters = "abcdefghijklmnopqrstuvwxyz\u0122\u015C\"\"\"\\\\\u001F\u007F\u8022\uFFFF";

    [Fact]
    public void Blocks_agree_with_one_character_after_the_other()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var read = new GuardedMemory();
        using var written = new GuardedMemory();
        var random = new Random(5);
        for (var i = 0; i < 100_000; i++)
        {
            // Most texts are plain for some way, and a few are quotes all through.
            var plain = i % 10 == 0 ? 26 : random.Next(4) switch { 0 => Letters.Length, 1 => 30, _ => 26 };
            var text = string.Concat(Enumerable.Range(0, random.Next(70)).Select(_ => i % 50 == 1 ? '"' : Letters[random.Next(random.Next(8) == 0 ? plain : 26)]));
            Check(text, read, written);
        }
    }

    private static void Check(string text, GuardedMemory read, GuardedMemory written)
    {
        var stopsAt = text.TakeWhile(static c => c is >= ' ' and < '\u007F' and not '"' and not '\\').Count();
        var stopsAtOther = text.TakeWhile(static c => c is >= ' ' and < '\u007F').Count();
        var quoted = text[..stopsAtOther].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        foreach (var atEnd in new[] { true, false })
        {
            var bytes = MemoryMarshal.AsBytes(text.AsSpan());
            var source = MemoryMarshal.Cast<byte, char>(atEnd ? read.AtEnd(bytes) : read.AtStart(bytes));
            var room = atEnd ? written.AtEnd(new byte[text.Length]) : written.AtStart(new byte[text.Length]);
            var plain = JsonEscape.WritePlain(source, ref MemoryMarshal.GetReference(room));
            Assert.Equal(stopsAt, plain);
            Assert.Equal(text[..plain], Encoding.ASCII.GetString(room[..plain]));

            room = atEnd ? written.AtEnd(new byte[(2 * text.Length) + 8]) : written.AtStart(new byte[(2 * text.Length) + 8]);
            var done = JsonEscape.WriteQuotes(source, ref MemoryMarshal.GetReference(room), out var count);
            Assert.Equal(stopsAtOther, done);
            Assert.Equal(quoted, Encoding.ASCII.GetString(room[..count]));
        }
    }
}
