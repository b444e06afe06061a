using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Tests.Documents;

/// <summary>Writes what was read without white space, so that tests can say what they expect.</summary>
internal static class Written
{
    public static string Compact(JsonValue? value) => value switch
    {
        null => "nothing",
        JsonObject json => "{" + string.Join(",", json.Members.Select(member => JsonText.Quote(member.Name) + ":" + Compact(member.Value))) + "}",
        JsonArray array => "[" + string.Join(",", array.Items.Select(Compact)) + "]",
        JsonString text => JsonText.Quote(text.Value),
        JsonNumber number => number.Text,
        JsonBoolean { Value: true } => "true",
        JsonBoolean => "false",
        _ => "null",
    };
}
