using System;
using System.Diagnostics;
using System.Linq;
using Xunit.Abstractions;

namespace ContractKit.Compiler.Tests.Types;

public class ScaleTests(ITestOutputHelper output)
{
    [Fact]
    public void Ten_thousand_words_cost_no_more_than_their_text()
    {
        var words = string.Join(",", Enumerable.Range(0, 10_000).Select(static n => "\"word " + n + "\""));
        var watch = Stopwatch.StartNew();
        var types = GeneratedTypes.Of("""{"type":"object","properties":{"w":{"enum":[""" + words + "]}}}");
        output.WriteLine("generated in " + watch.ElapsedMilliseconds + " ms, " + types.Text.Length + " characters");
        watch.Restart();
        Assert.Equal("""{"w":"word 9999"}""", types.RoundTrip("Thing", """{"w":"word 9999"}"""));
        output.WriteLine("compiled in " + watch.ElapsedMilliseconds + " ms");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Hundreds_of_members_come_back()
    {
        var names = Enumerable.Range(0, 300).Select(static n => "\"m" + n + "\"").ToList();
        var types = GeneratedTypes.Of("""{"type":"object","required":[""" + string.Join(",", names.Take(100)) + "],\"properties\":{" + string.Join(",", names.Select(static name => name + """:{"type":["string","null"]}""")) + "}}");
        var watch = Stopwatch.StartNew();
        var json = "{" + string.Join(",", names.Select(static (name, n) => name + ":" + (n % 2 == 0 ? "null" : "\"x\""))) + "}";
        Assert.Equal(json, types.RoundTrip("Thing", json));
        Assert.Throws<ContractViolationException>(() => types.Parse("Thing", """{"m0":null}"""));
        output.WriteLine("compiled in " + watch.ElapsedMilliseconds + " ms");
    }

    [Fact]
    public void A_schema_made_to_hurt_ends()
    {
        var levels = string.Join(",", Enumerable.Range(0, 30).Select(static n => $$"""
            "l{{n}}": { "allOf": [ { "$ref": "#/$defs/l{{n + 1}}" }, { "$ref": "#/$defs/l{{n + 1}}" } ] }, "u{{n}}": { "oneOf": [ { "$ref": "#/$defs/u{{n + 1}}" }, { "type": "object", "properties": { "a{{n}}": { "$ref": "#/$defs/u{{n + 1}}" } } }, { "type": "array", "items": { "$ref": "#/$defs/u{{n + 1}}" } } ] }
            """));
        var watch = Stopwatch.StartNew();
        var types = GeneratedTypes.Of("""{"type":"object","properties":{"l":{"$ref":"#/$defs/l0"},"u":{"$ref":"#/$defs/u0"}},"$defs":{""" + levels + ""","l30":{"type":"object","properties":{"x":{"type":"string"}}},"u30":{"type":"string"}}}""");
        output.WriteLine("bound in " + watch.ElapsedMilliseconds + " ms, " + types.Text.Length + " characters");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
        types.Clean();
    }
}
