using System.Linq;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>What is required of one side only: <c>readOnly</c> of the service, <c>writeOnly</c> of the caller (OpenAPI 3, Schema Object).</summary>
public class MemberDutyTests
{
    private const string Schema = """
        {
          "type": "object",
          "required": ["id", "name", "password"],
          "properties": { "id": { "type": "string", "readOnly": true }, "name": { "type": "string" }, "password": { "type": "string", "writeOnly": true } }
        }
        """;

    [Theory]
    [InlineData(Directions.Sent | Directions.InRequest, """{"name":"n","password":"p"}""", """{"id":"i","name":"n"}""")]
    [InlineData(Directions.Received | Directions.InResponse, """{"id":"i","name":"n"}""", """{"name":"n","password":"p"}""")]
    public void A_member_is_asked_of_the_side_whose_duty_it_is(Directions directions, string complete, string incomplete)
    {
        var types = GeneratedTypes.Of([("thing.json", Schema)], directions, withSchemaClasses: true).Clean();
        Assert.True(types.IsValid("Thing", complete));
        Assert.Equal(complete, types.RoundTrip("Thing", complete));
        Assert.False(types.IsValid("Thing", incomplete));
        Assert.Throws<ContractViolationException>(() => types.Parse("Thing", incomplete));
        Assert.False(types.KeepsSchema("Thing", complete));
    }

    [Fact]
    public void A_type_of_both_sides_demands_neither()
    {
        var types = GeneratedTypes.Of([("thing.json", Schema)], Directions.Both | Directions.InRequest | Directions.InResponse).Clean();
        Assert.True(types.IsValid("Thing", """{"name":"n"}"""));
        Assert.False(types.IsValid("Thing", """{"id":"i","password":"p"}"""));
        Assert.DoesNotContain(types.Type("Thing").GetProperty("Id")!.CustomAttributes, static attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");
    }

    [Fact]
    public void Without_a_direction_what_is_required_is_required()
    {
        var types = GeneratedTypes.Of(Schema).Clean();
        Assert.False(types.IsValid("Thing", """{"name":"n"}"""));
        Assert.Contains(types.Type("Thing").GetProperty("Id")!.CustomAttributes, static attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");
    }
}
