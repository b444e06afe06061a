using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Names;

/// <summary>How much a name is somebody's own: of two types that want one name the one with the lower rank gets it.</summary>
internal enum NameRank
{
    /// <summary>The manifest gives it, or it is the file's.</summary>
    Given,

    /// <summary>The schema's title.</summary>
    Title,

    /// <summary>The key under <c>$defs</c>.</summary>
    Definition,

    /// <summary>Made of the names around it.</summary>
    Derived,
}

/// <summary>The name that a schema suggests for its type, by where it stands and what it is called there.</summary>
/// <param name="Text">The name.</param>
/// <param name="Rank">Whose it is.</param>
/// <param name="Derived">The name that says where the schema stands, for when the name is taken.</param>
internal sealed record SuggestedName(string Text, NameRank Rank, string Derived);

/// <summary>Suggests names for the schemas of one document. It looks at nothing but that document and the names that the manifest gives in it, so that no other schema can rename a type.</summary>
internal sealed class SchemaNames(JsonDocument document, IReadOnlyDictionary<string, CSharpName> given)
{
    private const int LongestTitle = 48;
    private const int MostTitleWords = 5;
    private static readonly string[] s_endings = [".json", ".schema"];

    /// <summary>The name that the document's file suggests: <c>task-status.response.schema.json</c> is <c>TaskStatusResponse</c>.</summary>
    public static string OfFile(string path)
    {
        var file = path.Substring(path.LastIndexOf('/') + 1);
        foreach (var ending in s_endings)
        {
            if (file.Length > ending.Length && file.EndsWith(ending, System.StringComparison.OrdinalIgnoreCase))
            {
                file = file.Substring(0, file.Length - ending.Length);
            }
        }

        return NameWords.Pascal(file);
    }

    /// <summary>The name that a schema's place suggests, whatever the manifest calls it.</summary>
    public static string NameAt(Schema schema) =>
        new SchemaNames(schema.Document, new Dictionary<string, CSharpName>()).Of(schema.Location.Pointer).Text;

    /// <summary>The name that a title suggests; null for a sentence.</summary>
    public static string? OfTitle(string? title)
    {
        if (title is null || title.Length is 0 or > LongestTitle || title.IndexOfAny(['/', ':', ',', ';', '!', '?', '"', '`', '\n', '\r']) >= 0)
        {
            return null;
        }

        var words = title.Split([' '], System.StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 0 or > MostTitleWords || !words.All(static word => word.Any(IsLetterOrDigit)) || title[title.Length - 1] == '.'
            ? null
            : NameWords.Pascal(title);
    }

    /// <summary>The key under which a schema stands among a document's definitions; null for one that stands elsewhere.</summary>
    public static string? DefinitionKey(string pointer)
    {
        var tokens = JsonPointer.Parse(pointer) ?? [];
        return tokens.Count >= 2 && tokens[tokens.Count - 2] is "$defs" or "definitions" or "schemas" ? tokens[tokens.Count - 1] : null;
    }

    /// <summary>The name that the schema at a JSON pointer suggests.</summary>
    public SuggestedName Of(string pointer)
    {
        var root = OfFile(document.Path);
        var name = given.TryGetValue("", out var own) ? own.Identifier : root;
        var rank = NameRank.Given;
        var derived = name;
        var tokens = JsonPointer.Parse(pointer) ?? [];
        var json = document.Root;
        var place = "";
        for (var i = 0; i < tokens.Count; i++)
        {
            var keyword = tokens[i];
            var next = i + 1 < tokens.Count ? tokens[i + 1] : null;
            json = json is null ? null : JsonPointer.Step(json, keyword);
            place += "/" + JsonPointer.Escape(keyword);
            var definition = keyword is "$defs" or "definitions";
            if (next is not null && (definition || keyword is "properties" or "patternProperties" or "dependentSchemas" || json is JsonArray))
            {
                json = json is null ? null : JsonPointer.Step(json, next);
                place += "/" + JsonPointer.Escape(next);
                i++;
            }

            if (keyword == "allOf")
            {
                continue;
            }

            (name, rank, derived) = Step(name, root, keyword, next, json);
            if (given.TryGetValue(place, out own))
            {
                (name, rank) = (own.Identifier, NameRank.Given);
            }
        }

        return new SuggestedName(name, rank, NameWords.Shorten(derived));
    }

    /// <summary>The name that a branch of a union suggests: its title, what it refers to, or the word that tells it apart.</summary>
    public static string? OfBranch(JsonValue? branch)
    {
        if (branch is not JsonObject json)
        {
            return null;
        }

        if (OfTitle((json["title"]?.Value as JsonString)?.Value) is { } title)
        {
            return title;
        }

        if (json["$ref"]?.Value is JsonString { Value: var reference })
        {
            var end = reference.TrimEnd('#', '/');
            var last = end.Substring(end.LastIndexOfAny(['/', '#']) + 1);
            return last.Length == 0 ? null : OfFile(last);
        }

        foreach (var member in (json["properties"]?.Value as JsonObject)?.Members ?? [])
        {
            if (member.Value is JsonObject property
                && (property["const"]?.Value ?? (property["enum"]?.Value is JsonArray { Items: { Count: 1 } only } ? only[0] : null)) is JsonString { Value.Length: > 0 } word)
            {
                return NameWords.Pascal(word.Value);
            }
        }

        return null;
    }

    private static (string Name, NameRank Rank, string Derived) Step(string parent, string root, string keyword, string? next, JsonValue? json)
    {
        var title = OfTitle(((json as JsonObject)?["title"]?.Value as JsonString)?.Value);
        var definition = keyword is "$defs" or "definitions";
        var derived = keyword switch
        {
            "properties" or "dependentSchemas" => parent + NameWords.Pascal(next ?? ""),
            "$defs" or "definitions" => root + NameWords.Pascal(next ?? ""),
            "items" or "additionalItems" or "unevaluatedItems" or "contains" => parent + "Item" + Number(next),
            "prefixItems" => parent + "Item" + Number(next),
            "additionalProperties" or "unevaluatedProperties" or "patternProperties" => parent + "Value",
            "oneOf" or "anyOf" => parent + (OfBranch(json) ?? "Option" + Number(next)),
            "then" => parent + "Then",
            "else" => parent + "Else",
            _ => NameWords.Pascal(next ?? keyword),
        };
        derived = NameWords.Shorten(derived);
        if (title is not null)
        {
            return (title, NameRank.Title, derived);
        }

        return definition ? (NameWords.Pascal(next ?? ""), NameRank.Definition, derived) : (derived, NameRank.Derived, derived);
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or > '\u007f';

    private static string Number(string? index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number + 1).ToString(CultureInfo.InvariantCulture)
            : "";
}
