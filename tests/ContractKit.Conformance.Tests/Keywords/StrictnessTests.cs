using System.Linq;
using System.Text;
using ContractKit.Compiler.Model.Types;
using ContractKit.Compiler.Model.Validation;
using ContractKit.Testing;

namespace ContractKit.Conformance.Tests.Keywords;

/// <summary>One generated validator is the standard to the letter, and what a record takes.</summary>
public sealed class StrictnessTests
{
    private static readonly CompiledSchema s_schema = CompiledSchemas.One(
        """
        {
          "type": "object",
          "properties": {
            "state": { "enum": ["PENDING", "DONE"] },
            "code": { "enum": [1, 2] },
            "count": { "type": "integer" },
            "small": { "type": "integer" },
            "when": { "type": "string", "format": "date-time" },
            "id": { "type": "string" },
            "free": true,
            "either": { "not": { "required": ["a"] } }
          }
        }
        """,
        new ValidatorOptions
        {
            IsOpenEnum = static location => location.Pointer is "/properties/state" or "/properties/code",
            LimitOf = static schema => schema.Location.Pointer switch
            {
                "/properties/count" => ScalarLimit.Int64,
                "/properties/small" => ScalarLimit.Int32,
                "/properties/when" => ScalarLimit.DateTimeOffset,
                "/properties/id" => ScalarLimit.Guid,
                _ => null,
            },
        });

    [Theory]
    [InlineData("""{"state": "DONE"}""", true, true)]
    [InlineData("""{"state": "UNHEARD"}""", false, true)]
    [InlineData("""{"state": 5}""", false, false)]
    [InlineData("""{"code": 3}""", false, true)]
    [InlineData("""{"code": "3"}""", false, false)]
    [InlineData("""{"count": 9223372036854775807}""", true, true)]
    [InlineData("""{"count": 9223372036854775808}""", true, false)]
    [InlineData("""{"count": 1.0, "small": 1e2}""", true, true)]
    [InlineData("""{"count": 1.5}""", false, false)]
    [InlineData("""{"small": 2147483648}""", true, false)]
    [InlineData("""{"when": "soon"}""", true, false)]
    [InlineData("""{"when": "2026-11-23T10:00:00Z"}""", true, true)]
    [InlineData("""{"when": "2026-11-23T10:00:00"}""", true, false)]
    [InlineData("""{"id": "x"}""", true, false)]
    [InlineData("""{"count": 1, "count": 1}""", true, false)]
    [InlineData("""{"count": 1, "\u0063ount": 1}""", true, false)]
    [InlineData("""{"other": 1, "other": 1}""", true, false)]
    [InlineData("""{"free": {"a": {"b": 1, "b": 2}}}""", true, false)]
    [InlineData("""{"free": [[{"b": 1}, {"b": 2}]]}""", true, true)]
    [InlineData("""{"either": {"a": 1}}""", false, false)]
    [InlineData("""{"either": {"b": 1, "b": 1}}""", true, false)]
    public void Standard_and_record_differ_where_they_should(string json, bool standard, bool record)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        Assert.Equal(standard, s_schema.IsValid(utf8));
        Assert.Equal(record, s_schema.IsValidRecord(utf8));
        Assert.Equal(standard, s_schema.Validate(utf8).Count == 0);
        Assert.Equal(record, s_schema.ValidateRecord(utf8).Count == 0);
    }

    [Fact]
    public void A_duplicate_in_a_branch_that_is_tried_refuses_the_document_whatever_the_branch_is_for()
    {
        var schema = CompiledSchemas.One("""{"not": {"properties": {"a": {"type": "string"}}, "required": ["a"]}}""");
        Assert.True(schema.IsValidRecord("""{"a": 1}"""u8));
        var violation = Assert.Single(schema.ValidateRecord("""{"a": 1, "a": 1}"""u8));
        Assert.Equal("/a", violation.InstanceLocation);
        Assert.Equal("", violation.KeywordLocation);
        Assert.Contains("'a'", violation.Message);
    }

    [Fact]
    public void Many_duplicates_in_an_object_are_found_in_one_walk()
    {
        var names = string.Join(",", Enumerable.Range(0, 100_000).Select(static i => $"\"n{i}\": 1"));
        Assert.True(s_schema.IsValidRecord(Encoding.UTF8.GetBytes("{" + names + "}")));
        Assert.False(s_schema.IsValidRecord(Encoding.UTF8.GetBytes("{" + names + ", \"n5\": 1}")));
        var violation = Assert.Single(s_schema.ValidateRecord(Encoding.UTF8.GetBytes("{" + names + ", \"n5\": 1}")));
        Assert.Equal("/n5", violation.InstanceLocation);
    }

    [Fact]
    public void Records_are_64_deep_and_the_standard_goes_on()
    {
        var schema = CompiledSchemas.One("""{"items": {"$ref": "#"}}""");
        Assert.True(schema.IsValidRecord(Encoding.UTF8.GetBytes(new string('[', 64) + new string(']', 64))));
        Assert.False(schema.IsValidRecord(Encoding.UTF8.GetBytes(new string('[', 65) + new string(']', 65))));
        Assert.True(schema.IsValid(Encoding.UTF8.GetBytes(new string('[', 65) + new string(']', 65))));
    }
}
