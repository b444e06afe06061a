using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Services.OpenApi;

/// <summary>Makes JSON values that stand in no file.</summary>
internal static class NewJson
{
    /// <summary>A string; null for none.</summary>
    public static JsonString? Text(string? value) => value is null ? null : new JsonString(default, value);

    /// <summary>A boolean.</summary>
    public static JsonBoolean Boolean(bool value) => new(default, value);

    /// <summary><c>true</c>, or null where the condition does not hold.</summary>
    public static JsonBoolean? When(bool condition) => condition ? Boolean(true) : null;

    /// <summary>An array.</summary>
    public static JsonArray Array(params IEnumerable<JsonValue> items) => new(default, [.. items]);

    /// <summary>A member.</summary>
    public static JsonMember Member(string name, JsonValue value) => new(name, default, value);

    /// <summary>An object of the members whose value is there.</summary>
    public static JsonObject Object(params (string Name, JsonValue? Value)[] members) =>
        Object(members.Where(static member => member.Value is not null).Select(static member => Member(member.Name, member.Value!)));

    /// <summary>An object.</summary>
    public static JsonObject Object(IEnumerable<JsonMember> members) => new(default, [.. members]);

    /// <summary>The object, or null where it has no members.</summary>
    public static JsonObject? OrNone(this JsonObject json) => json.Members.Count == 0 ? null : json;
}
