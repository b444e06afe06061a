using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using ContractKit.Testing;

namespace ContractKit.Conformance.Tests.Hostile;

/// <summary>Documents made to crash or to hang a validator: each gets its answer in bounded time.</summary>
public sealed class HostileDocumentTests
{
    // Generous, since the machine may be busy: what is hostile takes hours where it is not bounded.
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    private static readonly CompiledSchema s_tree = CompiledSchemas.One(
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "anyOf": [
            { "type": "object", "properties": { "next": { "$ref": "#" }, "end": { "const": 1 } }, "required": ["end"] },
            { "type": "object", "properties": { "next": { "$ref": "#" }, "end": { "const": 2 } }, "required": ["end"] },
            { "type": "array", "items": { "oneOf": [ { "$ref": "#" }, { "allOf": [ { "$ref": "#" }, { "maxItems": 0 } ] } ] } },
            { "type": "number", "multipleOf": 0.3 },
            { "type": "string", "pattern": "^(a+)+(?=b)$" }
          ]
        }
        """);

    [Fact]
    public void Ten_megabytes_of_nesting() => Refused(new string('[', 10_000_000));

    [Fact]
    public void A_million_duplicate_names() =>
        InTime(json => s_tree.ValidateRecord(json), "{" + string.Join(",", Enumerable.Repeat("\"a\":1", 1_000_000)) + "}");

    [Theory]
    [InlineData("1e999999999")]
    [InlineData("-1E-999999999")]
    [InlineData("1e99999999999999999999999999")]
    [InlineData("0.3e1")]
    public void Numbers_beyond_everything(string number) => InTime(json => s_tree.Validate(json), number);

    [Fact]
    public void A_number_of_ten_million_digits() => InTime(json => s_tree.Validate(json), new string('9', 10_000_000));

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\udc00\": 1}")]
    [InlineData("\"\\ud800\\ud800\"")]
    public void Lone_surrogates(string json) => Refused(json);

    [Fact]
    public void Bytes_that_are_not_UTF_8()
    {
        Assert.False(s_tree.IsValid([(byte)'"', 0xFF, (byte)'"']));
        Assert.NotEmpty(s_tree.Validate([(byte)'"', 0xC0, 0x80, (byte)'"']));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\ufeff{}")]
    [InlineData("{} {}")]
    [InlineData("[1,]")]
    [InlineData("nul")]
    public void What_is_not_JSON(string json) => Refused(json);

    [Fact]
    public void Text_built_for_back_tracking() => Refused("\"" + new string('a', 50_000) + "\"");

    [Fact]
    public void Branches_of_a_recursive_schema_that_all_fail_at_the_innermost_value()
    {
        // Each level tries two branches that both go down: 2^60 tries without a bound.
        var json = string.Concat(Enumerable.Repeat("{\"next\":", 60)) + "{\"end\":3}" + string.Concat(Enumerable.Repeat(",\"end\":3}", 60));
        Refused(json);
        Assert.NotEmpty(s_tree.Validate(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void A_hundred_thousand_items_that_must_differ()
    {
        var schema = CompiledSchemas.One("""{"uniqueItems": true}""");
        var items = string.Join(",", Enumerable.Range(0, 100_000).Select(static i => "{\"a\":" + i + ",\"b\":[\"" + i + "\"]}"));
        InTime(json => Assert.True(schema.IsValid(json)), "[" + items + "]");
        InTime(json => Assert.False(schema.IsValid(json)), "[" + items + ",{\"b\":[\"7\"],\"a\":7.0}]");
    }

    [Fact]
    public void Equal_objects_whose_members_stand_in_opposite_order()
    {
        var schema = CompiledSchemas.One("""{"uniqueItems": true}""");
        var names = Enumerable.Range(0, 20_000).Select(static i => "\"" + i + "\":0").ToList();
        InTime(json => Assert.False(schema.IsValid(json)), "[{" + string.Join(",", names) + "},{" + string.Join(",", Enumerable.Reverse(names)) + "}]");
    }

    [Fact]
    public void A_valid_document_allocates_nothing()
    {
        var schema = CompiledSchemas.One(
            """
            {
              "properties": { "a": { "anyOf": [ { "type": "string", "pattern": "^x" }, { "type": "array", "uniqueItems": true } ] }, "b": { "enum": ["p", 1.5, { "q": [1] }] } },
              "unevaluatedProperties": { "type": "integer", "multipleOf": 3 }, "propertyNames": { "maxLength": 3 }
            }
            """);
        var json = Encoding.UTF8.GetBytes("""{"a": [1, 2, [3], {"z": 1}, "\u0041"], "b": {"q": [1.0]}, "c": 9, "dd": 12e3}""");
        for (var i = 0; i < 100; i++)
        {
            Assert.True(schema.IsValid(json));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            schema.IsValid(json);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Refused(string json) => InTime(utf8 =>
    {
        Assert.False(s_tree.IsValid(utf8));
        Assert.NotEmpty(s_tree.Validate(utf8));
        Assert.False(s_tree.IsValidRecord(utf8));
    }, json);

    private static void InTime(Action<byte[]> run, string json)
    {
        var clock = Stopwatch.StartNew();
        run(Encoding.UTF8.GetBytes(json));
        Assert.True(clock.Elapsed < s_bound, $"{clock.Elapsed.TotalSeconds:F1} s");
    }
}
