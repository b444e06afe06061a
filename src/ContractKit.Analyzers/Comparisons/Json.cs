using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Comparisons;

/// <summary>The types by which programs read JSON: System.Text.Json's element, node and reader, and Newtonsoft's J-types.</summary>
internal static class Json
{
    public static bool IsValue(ITypeSymbol? type) =>
        Contracts.ContractIndex.Unwrap(type) is { Name: "JsonElement" or "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue" or "JsonDocument" or "JsonProperty" or "Utf8JsonReader"
            or "JToken" or "JObject" or "JArray" or "JValue" or "JProperty" or "JsonTextReader" or "JsonReader" or "BsonDocument" or "BsonValue" } named && InJsonNamespace(named);

    public static bool IsReader(ITypeSymbol? type) => IsValue(type) && type!.Name is "Utf8JsonReader" or "JsonTextReader" or "JsonReader";

    /// <summary>Whether a type maps names to values the way a JSON object does: a dictionary with text keys.</summary>
    public static bool IsMap(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && (IsDictionary(named) || named.AllInterfaces.Any(IsDictionary)) && named.Name is not ("NameValueCollection" or "Hashtable")
        && !IsForeign(named);

    private static bool IsForeign(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return !(space.StartsWith("System", System.StringComparison.Ordinal) || space.StartsWith("Newtonsoft", System.StringComparison.Ordinal));
    }

    private static bool IsDictionary(INamedTypeSymbol type) =>
        type is { Name: "IDictionary" or "IReadOnlyDictionary" or "Dictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] };

    private static bool InJsonNamespace(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "Json" or "Nodes" or "Linq" or "Bson" } space
        && (space is { Name: "Json", ContainingNamespace.Name: "Text" or "Newtonsoft" } || space.ContainingNamespace is { Name: "Json" or "MongoDB" });
}
