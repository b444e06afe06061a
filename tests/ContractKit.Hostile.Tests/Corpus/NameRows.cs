using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>Names of members, and of types.</summary>
internal static class NameRows
{
    private static readonly int[] s_versions = [703, 800, 900, 1000, 1100, 1200, 1300, 1400];

    /// <summary>Every keyword of C#, contextual ones too, as Roslyn knows them.</summary>
    private static readonly IReadOnlyList<string> s_keywords =
    [
        .. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(static text => text.Length > 0 && (char.IsLetter(text[0]) || text[0] == '_')).Distinct().Order(System.StringComparer.Ordinal),
    ];

    public static IEnumerable<HostileInput> Members()
    {
        foreach (var name in new[]
        {
            "", " ", "_", "-", "$type", "$ref", "$id", "__proto__", "constructor", "@", "@class", "a.b", "a/b", "a~b", "a~1b", "%41", "a b", "1", "1a", "\u0410", "a\u200db", "\0", "\n", "\u2028", "\ufeff", "\U0001f600",
            "Thing", "Inner", "Converter", "Other", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "EqualityContract", "Clone", "<Clone>$", "Finalize", "Deconstruct", "op_Equality",
            "Parse", "TryParseJson", "IsValid", "Validate", "ToUtf8Json", "ToJson", "WriteTo", "TypeInfo", "WithNull", "AdditionalProperties", "additionalProperties", "Instance", "ReadValue", "WriteValue", "Evaluate",
            "value", "record", "output", "cursor", "members", "member", "residue", "others", "other", "s_names", "s_others", "_residue", "writer", "utf8Json", "json", "violations", "get_Id", "set_Id", "value__",
            "System", "ContractKit", "String", "Object", "global", "var", "dynamic", "default", "this", "Acme", "ThingSchema", "ContractJson",
            "x\"; } public class canary0000 { //", "a\n[System.Runtime.CompilerServices.ModuleInitializer] static void canary0000(){}", "\\u0022); canary0000(", "{canary0000}", "*/canary0000/*", "</see>canary0000", "\"\"\"canary0000",
        })
        {
            yield return Member(WordRow.Shown(name), name);
        }

        yield return Member("1,100 characters", new string('m', 1_100));
        yield return Member("100,000 characters", new string('m', 100_000));
        yield return Member("1,100 characters of a script without Latin letters", new string('\u65e5', 1_100));
        yield return HostileInput.Whole("member names", "Id, id, ID, i-d, i_d, iD", [.. Projects.Members(string.Join(",", new[] { "Id", "id", "ID", "i-d", "i_d", "iD", "_id", "id_" }.Select(static name => Json.Quote(name) + ":{\"type\":\"string\"}")))])
            with { RoundTrip = static _ => "{\"Id\":\"1\",\"id\":\"2\",\"ID\":\"3\",\"i-d\":\"4\",\"i_d\":\"5\",\"iD\":\"6\",\"_id\":\"7\",\"id_\":\"8\"}" };
        yield return new HostileInput("member names", "a lone surrogate", "a\ud800", TextPlace.Wire, Projects.Member);
        foreach (var text in new[] { "a/b", "a~b", "%41", "a b", "", "class", "Thing", "\u0410", "a\"b", "canary0000\n}", "\\", "a#b", "{", "*/" })
        {
            yield return new HostileInput("member names", "as a key of $defs: " + WordRow.Shown(text), text, TextPlace.None, Projects.Definition);
        }

        foreach (var version in s_versions)
        {
            yield return Keywords("properties", version, static names => Projects.Members(
                string.Join(",", names.Select(static name => Json.Quote(name) + ":{\"type\":\"string\"}")),
                ",\"required\":[" + string.Join(",", names.Where(static (_, i) => i % 3 == 0).Select(Json.Quote)) + "]"))
                with { RoundTrip = static _ => "{" + string.Join(",", s_keywords.Select(static name => Json.Quote(name) + ":\"v\"")) + "}" };
            yield return Keywords("enum words", version, static names => Projects.Members("\"list\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[" + string.Join(",", names.Select(Json.Quote)) + "]}}"))
                with { RoundTrip = static _ => "{\"list\":[" + string.Join(",", s_keywords.Select(Json.Quote)) + "]}" };
            yield return Keywords("properties that are objects", version, static names => Projects.Members(
                string.Join(",", names.Select(static name => Json.Quote(name) + ":{\"type\":\"object\",\"properties\":{" + Json.Quote(name) + ":{\"type\":\"integer\"}}}"))));
            yield return Keywords("definitions", version, static names => Projects.Members(
                string.Join(",", names.Select(static (name, i) => "\"p" + i.ToString(CultureInfo.InvariantCulture) + "\":{\"$ref\":" + Json.Quote("#/$defs/" + name) + "}")),
                ",\"$defs\":{" + string.Join(",", names.Select(static name => Json.Quote(name) + ":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")) + "}"));
            yield return Keywords("types of the manifest", version, static names =>
            [
                new("contracts.json", "{\"namespace\":\"Acme\",\"types\":{" + string.Join(",", names.Select(static name => Json.Quote(name) + ":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")) + "}}"),
            ]);
            yield return Keywords("parameters", version, static names => Projects.Operation(more: ",\"parameters\":{" + string.Join(",", names.Select(static name => Json.Quote(name) + ":{\"in\":\"query\",\"schema\":{\"type\":\"string\"}}")) + "}"));
        }
    }

    public static IEnumerable<HostileInput> Types()
    {
        foreach (var name in new[]
        {
            "System", "String", "Task", "Object", "HttpClient", "ContractKit", "Microsoft", "Acme", "Guid", "DateTimeOffset", "Attribute", "Exception", "Type", "Enum", "Nullable", "JsonElement", "JsonConverter",
            "IReadOnlyList", "Dictionary", "Uri", "CancellationToken", "ContractJson", "Converter", "record", "required", "scoped", "file", "extension", "field", "dynamic", "var", "async", "await", "nint", "partial", "where", "ValueTask", "HttpResponseMessage", "IEndpointRouteBuilder",
        })
        {
            yield return HostileInput.Whole("type names", "the manifest's: " + name, new("contracts.json", "{\"namespace\":\"Acme\",\"types\":{" + Json.Quote(name) + ":\"schema/thing.schema.json\"},\"services\":{\"Things\":{\"operations\":{\"Get\":{\"method\":\"POST\",\"path\":\"/x\",\"requestBody\":\"schema/thing.schema.json\",\"responses\":{\"200\":{\"description\":\"ok\",\"body\":\"schema/thing.schema.json\"}}}}}}}"), new("schema/thing.schema.json", Body));
            yield return HostileInput.Whole("type names", "the file's: " + name, new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"schema/*.json\"]}"), new("schema/" + name + ".json", Body));
            yield return HostileInput.Whole("type names", "a title: " + name, [.. Projects.Members("\"a\":{\"title\":" + Json.Quote(name) + ",\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\",\"format\":\"date-time\"},\"c\":{\"title\":" + Json.Quote(name + "2") + ",\"enum\":[\"on\",\"off\"]}}}")]);
        }

        foreach (var path in new[] { "CON.json", "aux.json", "nul.schema.json", "a b.json", "\u00fc.json", "#.json", "a;b.json", "a%41.json", "{x}.json", ".json", "..json", "a..b.json", "Foo.Bar.json", "canary0000\nclass X {}.json", "*/.json", "-.json", "1.json", "class.json", new string('f', 200) + ".json" })
        {
            var reference = string.Concat(path.Select(static c => c is '#' or '%' or ' ' or '\n' or '{' or '}' or '*' ? "%" + ((int)c).ToString("X2", CultureInfo.InvariantCulture) : c.ToString()));
            yield return HostileInput.Whole("type names", "a file called " + WordRow.Shown(path.Length > 50 ? path.Length + " characters" : path), new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[" + Json.Quote("schema/" + reference) + "]}"), new("schema/" + path, Body));
        }

        foreach (var reference in new[] { "../../x", "C:\\x", "C:/x", "/etc/passwd", "\\\\unc\\x", "//unc/x", "schema/../../../x.json", "file:///etc/passwd", "schema/thing.schema.json\0", "~/x", "$(Home)/x", "%2e%2e/x" })
        {
            yield return HostileInput.Whole("type names", "a schema at " + WordRow.Shown(reference), [.. Projects.Manifest("{\"namespace\":\"Acme\",\"types\":[" + Json.Quote(reference) + "]}")]);
        }

        yield return HostileInput.Whole("type names", "Foo and foo", Two("Foo.json", "foo.json"));
        yield return HostileInput.Whole("type names", "Foo.Bar and FooBar", Two("Foo.Bar.json", "FooBar.json"));
        yield return HostileInput.Whole("type names", "Foo and foo in folders", Two("a/Foo.json", "b/foo.json"));
        yield return HostileInput.Whole("type names", "one name in two folders", Two("a/foo.json", "b/foo.json"));
        yield return HostileInput.Whole("type names", "Foo and foo as names of the manifest", new ProjectFile("contracts.json", "{\"namespace\":\"Acme\",\"types\":{\"Foo\":{\"type\":\"object\"},\"foo\":{\"type\":\"object\"}}}"));
        yield return HostileInput.Whole("type names", "a name that another type's schema class has", new ProjectFile("contracts.json", "{\"namespace\":\"Acme\",\"types\":{\"Foo\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}},\"FooSchema\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}},\"FooRules\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}}}}"));
        yield return HostileInput.Whole("type names", "names that services have", new ProjectFile("contracts.json", "{\"namespace\":\"Acme\",\"types\":{\"ThingsClient\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}},\"IThingsClient\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}},\"GetResult\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}},\"GetException\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}},\"ThingsOperations\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}},\"IThingsHandler\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}},\"ThingsClientOptions\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}}},\"services\":{\"Things\":{\"operations\":{\"Get\":{\"method\":\"GET\",\"path\":\"/x\",\"responses\":{\"200\":{\"description\":\"ok\",\"body\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}}}}}}}"));
        foreach (var name in new[] { "", "a b", "1a", "class Z {}", "\u0410", "a.b", "A<B>", "x;y", "@class", "a\u200db", "__arglist", new string('T', 129), new string('T', 2_000) })
        {
            yield return HostileInput.Whole("type names", "the manifest's: " + WordRow.Shown(name.Length > 50 ? name.Length + " characters" : name), [.. Projects.Manifest("{\"namespace\":\"Acme\",\"types\":{" + Json.Quote(name) + ":\"schema/thing.schema.json\"}}")]);
        }
    }

    private const string Body = """{"type":"object","properties":{"when":{"type":"string","format":"date-time"},"id":{"type":"string","format":"uuid"},"map":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}},"free":true,"state":{"enum":["on","off"]}},"required":["id"]}""";

    private static HostileInput Member(string name, string text) =>
        new("member names", name, text, TextPlace.Wire, Projects.Member) { RoundTrip = static member => "{" + Json.Quote(member) + ":\"v\",\"inner\":{" + Json.Quote(member) + ":\"on\"}}" };

    private static HostileInput Keywords(string name, int version, System.Func<IReadOnlyList<string>, IReadOnlyList<ProjectFile>> project) =>
        HostileInput.Whole("member names", "every keyword: " + name + ", C# " + (version == 703 ? "7.3" : (version / 100).ToString(CultureInfo.InvariantCulture)), [.. project(s_keywords)]) with { LanguageVersion = version };

    private static ProjectFile[] Two(string first, string second) =>
        [new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"schema/" + first + "\",\"schema/" + second + "\"]}"), new("schema/" + first, """{"type":"object","properties":{"a":{"type":"string"}}}"""), new("schema/" + second, """{"type":"object","properties":{"b":{"type":"integer"}}}""")];
}
