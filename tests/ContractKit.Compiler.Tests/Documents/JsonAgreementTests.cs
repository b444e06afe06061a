using System;
using System.Text;
using System.Text.Json;
using ContractKit.Compiler.Documents;
using JsonDocument = ContractKit.Compiler.Documents.JsonDocument;

namespace ContractKit.Compiler.Tests.Documents;

/// <summary>The reader accepts what System.Text.Json accepts, and reads the same from it.</summary>
public sealed class JsonAgreementTests
{
    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "\r\n", " ", "\t", "0", "1", "-", "+", ".", "e", "E5", "true", "false", "null", "tru", "/", "//",
        "/*", "*/", "'", "\"a\"", "\"b\":", "\\u0041", "\\ud800", "\\x", "\u0001", "\u007f", "é", "😀", "\u00a0", "\ufeff", "a", "$", "#", ";", "=", "”",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Mutated_json_is_accepted_by_both_or_neither(int seed)
    {
        var random = new Random(seed);
        int accepted = 0, refused = 0;
        for (var round = 0; round < 30_000; round++)
        {
            var text = new StringBuilder();
            Append(text, random, 0);
            for (var mutations = random.Next(4); mutations > 0; mutations--)
            {
                Mutate(text, random);
            }

            if (Agree(text.ToString()))
            {
                accepted++;
            }
            else
            {
                refused++;
            }
        }

        // Otherwise the comparison would say nothing.
        Assert.True(accepted > 5_000 && refused > 5_000, $"{accepted} accepted, {refused} refused");
    }

    [Fact]
    public void Pieces_in_any_order_are_accepted_by_both_or_neither()
    {
        var random = new Random(4);
        for (var round = 0; round < 60_000; round++)
        {
            var text = new StringBuilder();
            for (var pieces = random.Next(12); pieces > 0; pieces--)
            {
                text.Append(s_pieces[random.Next(s_pieces.Length)]);
            }

            Agree(text.ToString());
        }
    }

    private static bool Agree(string text)
    {
        var document = JsonReader.Read(new DocumentText("a.json", text));
        System.Text.Json.JsonDocument? parsed = null;
        try
        {
            parsed = System.Text.Json.JsonDocument.Parse(text.StartsWith('\ufeff') ? text[1..] : text);
        }
        catch (JsonException)
        {
        }

        var accepts = true;
        foreach (var problem in document.Problems)
        {
            accepts &= problem.Rule.Id == "CK0004";
            Assert.InRange(problem.Span.Start, 0, text.Length);
            Assert.InRange(problem.Span.End, problem.Span.Start, text.Length);
        }

        Assert.True(accepts == (parsed is not null), $"reader {(accepts ? "accepts" : "refuses")}: {JsonSerializer.Serialize(text)}");
        if (document.Root is { } root)
        {
            Nested(root, new TextSpan(0, text.Length), 0);
        }

        if (parsed is not null)
        {
            Same(parsed.RootElement, document.Root!);
        }

        return accepts;
    }

    private static void Nested(JsonValue value, TextSpan around, int depth)
    {
        Assert.True(value.Span.Start >= around.Start && value.Span.End <= around.End && depth <= JsonReader.MaxDepth);
        var from = value.Span.Start;
        switch (value)
        {
            case JsonObject json:
                foreach (var member in json.Members)
                {
                    Assert.True(member.NameSpan.Start >= from && member.Value.Span.Start >= member.NameSpan.End);
                    from = member.Value.Span.End;
                    Nested(member.Value, value.Span, depth + 1);
                }

                break;
            case JsonArray array:
                foreach (var item in array.Items)
                {
                    Assert.True(item.Span.Start >= from);
                    from = item.Span.End;
                    Nested(item, value.Span, depth + 1);
                }

                break;
            case JsonNumber number:
                Assert.True(double.TryParse(number.Text, System.Globalization.CultureInfo.InvariantCulture, out _));
                break;
        }
    }

    private static void Same(JsonElement expected, JsonValue actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                var members = Assert.IsType<JsonObject>(actual).Members;
                var index = 0;
                foreach (var property in expected.EnumerateObject())
                {
                    // System.Text.Json throws on names with lone surrogates.
                    if (!members[index].Name.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
                    {
                        Assert.Equal(property.Name, members[index].Name);
                    }

                    Same(property.Value, members[index++].Value);
                }

                Assert.Equal(index, members.Count);
                break;
            case JsonValueKind.Array:
                var items = Assert.IsType<JsonArray>(actual).Items;
                Assert.Equal(expected.GetArrayLength(), items.Count);
                for (var i = 0; i < items.Count; i++)
                {
                    Same(expected[i], items[i]);
                }

                break;
            case JsonValueKind.String:
                var text = Assert.IsType<JsonString>(actual).Value;
                if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
                {
                    Assert.Equal(expected.GetString(), text);
                }

                break;
            case JsonValueKind.Number:
                Assert.Equal(expected.GetRawText(), Assert.IsType<JsonNumber>(actual).Text);
                break;
            default:
                Assert.Equal(expected.GetRawText(), Written.Compact(actual));
                break;
        }
    }

    private static void Append(StringBuilder text, Random random, int depth)
    {
        Space(text, random);
        switch (random.Next(depth > 4 ? 6 : 10))
        {
            case 0:
                text.Append(random.Next(2) == 0 ? "true" : "false");
                break;
            case 1:
                text.Append("null");
                break;
            case 2 or 3:
                text.Append(random.Next(-100, 1000));
                text.Append(random.Next(4) switch { 0 => ".25", 1 => "e-3", 2 => "E+7", _ => "" });
                break;
            case 4 or 5:
                Word(text, random);
                break;
            case 6 or 7:
                text.Append('[');
                for (int i = 0, count = random.Next(4); i < count; i++)
                {
                    text.Append(i > 0 ? "," : "");
                    Append(text, random, depth + 1);
                }

                text.Append(']');
                break;
            default:
                text.Append('{');
                for (int i = 0, count = random.Next(4); i < count; i++)
                {
                    text.Append(i > 0 ? "," : "");
                    Space(text, random);
                    Word(text, random);
                    Space(text, random);
                    text.Append(':');
                    Append(text, random, depth + 1);
                }

                text.Append('}');
                break;
        }

        Space(text, random);
    }

    private static void Word(StringBuilder text, Random random)
    {
        text.Append('"');
        for (var length = random.Next(5); length > 0; length--)
        {
            text.Append(random.Next(8) switch { 0 => "\\n", 1 => "\\u00e9", 2 => "\\\"", 3 => "é", 4 => "😀", 5 => ":", 6 => "\\ud83d\\ude00", _ => "ab" });
        }

        text.Append('"');
    }

    private static void Space(StringBuilder text, Random random) => text.Append(random.Next(8) switch { 0 => " ", 1 => "\n", 2 => "\r\n\t", _ => "" });

    private static void Mutate(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        if (at < text.Length && !char.IsSurrogate(text[at]) && random.Next(3) > 0)
        {
            text.Remove(at, 1);
        }

        if ((at == text.Length || !char.IsLowSurrogate(text[at])) && random.Next(2) == 0)
        {
            text.Insert(at, s_pieces[random.Next(s_pieces.Length)]);
        }
    }
}
