using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>$ref and its kin.</summary>
internal static class ReferenceRow
{
    public static IEnumerable<HostileInput> Inputs()
    {
        foreach (var text in new[]
        {
            "http://example.com/x.json", "https://169.254.169.254/latest/meta-data", "file:///etc/passwd", "//unc/share/x.json", "\\\\unc\\share", "..", "../../../etc/passwd", "/etc/passwd", "C:\\x.json", "x.json", "", "#", "#/", "#/%zz", "#/~2", "#/$defs/a~1b", "#/$defs/a/b", "#/$defs/%61", "#nowhere",
            "#/properties/a/description", "#/required", "#/type", "#/$defs", "#/$defs/list/allOf/0", "#/$defs/list/allOf/01", "#/$defs/list/allOf/-1", "#/$defs/list/allOf/99999999999999999999", "urn:uuid:0", "data:application/json,{}", "javascript:0", "#\u0000", "thing.schema.json", "thing.schema.json#", "THING.schema.json", "\"); canary0000(\"", "http://[", "#//", "#/$defs/\ud800", " #", "#" + new string('/', 10_000),
        })
        {
            yield return Reference(WordRow.Shown(text.Length > 60 ? text.Length.ToString(CultureInfo.InvariantCulture) + " characters" : text), text);
        }

        yield return Whole("itself", "\"a\":{\"$ref\":\"#/properties/a\"}", "");
        yield return Whole("in twos", "\"a\":{\"$ref\":\"#/properties/b\"},\"b\":{\"$ref\":\"#/properties/a\"}", "");
        yield return Whole("itself through allOf", "\"a\":{\"allOf\":[{\"$ref\":\"#/properties/a\"}]}", "");
        yield return Whole("itself through anyOf, oneOf, not, if", "\"a\":{\"anyOf\":[{\"$ref\":\"#/properties/a\"}]},\"b\":{\"oneOf\":[{\"$ref\":\"#/properties/b\"}]},\"c\":{\"not\":{\"$ref\":\"#/properties/c\"}},\"d\":{\"if\":{\"$ref\":\"#/properties/d\"}}", "");
        yield return Whole("itself through dependentSchemas", "\"a\":{\"type\":\"object\",\"dependentSchemas\":{\"x\":{\"$ref\":\"#/properties/a\"}}}", "");
        yield return Whole("itself through items and properties", "\"a\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/properties/a\"}},\"b\":{\"type\":\"object\",\"properties\":{\"b\":{\"$ref\":\"#/properties/b\"}},\"required\":[\"b\"]},\"c\":{\"type\":\"object\",\"additionalProperties\":{\"$ref\":\"#/properties/c\"}}", "");
        yield return Whole("a union of itself", "\"a\":{\"oneOf\":[{\"type\":\"array\",\"items\":{\"$ref\":\"#/properties/a\"}},{\"type\":\"string\"}]}", "");
        yield return Whole("allOf of itself with members", "\"a\":{\"type\":\"object\",\"properties\":{\"n\":{\"$ref\":\"#/properties/a\"}},\"allOf\":[{\"$ref\":\"#/$defs/b\"}]}", ",\"$defs\":{\"b\":{\"type\":\"object\",\"properties\":{\"m\":{\"$ref\":\"#/properties/a\"}}}}");
        yield return HostileInput.Whole("$ref", "tuples of tuples of itself", [.. Projects.Thing(
            """
            {"allOf":[{"items":{"$schema":"https://json-schema.org/draft/2020-12/schema","allOf":[{"$ref":"#"}],"items":{"anyOf":[{"prefixItems":[{"minimum":5},{"$schema":"https://json-schema.org/draft/2020-12/schema","allOf":[{"prefixItems":[{"minimum":"*/ class Z {} /*"}]}],"items":{"minimum":5},"default":"ﬁ"}]},{"items":{"$schema":"https://json-schema.org/draft/2020-12/schema","allOf":[{"$ref":"#"}],"items":{"prefixItems":[{"minimum":5},{"$schema":"https://json-schema.org/draft/2020-12/schema","allOf":[{"prefixItems":[{"minimum":3}]}],"items":{"minimum":5},"default":"ﬁ"}]},"default":true}}]},"default":true}},{"prefixItems":[{"minimum":5},{"$schema":"https://json-schema.org/draft/2020-12/schema","allOf":[{"prefixItems":[{"minimum":3}]}],"items":{"minimum":5},"default":true}]}]}
            """)]);
        yield return HostileInput.Whole("$ref", "unions of the meta-schema in unions of itself", [.. Projects.Thing(
            """
            {"allOf":[{"allOf":[{"$ref":"#/$defs/m"}],"anyOf":[{"additionalProperties":{"$ref":"#"}},{"allOf":[{"$ref":"#/$defs/m"},{"$ref":"#"}]}],"additionalProperties":{"additionalProperties":{"oneOf":[{"additionalProperties":{"$ref":"#"}},{"additionalProperties":{"$ref":"#/$defs/m"}}]}}}],"anyOf":[{"anyOf":[{"allOf":[{"oneOf":[{"prefixItems":[{"minimum":5}],"items":{"minimum":5}},{"oneOf":[{"minimum":5}]},{"anyOf":[{"$ref":"#/$defs/m"},{"$ref":"#/$defs/m"}]}]},{"oneOf":[{"prefixItems":[{"$ref":"#/$defs/m"}],"items":{"$ref":"#/$defs/m"}},{"allOf":[{"minimum":5},{"minimum":5}],"anyOf":[{"minimum":5},{"$ref":"#/$defs/m"},{"$ref":"#/$defs/m"}],"additionalProperties":{"minimum":5}}]},{"additionalProperties":{"items":{"$ref":"#/$defs/m"}}}]}]},{"items":{"items":{"$ref":"#/$defs/m"}}},{"oneOf":[{"allOf":[{"$ref":"#"},{"anyOf":[{"$ref":"#/$defs/m"}]}],"anyOf":[{"$ref":"#/$defs/m"}],"additionalProperties":{"$ref":"#/$defs/m"}}]}],"additionalProperties":{"$ref":"#"},"$defs":{"m":{"$ref":"https://json-schema.org/draft/2020-12/schema"}}}
            """)]);
        yield return HostileInput.Whole("$ref", "branches that each combine the meta-schema with the others", [.. Projects.Thing(
            """
            {"allOf":[{"allOf":[{"allOf":[{"oneOf":[{"properties":{"a":{"minimum":5}},"oneOf":[{"minimum":5},{"minimum":5},{"$ref":"#/$defs/m"}],"allOf":[{"$ref":"#/$defs/m"},{"$ref":"#/$defs/m"}]},{"items":{"minimum":5}}]}],"anyOf":[{"oneOf":[{"additionalProperties":{"minimum":5}},{"oneOf":[{"minimum":5},{"minimum":5}]}]},{"allOf":[{"anyOf":[{"$ref":"#/$defs/m"},{"$ref":"#"},{"minimum":5}]},{"anyOf":[{"$ref":"#/$defs/m"},{"minimum":5},{"$ref":"#/$defs/m"}]},{"$ref":"#"}]},{"additionalProperties":{"$ref":"#"}}],"additionalProperties":{"additionalProperties":{"$ref":"#/$defs/m"}}},{"minimum":5}],"anyOf":[{"minimum":5}],"additionalProperties":{"anyOf":[{"anyOf":[{"minimum":5},{"$ref":"#"}]},{"prefixItems":[{"allOf":[{"minimum":5}]},{"oneOf":[{"$ref":"#"}]},{"minimum":5}],"items":{"$ref":"#/$defs/m"}}]}}],"$defs":{"m":{"$ref":"https://json-schema.org/draft/2020-12/schema"}}}
            """)]);
        yield return HostileInput.Whole("$ref", "tuples and maps of itself and the meta-schema under anyOf", [.. Projects.Thing(
            """
            {"oneOf":[{"allOf":[{"additionalProperties":{"anyOf":[{"allOf":[{"$ref":"#"}]},{"items":{"minimum":5}},{"items":{"minimum":5}}]}},{"additionalProperties":{"minimum":5}},{"oneOf":[{"items":{"prefixItems":[{"$ref":"#"},{"$ref":"#"},{"$ref":"#/$defs/m"}],"items":{"$ref":"#/$defs/m"}}}]}],"anyOf":[{"$ref":"#/$defs/m"},{"prefixItems":[{"anyOf":[{"oneOf":[{"$ref":"#"},{"minimum":5}]},{"anyOf":[{"$ref":"#"},{"$ref":"#/$defs/m"},{"$ref":"#/$defs/m"}]},{"minimum":5}]}],"items":{"$ref":"#"}},{"anyOf":[{"$ref":"#"},{"allOf":[{"minimum":5},{"anyOf":[{"$ref":"#"},{"$ref":"#"}]},{"additionalProperties":{"$ref":"#"}}],"anyOf":[{"properties":{"a":{"$ref":"#"}},"oneOf":[{"$ref":"#/$defs/m"},{"minimum":5}],"allOf":[{"$ref":"#/$defs/m"},{"$ref":"#/$defs/m"}]}],"additionalProperties":{"oneOf":[{"$ref":"#/$defs/m"},{"$ref":"#"},{"$ref":"#/$defs/m"}]}},{"$ref":"#"}]}],"additionalProperties":{"$ref":"#/$defs/m"}}],"$defs":{"m":{"$ref":"https://json-schema.org/draft/2020-12/schema"}}}
            """)]);
        yield return Whole("a dynamic reference to itself", "\"a\":{\"$dynamicRef\":\"#n\"}", ",\"$defs\":{\"n\":{\"$dynamicAnchor\":\"n\",\"$dynamicRef\":\"#n\"}}");
        yield return Whole("30 levels of allOf of two", "\"a\":{\"$ref\":\"#/$defs/l0\"}", ",\"$defs\":{" + Levels(30, "allOf") + ",\"l30\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"}}}}") with { CouldKill = true };
        yield return Whole("30 levels of anyOf of two", "\"a\":{\"$ref\":\"#/$defs/l0\"}", ",\"$defs\":{" + Levels(30, "anyOf") + ",\"l30\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"}}}}") with { CouldKill = true };
        yield return Whole("30 levels of oneOf of two objects", "\"a\":{\"$ref\":\"#/$defs/l0\"}", ",\"$defs\":{" + string.Join(",", Enumerable.Range(0, 30).Select(static n => string.Create(CultureInfo.InvariantCulture, $$$$$$$$"""
            "l{{{{{{{{n}}}}}}}}":{"oneOf":[{"type":"object","properties":{"k":{"const":"a{{{{{{{{n}}}}}}}}"},"n":{"$ref":"#/$defs/l{{{{{{{{n + 1}}}}}}}}"}},"required":["k"]},{"type":"object","properties":{"k":{"const":"b{{{{{{{{n}}}}}}}}"},"n":{"$ref":"#/$defs/l{{{{{{{{n + 1}}}}}}}}"}},"required":["k"]}]}
            """))) + ",\"l30\":{\"type\":\"string\"}}") with { CouldKill = true };
        yield return Whole("examples under 30 levels of anyOf", "\"a\":{\"$ref\":\"#/$defs/l0\",\"examples\":[1,{\"x\":1}],\"default\":[]}", ",\"$defs\":{" + Levels(30, "anyOf") + ",\"l30\":{\"type\":\"boolean\"}}") with { CouldKill = true };
        foreach (var count in new[] { 255, 256, 257, 20_000 })
        {
            yield return Whole("a chain of " + count.ToString(CultureInfo.InvariantCulture), "\"a\":{\"$ref\":\"#/$defs/c0\"}", ",\"$defs\":{" + string.Join(",", Enumerable.Range(0, count).Select(n => "\"c" + n.ToString(CultureInfo.InvariantCulture) + "\":" + (n == count - 1 ? "{\"type\":\"string\"}" : "{\"$ref\":\"#/$defs/c" + (n + 1).ToString(CultureInfo.InvariantCulture) + "\"}"))) + "}") with { CouldKill = count > 1_000 };
        }

        yield return Whole("5,000 objects in a chain of properties", "\"a\":{\"$ref\":\"#/$defs/c0\"}", ",\"$defs\":{" + string.Join(",", Enumerable.Range(0, 5_000).Select(static n => "\"c" + n.ToString(CultureInfo.InvariantCulture) + "\":{\"type\":\"object\",\"properties\":{\"n\":{\"$ref\":\"#/$defs/c" + ((n + 1) % 5_000).ToString(CultureInfo.InvariantCulture) + "\"}}}")) + "}") with { CouldKill = true, NeedsMemory = true, IsHuge = true };
        yield return HostileInput.Whole("$ref", "two documents in a circle", new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"a.json\"]}"), new("a.json", "{\"$ref\":\"b.json\"}"), new("b.json", "{\"$ref\":\"a.json\"}"));
        yield return HostileInput.Whole("$ref", "two documents with one $id", new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"a.json\",\"b.json\"]}"), new("a.json", "{\"$id\":\"http://x/y\",\"type\":\"string\"}"), new("b.json", "{\"$id\":\"http://x/y\",\"type\":\"integer\"}"));
        yield return HostileInput.Whole("$ref", "an $id that says it is another file", new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"a.json\",\"b.json\"]}"), new("a.json", "{\"$id\":\"b.json\",\"type\":\"object\"}"), new("b.json", "{\"type\":\"object\"}"));
        yield return HostileInput.Whole("$ref", "a meta-schema that is its own dialect", new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"a.json\"]}"), new("a.json", "{\"$schema\":\"a.json\",\"$id\":\"a.json\",\"type\":\"object\"}"));
        yield return HostileInput.Whole("$ref", "the meta-schema", new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"a.json\"]}"), new("a.json", "{\"type\":\"object\",\"properties\":{\"s\":{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}}}"));
        yield return HostileInput.Whole("$ref", "to something that is no schema", new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"a.json\"]}"), new("a.json", "{\"properties\":{\"a\":{\"$ref\":\"b.json\"}}}"), new("b.json", "[1,2]"));
        yield return HostileInput.Whole("$ref", "to the manifest", new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"a.json\"]}"), new("a.json", "{\"properties\":{\"a\":{\"$ref\":\"contracts.json\"}}}"));
    }

    private static string Levels(int count, string keyword) => string.Join(",", Enumerable.Range(0, count).Select(n => string.Create(CultureInfo.InvariantCulture, $$$$$$$$"""
        "l{{{{{{{{n}}}}}}}}":{"{{{{{{{{keyword}}}}}}}}":[{"$ref":"#/$defs/l{{{{{{{{n + 1}}}}}}}}"},{"$ref":"#/$defs/l{{{{{{{{n + 1}}}}}}}}"}]}
        """)));

    private static HostileInput Reference(string name, string text) =>
        new("$ref", name, text, TextPlace.None, static text => Projects.Members(
            "\"a\":{\"description\":\"a\",\"$ref\":" + Json.Quote(text) + "}",
            ",\"required\":[\"a\"],\"$defs\":{\"a/b\":{\"type\":\"string\"},\"a\":{\"type\":\"string\"},\"list\":{\"allOf\":[{\"type\":\"string\"}]}}"));

    private static HostileInput Whole(string name, string members, string more) => HostileInput.Whole("$ref", name, [.. Projects.Members(members, more)]);
}
