using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>
/// Tells records whose members are texts, numbers and booleans alone, as most are, without planning the members: they lead to no further
/// type. Linking looks at every document of a manifest after each edit, and planning members is most of what it would do.
/// </summary>
internal static class FlatRecord
{
    private static readonly string[] s_scalars = ["string", "integer", "number", "boolean"];
    private static readonly string[] s_leadingOn = ["$ref", "$dynamicRef", "$recursiveRef", "allOf", "oneOf", "anyOf", "if", "enum", "const", "nullable"];

    /// <summary>Whether the members of a record are certain to need no types of their own. (False says nothing.)</summary>
    public static bool Is(PlannedShape type) =>
        type is { Kind: NamedKind.Record, Set.Schemas: { Count: 1 } schemas }
        && schemas[0] is { IsPlain: true, Boolean: null } schema
        && schema["patternProperties"] is null
        && schema["additionalProperties"]?.Value is null or JsonBoolean
        && schema["properties"]?.Value is JsonObject properties
        && properties.Members.All(static member => IsScalar(member.Value));

    /// <summary>Whether such a record has no member that travels one way only.</summary>
    public static bool IsWithoutDuties(PlannedShape type) =>
        Is(type) && ((JsonObject)type.Set.Schemas[0]["properties"]!.Value).Members.All(static member =>
            member.Value is not JsonObject schema || (schema["readOnly"] is null && schema["writeOnly"] is null));

    private static bool IsScalar(JsonValue schema) =>
        schema is JsonBoolean
        || (schema is JsonObject json
            && json["type"]?.Value is JsonString type
            && s_scalars.Contains(type.Value)
            && json.Members.All(static keyword => !s_leadingOn.Contains(keyword.Name)));
}
