using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ContractKit.Json;
using ContractKit.Validation;

namespace ContractKit.Tests.Json;

/// <summary>When what is written need not be read again to know that it keeps its schema.</summary>
public class HeldByTypeTests
{
    [Fact]
    public void A_type_whose_parts_all_hold_their_schemas_does() =>
        Assert.True(HeldByType.IsTrueOf(new Part(new Part(), new Part(new Part()))));

    [Fact]
    public void A_part_that_does_not_spoils_it() =>
        Assert.False(HeldByType.IsTrueOf(new Part(new Part(), new Part(new Part { Parts = null }))));

    [Fact]
    public void A_part_that_is_met_twice_does_not()
    {
        var shared = new Part(new Part());
        Assert.True(HeldByType.IsTrueOf(new Part(shared, new Part(shared))));
    }

    [Fact]
    public void A_type_that_is_a_part_of_itself_may_be_too_deep()
    {
        var node = new Part(new Part());
        node.Parts = [new Part(node)];
        Assert.False(HeldByType.IsTrueOf(node));
        Assert.False(HeldByType.IsTrueOf(new Part(node)));
    }

    // Sixty-four levels, of which each record may take four with the lists around it.
    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void Deeper_than_a_schema_allows_is_looked_at(int records, bool held) =>
        Assert.Equal(held, HeldByType.IsTrueOf(Enumerable.Range(0, records - 1).Aggregate(new Part(), (inner, _) => new Part(inner))));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_free_form_value_is_looked_at_whatever_its_type_says(int depth, bool valid)
    {
        using var document = JsonDocument.Parse(new string('[', depth) + new string(']', depth), new JsonDocumentOptions { MaxDepth = 100 });
        var output = new JsonOutput(64);
        ElementConverter.Instance.WriteValue(ref output, document.RootElement);
        Assert.Equal(valid, ElementConverter.Instance.IsValidAsWritten(output));
        output.Dispose();
    }

    [Fact]
    public void What_the_type_holds_is_not_looked_at()
    {
        var converter = new Text { Holds = true };
        var output = new JsonOutput(64);
        converter.WriteValue(ref output, "x");
        Assert.True(converter.IsValidAsWritten(output));
        Assert.False(new Text().IsValidAsWritten(output));
        output.Dispose();
    }

    private sealed class Part(params IContractConverter[] parts) : IContractConverter
    {
        public IContractConverter[]? Parts { get; set; } = parts;

        public Type ContractType => typeof(object);

        public IContractConverter[]? ReadParts => Parts;

        public IContractConverter[]? HeldParts => Parts;

        public JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options) => throw new NotSupportedException();
    }

    // A validator that takes nothing, to see whether it is asked.
    private sealed class Text : ContractConverter<string>
    {
        public bool Holds { get; init; }

        protected override IContractConverter[]? HeldParts => Holds ? NoParts : null;

        public override string? ReadValue(ref JsonCursor cursor) => cursor.ReadString();

        public override void WriteValue(ref JsonOutput output, string value) => output.WriteString(value);

        public override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation) => false;
    }
}
