using System.Collections.Generic;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>Projects that have one place, or every place of one kind, for a hostile text.</summary>
internal static class Projects
{
    private const string Schema = "\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"";

    /// <summary>A manifest with one type, <c>Thing</c>, of that schema.</summary>
    public static IReadOnlyList<ProjectFile> Thing(string schema) =>
        [new("contracts.json", """{"namespace":"Acme","types":["schema/thing.schema.json"]}"""), new("schema/thing.schema.json", schema)];

    /// <summary>A manifest with one type of those members; what follows the members is given too.</summary>
    public static IReadOnlyList<ProjectFile> Members(string members, string more = "") =>
        Thing("{" + Schema + ",\"type\":\"object\",\"properties\":{" + members + "}" + more + "}");

    /// <summary>A manifest and the schema <c>thing</c> that it may refer to.</summary>
    public static IReadOnlyList<ProjectFile> Manifest(string manifest) =>
        [new("contracts.json", manifest), new("schema/thing.schema.json", """{"type":"object","properties":{"id":{"type":"string"},"state":{"enum":["DONE","BROKEN"]}},"required":["state"]}""")];

    /// <summary>A manifest with one service of one operation.</summary>
    public static IReadOnlyList<ProjectFile> Operation(string name = "\"Get\"", string path = "\"/things\"", string more = "", string service = "") =>
        Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{" + service + "\"operations\":{" + name + ":{\"method\":\"GET\",\"path\":" + path + more
            + ",\"responses\":{\"200\":{\"description\":\"ok\",\"body\":\"schema/thing.schema.json\"}}}}}}}");

    /// <summary>The text in every place for prose that a contract has.</summary>
    public static IReadOnlyList<ProjectFile> Prose(string text)
    {
        var quoted = Json.Quote(text);
        var prose = "\"description\":" + quoted + ",\"$comment\":" + quoted + ",\"examples\":[" + quoted + "]";
        return
        [
            new("contracts.json", $$$$$$$$"""
                {"namespace":"Acme","services":{"Things":{"description":{{{{{{{{quoted}}}}}}}},"operations":{"Get":{
                  "summary":{{{{{{{{quoted}}}}}}}},"description":{{{{{{{{quoted}}}}}}}},"method":"POST","path":"/things/{id}",
                  "parameters":{"id":{"in":"path","required":true,"description":{{{{{{{{quoted}}}}}}}},"schema":{"type":"string",{{{{{{{{prose}}}}}}}}}},"page":{"in":"query","description":{{{{{{{{quoted}}}}}}}},"schema":{"enum":["a","b"],{{{{{{{{prose}}}}}}}}}}},
                  "requestBody":"schema/thing.schema.json",
                  "responses":{"200":{"description":{{{{{{{{quoted}}}}}}}},"body":"schema/thing.schema.json","headers":{"X-Left":{"description":{{{{{{{{quoted}}}}}}}},"schema":{"type":"integer",{{{{{{{{prose}}}}}}}}}}}},"404":{"description":{{{{{{{{quoted}}}}}}}}}}}}}}}
                """),
            new("schema/thing.schema.json", $$$$$$$$"""
                {{{{{{{{{Schema}}}}}}}},{{{{{{{{prose}}}}}}}},"type":"object","required":["text"],"properties":{
                  "text":{"type":"string",{{{{{{{{prose}}}}}}}}},"count":{"type":"integer","minimum":1,{{{{{{{{prose}}}}}}}}},
                  "state":{"enum":["on","off"],{{{{{{{{prose}}}}}}}},"x-enum-descriptions":[{{{{{{{{quoted}}}}}}}},{{{{{{{{quoted}}}}}}}}]},"old":{"type":"boolean","deprecated":true,{{{{{{{{prose}}}}}}}}},
                  "inner":{"type":"object","properties":{"a":{"type":"string",{{{{{{{{prose}}}}}}}}}},{{{{{{{{prose}}}}}}}}},
                  "list":{"type":"array","items":{"type":"object","properties":{"b":{"type":"number",{{{{{{{{prose}}}}}}}}}},{{{{{{{{prose}}}}}}}}},{{{{{{{{prose}}}}}}}}},
                  "either":{"oneOf":[{"type":"object","properties":{"kind":{"const":"x"}},"required":["kind"],{{{{{{{{prose}}}}}}}}},{"type":"object","properties":{"kind":{"const":"y"}},"required":["kind"],{{{{{{{{prose}}}}}}}}}],{{{{{{{{prose}}}}}}}}},
                  "pair":{"type":["string","integer"],{{{{{{{{prose}}}}}}}}},"ref":{"$ref":"#/$defs/other"}},
                  "additionalProperties":{"type":"string",{{{{{{{{prose}}}}}}}}},
                  "$defs":{"other":{"type":"object","properties":{"c":{"type":"string"}},{{{{{{{{prose}}}}}}}}}}}
                """),
        ];
    }

    /// <summary>The text as a title, of an object, an enum, a union and a member.</summary>
    public static IReadOnlyList<ProjectFile> Title(string text)
    {
        var quoted = Json.Quote(text);
        return Thing($$$$$$$$"""
            {{{{{{{{{Schema}}}}}}}},"title":{{{{{{{{quoted}}}}}}}},"type":"object","properties":{
              "text":{"type":"string","title":{{{{{{{{quoted}}}}}}}}},"state":{"title":{{{{{{{{quoted}}}}}}}},"enum":["on","off"]}}}
            """);
    }

    /// <summary>The text as a word of an enum, open and closed, and as a constant.</summary>
    public static IReadOnlyList<ProjectFile> Word(string text)
    {
        var quoted = Json.Quote(text);
        return
        [
            new("contracts.json", """
                {"namespace":"Acme","types":["schema/thing.schema.json"],"services":{"Things":{"operations":{"Get":{"method":"POST","path":"/things","requestBody":"schema/ask.schema.json",
                  "responses":{"200":{"description":"ok","body":"schema/thing.schema.json"}},"completion":{"status":"/word","succeeded":["other"]}}}}}}
                """),
            new("schema/thing.schema.json", $$$$$$$$"""{{{{{{{{{Schema}}}}}}}},"type":"object","properties":{"word":{"type":"string","enum":["other",{{{{{{{{quoted}}}}}}}}]},"only":{"const":{{{{{{{{quoted}}}}}}}}}},"required":["word"]}"""),
            new("schema/ask.schema.json", $$$$$$$$"""{{{{{{{{{Schema}}}}}}}},"type":"object","properties":{"word":{"type":"string","enum":["other",{{{{{{{{quoted}}}}}}}}]}},"required":["word"]}"""),
        ];
    }

    /// <summary>The text as the name of a member, in each keyword that knows members by name, and as a key of definitions.</summary>
    public static IReadOnlyList<ProjectFile> Member(string name)
    {
        var quoted = Json.Quote(name);
        return Members(
            quoted + """:{"type":"string"},"inner":{"type":"object","properties":{""" + quoted + """:{"enum":["on","off"]}}}""",
            ",\"required\":[" + quoted + "],\"dependentRequired\":{" + quoted + ":[\"inner\"]},\"dependentSchemas\":{" + quoted + ":{\"minProperties\":1}}");
    }

    /// <summary>The text as a key of definitions, whose type is made.</summary>
    public static IReadOnlyList<ProjectFile> Definition(string name)
    {
        var pointer = "#/$defs/" + System.Uri.EscapeDataString(name.Replace("~", "~0", System.StringComparison.Ordinal).Replace("/", "~1", System.StringComparison.Ordinal));
        return Members(
            """ "a":{"$ref":""" + Json.Quote(pointer) + "}",
            ",\"$defs\":{" + Json.Quote(name) + ":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}}}");
    }

    /// <summary>The text as a query parameter, whose argument is named after it.</summary>
    public static IReadOnlyList<ProjectFile> Parameter(string name) =>
        Operation(more: ",\"parameters\":{" + Json.Quote(name) + ":{\"in\":\"query\",\"schema\":{\"type\":\"string\"}}}");
}
