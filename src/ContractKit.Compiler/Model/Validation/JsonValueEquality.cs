using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Equality of JSON values as JSON Schema means it (2020-12 core, section 4.2.2).</summary>
internal static class JsonValueEquality
{
    public static bool AreEqual(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (JsonString a, JsonString b) => a.Value == b.Value,
        (JsonNumber a, JsonNumber b) => DecimalText.Compare(DecimalText.Of(Encoding.ASCII.GetBytes(a.Text)), DecimalText.Of(Encoding.ASCII.GetBytes(b.Text))) == 0,
        (JsonBoolean a, JsonBoolean b) => a.Value == b.Value,
        (JsonNull, JsonNull) => true,
        (JsonArray a, JsonArray b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, AreEqual).All(static equal => equal),
        (JsonObject a, JsonObject b) => a.Members.Count == b.Members.Count && a.Members.All(member => b[member.Name] is { } other && AreEqual(member.Value, other.Value)),
        _ => false,
    };
}
