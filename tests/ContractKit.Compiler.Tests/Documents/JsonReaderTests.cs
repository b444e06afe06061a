using System;
using System.Diagnostics;
using System.Linq;
using ContractKit.Compiler.Documents;
using Xunit.Abstractions;

namespace ContractKit.Compiler.Tests.Documents;

public sealed class JsonReaderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(" { \"a\" : [ 1 , -0.5e+3 , true , false , null , \"x\" ] } ", """{"a":[1,-0.5e+3,true,false,null,"x"]}""")]
    [InlineData("\ufeff{}", "{}")]
    [InlineData("\"\\u0041\\n\\/\\ud83d\\ude00\"", "\"A\\n/\U0001F600\"")]
    [InlineData("\"a\u2028\u0085\"", "\"a\u2028\u0085\"")]
    [InlineData("[[],{}]", "[[],{}]")]
    public void Reads_json(string text, string expected)
    {
        var document = JsonReader.Read(new DocumentText("a.json", text));
        Assert.Empty(document.Problems);
        Assert.Equal(expected, Written.Compact(document.Root));
    }

    [Fact]
    public void Keeps_lone_surrogates()
    {
        var document = JsonReader.Read(new DocumentText("a.json", "\"\\ud800x\""));
        Assert.Empty(document.Problems);
        Assert.Equal("\ud800x", Assert.IsType<JsonString>(document.Root).Value);
    }

    [Fact]
    public void Every_node_knows_its_place()
    {
        const string text = " {\n  \"a\\n\" : [ 12, \"x\" ],\n \"b\": {} }";
        var root = Assert.IsType<JsonObject>(JsonReader.Read(new DocumentText("a.json", text)).Root);
        Assert.Equal(text.Trim(), At(root.Span));
        Assert.Equal("\"a\\n\"", At(root.Members[0].NameSpan));
        Assert.Equal("[ 12, \"x\" ]", At(root.Members[0].Value.Span));
        Assert.Equal("12", At(((JsonArray)root.Members[0].Value).Items[0].Span));
        Assert.Equal("{}", At(root["b"]!.Value.Span));

        string At(TextSpan span) => text.Substring(span.Start, span.Length);
    }

    [Fact]
    public void A_name_that_stands_twice_is_reported_where_it_stands_again()
    {
        var document = JsonReader.Read(new DocumentText("a.json", "{\n\"id\":1,\n\"x\":0,\n\"\\u0069d\":2}"));
        var problem = Assert.Single(document.Problems);
        Assert.Equal(("CK0004", 3, 0), (problem.Rule.Id, problem.Start.Line, problem.Start.Character));
        Assert.Contains("line 2", problem.Message, StringComparison.Ordinal);
        Assert.Equal("2", ((JsonNumber)((JsonObject)document.Root!)["id"]!.Value).Text);
    }

    [Fact]
    public void A_name_that_stands_twice_among_many_is_reported()
    {
        var members = string.Join(",", Enumerable.Range(0, 20).Select(i => $"\"m{i % 19}\":{i}"));
        Assert.Equal("CK0004", Assert.Single(JsonReader.Read(new DocumentText("a.json", "{" + members + "}")).Problems).Rule.Id);
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(65, 1)]
    [InlineData(1_000, 1)]
    [InlineData(100_000, 1)]
    public void Nests_64_deep_and_no_deeper(int depth, int problems)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            var text = "[" + Repeat(open, depth - 1) + (open[0] == '{' ? "1" : "") + Repeat(close, depth - 1) + ",true]";
            var document = JsonReader.Read(new DocumentText("a.json", text));
            Assert.Equal(Enumerable.Repeat("CK0002", problems), document.Problems.Select(problem => problem.Rule.Id));
            Assert.True(((JsonBoolean)((JsonArray)document.Root!).Items[1]).Value);
        }
    }

    [Fact]
    public void Reads_four_megabytes_and_no_more()
    {
        var fits = "\"" + new string('x', JsonReader.MaxBytes - 2) + "\"";
        Assert.Empty(JsonReader.Read(new DocumentText("a.json", fits)).Problems);
        var over = JsonReader.Read(new DocumentText("a.json", fits + " "));
        Assert.Equal("CK0003", Assert.Single(over.Problems).Rule.Id);
        Assert.Null(over.Root);

        // Three bytes each in UTF-8.
        Assert.Equal("CK0003", Assert.Single(JsonReader.Read(new DocumentText("a.json", new string('中', 1_500_000))).Problems).Rule.Id);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("\"\n")]
    [InlineData("\"a")]
    [InlineData("a\"b")]
    [InlineData("\"a\"b\"")]
    [InlineData("[\"a\"b")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("]")]
    [InlineData("[}")]
    [InlineData("{]")]
    [InlineData("[[[]")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":[")]
    [InlineData("\"a\":")]
    [InlineData("\"a\":1 ")]
    [InlineData(",")]
    [InlineData("[,")]
    [InlineData("\n")]
    [InlineData(" ]")]
    [InlineData("/*")]
    [InlineData("//\n")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("\\u")]
    [InlineData("-")]
    [InlineData("\0")]
    [InlineData("\u00a0")]
    [InlineData("[\"\n\n")]
    public void Garbage_takes_time_by_its_length(string unit)
    {
        // Anything quadratic would take minutes.
        const int length = 200_000;
        foreach (var start in new[] { "", "[", "{\"a\":", "{\"a\":\"" })
        {
            foreach (var end in new[] { "", "\"]" })
            {
                var text = start + Repeat(unit, (length / Math.Max(unit.Length, unit.Max(c => c == '\u00a0' ? 2 : 1))) - 10) + end;
                var clock = Stopwatch.StartNew();
                var document = JsonReader.Read(new DocumentText("a.json", text));
                if (clock.ElapsedMilliseconds > 200)
                {
                    output.WriteLine($"{start}({unit})*{end}: {clock.ElapsedMilliseconds} ms, {document.Problems.Count} problems");
                }

                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{start}({unit})*{end} took {clock.Elapsed}");
                Assert.DoesNotContain(document.Problems, problem => problem.Rule.Id == "CK0003");
                Assert.InRange(document.Problems.Count, 0, 100);
            }
        }
    }

    private static string Repeat(string unit, int times) => string.Concat(Enumerable.Repeat(unit, times));
}
