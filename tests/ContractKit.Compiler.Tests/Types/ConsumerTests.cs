using System;
using System.Text.Json;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Tests.Types;

public class ConsumerTests
{
    private const ConsumerFeatures Old = ConsumerFeatures.RuntimeLibrary;
    private const ConsumerFeatures All = ConsumerFeatures.Init | ConsumerFeatures.Required | ConsumerFeatures.DateOnly | ConsumerFeatures.Parsable | ConsumerFeatures.NotNullWhen | ConsumerFeatures.RuntimeLibrary;

    public static TheoryData<int, ConsumerFeatures> Consumers => new()
    {
        { 703, Old },
        { 800, Old },
        { 900, ConsumerFeatures.Init | Old },
        { 1000, ConsumerFeatures.Init | ConsumerFeatures.DateOnly | Old },
        { 1100, All },
        { 1200, All & ~ConsumerFeatures.Required },
        { 1400, All },
    };

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Every_kind_of_type_compiles_clean_and_loses_nothing(int version, ConsumerFeatures features)
    {
        var consumer = GeneratedTypes.Newest with { LanguageVersion = version, Features = features };
        foreach (var directions in version is 703 or 1400 ? new[] { Directions.Sent, Directions.Received } : [Directions.Received])
        {
            var types = GeneratedTypes.Of([("everything.json", EverythingSchema.Text)], directions, consumer);
            Assert.Empty(types.Problems);
            types.Clean();
            var once = types.RoundTrip("Everything", EverythingSchema.Instance);
            using var before = JsonDocument.Parse(EverythingSchema.Instance);
            using var after = JsonDocument.Parse(once);
            Assert.True(JsonElement.DeepEquals(before.RootElement, after.RootElement), once);
            Assert.Equal(types.Parse("Everything", EverythingSchema.Instance), types.Parse("Everything", once));
        }
    }

    [Fact]
    public void Internal_types_compile_clean() =>
        GeneratedTypes.Of([("everything.json", EverythingSchema.Text)], consumer: GeneratedTypes.Newest with { Visibility = GeneratedVisibility.Internal }).Clean();

    [Fact]
    public void Original_texts_are_written_back()
    {
        var types = GeneratedTypes.Of([("everything.json", EverythingSchema.Text)]);
        var written = types.RoundTrip("Everything", EverythingSchema.Instance);
        foreach (var text in new[] { "6F9619FF", ".123456789+00:00", "05.000Z", "0.1000000000000000055511151231257827", "\"count\":1.0", "1e2" })
        {
            Assert.Contains(text, written, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("small", written, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_absent_reads_as_its_default_and_stays_absent()
    {
        var types = GeneratedTypes.Of([("everything.json", EverythingSchema.Text)]);
        var value = types.Parse("Everything", EverythingSchema.Instance);
        object? Get(string name) => value.GetType().GetProperty(name)!.GetValue(value);
        Assert.Equal(3, Get("Small"));
        Assert.Equal(1.50m, Get("Price"));
        Assert.Equal("a \"b\"\n", Get("Name"));
        Assert.Equal(["a\"", "b"], (System.Collections.Generic.IReadOnlyList<string>)Get("Defaults")!);
        Assert.Empty((System.Collections.IEnumerable)Get("None")!);
        Assert.Equal("""{"x":[1,null]}""", Get("Open")!.ToString());
        Assert.DoesNotContain("\"open\"", GeneratedTypes.Json(value), StringComparison.Ordinal);
        var explicitly = EverythingSchema.Instance.Replace("\"kind\"", "\"small\":3,\"defaults\":[\"a\\\"\",\"b\"],\"kind\"", StringComparison.Ordinal);
        Assert.Contains("\"small\":3", types.RoundTrip("Everything", explicitly), StringComparison.Ordinal);
        Assert.Contains("\"defaults\":[", types.RoundTrip("Everything", explicitly), StringComparison.Ordinal);
    }
}
