using System;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Tests.Types;
using ContractKit.Testing;

namespace ContractKit.Compiler.Tests.Names;

public class NamingTests
{
    [Fact]
    public void Hostile_member_names_compile_and_come_back()
    {
        var names = new[]
        {
            "thing", "Id", "id", "ID", "i-d", "Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract", "Clone", "GetType", "MemberwiseClone", "Finalize",
            "parse", "typeInfo", "converter", "Converter", "residue", "_residue", "names", "others", "value", "cursor", "output", "members", "member", "start", "record", "class",
            "required", "field", "JsonNames", "JsonElement", "ValueEquality", "MapConverter", "ElementConverter", "JsonKind", "JsonFaultKind", "Thing", "ThingColor", "color",
            "", " ", "$type", "__proto__", "additionalProperties", "AdditionalProperties", "a\u200db", "ab", "\u0410", "\"};//", "*/", "\n", "😀", new string('x', 1100), "x\u2028y", "WithNull", "OtherValue",
            "System", "String", "string", "get_Id", "_1", "1",
        };
        var schema = """{"type":"object","properties":{""" + string.Join(",", names.Select(static name => Json(name) + ":" + (name == "color" ? """{"enum":["red"],"default":"red"}""" : """{"type":["string","null"]}"""))) + "}}";
        var types = GeneratedTypes.Of(schema);
        Assert.DoesNotContain(types.Problems, static problem => problem.Rule.Severity == ProblemSeverity.Error);
        types.Clean();
        var json = "{" + string.Join(",", names.Where(static name => name != "color").Select(static name => Json(name) + ":" + Json(name))) + "}";
        Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString(), System.Text.Json.Nodes.JsonNode.Parse(types.RoundTrip("Thing", json))!.ToJsonString());
    }

    [Fact]
    public void Hostile_words_compile_and_come_back()
    {
        var words = new[]
        {
            "A", "a", "A ", "a-b", "a_b", "a b", "", " ", "_", "-", "+", "value__", "ToString", "class", "__arglist", "99", "A, B", "null", "\"", "\\", "\\u0022", "\n", "\u212a", "ı", "ſ", "ﬁ", "\u00c5", "A\u030a", "\u0410",
            "x\u200dy", "xy", "😀", "日本", "مرحبا", "Equals", "HasFlag", "\u0000",
        };
        var types = GeneratedTypes.Of("""{"type":"object","properties":{"w":{"enum":[""" + string.Join(",", words.Select(Json)) + "]}}}").Clean();
        foreach (var word in words)
        {
            var json = "{\"w\":" + Json(word) + "}";
            Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString(), System.Text.Json.Nodes.JsonNode.Parse(types.RoundTrip("Thing", json))!.ToJsonString());
        }

        Assert.Equal(words.Length, Enum.GetNames(types.Type("ThingW")).Length);
    }

    [Fact]
    public void Hostile_texts_change_nothing_but_comments()
    {
        const string Attack = "x\\n}\\u0085[System.Runtime.CompilerServices.ModuleInitializer]\\u2028public static void Run(){}\\u2029*/ class Z{} /* </summary> ]]> &#10; &unknown; \\\"\\\"\\\" {0} \\u202e \\u0000 \\uffff \\ud800 #endif";
        var types = GeneratedTypes.Of("{\"description\":\"" + Attack + "\",\"type\":\"object\",\"properties\":{\"a\":{\"title\":\"" + Attack + "\",\"type\":\"string\",\"default\":\"" + Attack.Replace("\\ud800", "", StringComparison.Ordinal) + "\",\"pattern\":\"" + Attack + "\"},\"b\":{\"enum\":[\"b\"],\"x-enum-descriptions\":[\"" + Attack + "\"]}}}");
        types.Clean();
        Assert.DoesNotContain(types.Type("Thing").Assembly.GetTypes(), static type => type.Name == "Z");
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(703)]
    public void Types_named_as_those_that_the_code_uses_compile(int version)
    {
        var consumer = version == 1400 ? GeneratedTypes.Newest : GeneratedTypes.Newest with { LanguageVersion = version, Features = ConsumerFeatures.RuntimeLibrary };
        var names = CodeVocabulary.Names.Concat(["String", "List", "Task", "Exception", "Converter", "Parse"]).Where(static name => name is not "ContractKit" and not "System").Distinct().ToList();
        var types = GeneratedTypes.Of(
        [
            .. names.Select(static name => (name + ".json", """{"type":"object","properties":{"at":{"type":"string","format":"uuid"},"free":{},"list":{"type":"array","items":{"$ref":"Parse.json"}},"word":{"title":"Word of NAME","enum":["a"]},"either":{"type":["string","integer"]},"map":{"type":"object","additionalProperties":{"type":["integer","null"]}}},"required":["at"]}""".Replace("NAME", name, StringComparison.Ordinal))),
        ], consumer: consumer);
        Assert.DoesNotContain(types.Problems, static problem => problem.Rule.Severity == ProblemSeverity.Error);
        types.Clean();
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(703)]
    public void Branches_named_as_those_that_the_code_uses_compile(int version)
    {
        var consumer = version == 1400 ? GeneratedTypes.Newest : GeneratedTypes.Newest with { LanguageVersion = version, Features = ConsumerFeatures.RuntimeLibrary };
        var names = CodeVocabulary.Names.Concat(["String", "List", "Converter", "Parse", "Value", "Unknown", "Other", "State", "AdditionalProperties", "Thing", "Branches"]).Distinct().ToList();
        var branches = string.Join(",", names.Select(static name => """{"title":"NAME","type":"object","required":["is"],"properties":{"is":{"const":"NAME"},"NAME":{"type":"string","format":"date-time"},"state":{"$ref":"#/$defs/State"},"other":{"$ref":"#/$defs/Other"},"Value":{"type":["string","null"]},"unknown":{},"branches":{"type":"array","items":{"type":"string"}},"branch0":{"type":"array","items":{"type":"number"}}}}""".Replace("NAME", name, StringComparison.Ordinal)));
        var types = GeneratedTypes.Of(
            """{"oneOf":[BRANCHES],"$defs":{"State":{"enum":["a","b"],"default":"b"},"Other":{"type":"object","properties":{"x":{"type":"integer"}}}}}""".Replace("BRANCHES", branches, StringComparison.Ordinal), consumer: consumer);
        Assert.DoesNotContain(types.Problems, static problem => problem.Rule.Severity == ProblemSeverity.Error);
        types.Clean();
        foreach (var name in names)
        {
            var json = """{"is":"NAME","NAME":"2020-01-02T03:04:05Z","state":"a","other":{"x":1},"Value":null,"unknown":[1],"branches":["a"]}""".Replace("NAME", name, StringComparison.Ordinal);
            if (name is not "Value" and not "Unknown" and not "Other" and not "State" and not "Branches")
            {
                Assert.Equal(json, types.RoundTrip("Thing", json));
            }
        }
    }

    [Fact]
    public void Adding_a_schema_renames_nothing()
    {
        const string First = """{"type":"object","properties":{"state":{"title":"State","enum":["a"]}},"$defs":{"point":{"type":"object","properties":{"x":{}}}},"allOf":[{"properties":{"p":{"$ref":"#/$defs/point"}}}]}""";
        var alone = GeneratedTypes.Of([("b.json", First)]).Binder.Names.Select(static name => name.Name.Identifier).ToHashSet();
        var together = GeneratedTypes.Of([("a.json", First.Replace("State", "Mood", StringComparison.Ordinal).Replace("point", "place", StringComparison.Ordinal)), ("b.json", First)]);
        Assert.Subset(together.Binder.Names.Where(static name => name.Location.Path == "b.json").Select(static name => name.Name.Identifier).ToHashSet(), alone);
        Assert.DoesNotContain(together.Problems, static problem => problem.Rule == NameRules.TypeNameTaken);
    }

    [Fact]
    public void A_schema_that_wants_the_names_of_another_is_told_so()
    {
        const string First = """{"type":"object","properties":{"state":{"title":"State","enum":["a"]}},"$defs":{"point":{"type":"object","properties":{"x":{}}}},"allOf":[{"properties":{"p":{"$ref":"#/$defs/point"}}}]}""";
        var together = GeneratedTypes.Of([("a.json", First), ("b.json", First)]);
        Assert.Contains(together.Problems, static problem => problem.Rule == NameRules.TypeNameTaken);
    }

    [Fact]
    public void Adding_a_random_schema_renames_no_type_and_no_member()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var schemas = Enumerable.Range(0, 3)
                .Select(i => ("S" + i + ".json", new RandomSchema(new Random((seed * 3) + i), "S" + i).Document().ToJsonString()))
                .ToList();
            var before = Names(GeneratedTypes.Of(schemas[..2]));
            var after = Names(GeneratedTypes.Of([schemas[2], .. schemas[..2]]));
            Assert.True(before.IsSubsetOf(after), seed + ": " + string.Join(", ", before.Except(after)));
        }

        static System.Collections.Generic.HashSet<string> Names(GeneratedTypes types) =>
        [
            .. from type in types.Binder.Names
               where type.Location.Path != "S2.json"
               select type.Location + " " + type.Name.Identifier,
        ];
    }

    [Fact]
    public void Adding_a_member_renames_no_other_type()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var schema = new RandomSchema(new Random(seed), "S").Document();
            if (schema["properties"] is not System.Text.Json.Nodes.JsonObject properties)
            {
                continue;
            }

            var before = Names(schema.ToJsonString());
            properties["added at the end"] = System.Text.Json.Nodes.JsonNode.Parse("""{"type":"object","properties":{"state":{"enum":["a","b"]}}}""");
            var after = Names(schema.ToJsonString());
            Assert.True(before.IsSubsetOf(after), seed + ": " + string.Join(", ", before.Except(after)));
        }

        static System.Collections.Generic.HashSet<string> Names(string schema) =>
            [.. GeneratedTypes.Of([("S.json", schema)]).Binder.Names.Select(static type => type.Location + " " + type.Name.Identifier)];
    }

    [Fact]
    public void The_names_that_files_import_are_those_of_dotnet()
    {
        var compilation = ConsumerCompilation.Of([("a.cs", "")]).Compilation;
        var missing = from name in new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks" }
                      from type in Namespace(compilation.GlobalNamespace, name).GetTypeMembers()
                      where type.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public && type.Arity == 0 && !ImportedTypes.OfEveryProject.Contains(type.Name)
                      select type.ToString();
        Assert.Empty(missing);

        static Microsoft.CodeAnalysis.INamespaceSymbol Namespace(Microsoft.CodeAnalysis.INamespaceSymbol root, string name) =>
            name.Split('.').Aggregate(root, static (outer, part) => outer.GetNamespaceMembers().Single(inner => inner.Name == part));
    }

    [Fact]
    public void A_word_more_moves_no_number()
    {
        static long[] Numbers(string words)
        {
            var type = GeneratedTypes.Of("""{"type":"object","properties":{"w":{"enum":[""" + words + "]}}}").Type("ThingW");
            return [.. new[] { "A", "C" }.Select(name => Convert.ToInt64(Enum.Parse(type, name), null))];
        }

        Assert.Equal(Numbers("\"a\",\"c\""), Numbers("\"a\",\"b\",\"c\""));
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
