using System;
using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>The keywords that hold schemas, by dialect, and the vocabularies that keywords belong to since 2019-09.</summary>
internal static class Vocabularies
{
    private const string Prefix201909 = "https://json-schema.org/draft/2019-09/vocab/";
    private const string Prefix202012 = "https://json-schema.org/draft/2020-12/vocab/";

    private static readonly string[] s_validation =
    [
        "type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength",
        "pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties", "required",
        "dependentRequired",
    ];

    private static readonly string[] s_applicator =
    [
        "contains", "items", "additionalProperties", "properties", "patternProperties", "dependentSchemas", "propertyNames", "if", "then",
        "else", "allOf", "anyOf", "oneOf", "not",
    ];

    private static readonly string[] s_metadata = ["title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples"];
    private static readonly string[] s_content = ["contentEncoding", "contentMediaType", "contentSchema"];
    private static readonly string[] s_unevaluated = ["unevaluatedItems", "unevaluatedProperties"];

    // Core cannot be switched off: a meta-schema that leaves it out is read as if it had listed it (2020-12 core, section 8.1.2).
    private static readonly Dictionary<string, string[]> s_keywords = new()
    {
        [Prefix201909 + "core"] = [],
        [Prefix201909 + "applicator"] = [.. s_applicator, "additionalItems", .. s_unevaluated],
        [Prefix201909 + "validation"] = s_validation,
        [Prefix201909 + "meta-data"] = s_metadata,
        [Prefix201909 + "format"] = ["format"],
        [Prefix201909 + "content"] = s_content,
        [Prefix202012 + "core"] = [],
        [Prefix202012 + "applicator"] = [.. s_applicator, "prefixItems"],
        [Prefix202012 + "unevaluated"] = s_unevaluated,
        [Prefix202012 + "validation"] = s_validation,
        [Prefix202012 + "meta-data"] = s_metadata,
        [Prefix202012 + "format-annotation"] = ["format"],
        [Prefix202012 + "format-assertion"] = ["format"],
        [Prefix202012 + "content"] = s_content,
    };

    public static IReadOnlyDictionary<string, KeywordShape> Draft04 { get; } = Shapes(
        new KeywordShapes
        {
            One = ["not"],
            OneOrBoolean = ["additionalItems", "additionalProperties"],
            OneOrList = ["items"],
            List = ["allOf", "anyOf", "oneOf"],
            Map = ["definitions", "properties", "patternProperties"],
            MapOrNames = ["dependencies"],
        });

    public static IReadOnlyDictionary<string, KeywordShape> Draft06 { get; } = Shapes(
        new KeywordShapes
        {
            One = ["additionalItems", "additionalProperties", "contains", "propertyNames", "not"],
            OneOrList = ["items"],
            List = ["allOf", "anyOf", "oneOf"],
            Map = ["definitions", "properties", "patternProperties"],
            MapOrNames = ["dependencies"],
        });

    public static IReadOnlyDictionary<string, KeywordShape> Draft07 { get; } = Shapes(
        new KeywordShapes
        {
            One = ["additionalItems", "additionalProperties", "contains", "propertyNames", "not", "if", "then", "else"],
            OneOrList = ["items"],
            List = ["allOf", "anyOf", "oneOf"],
            Map = ["definitions", "properties", "patternProperties"],
            MapOrNames = ["dependencies"],
        });

    // The meta-schemas of 2019-09 and 2020-12 still describe "definitions" and "dependencies", so that old schemas keep working.
    public static IReadOnlyDictionary<string, KeywordShape> Draft201909 { get; } = Shapes(
        new KeywordShapes
        {
            One =
            [
                "additionalItems", "additionalProperties", "contains", "propertyNames", "not", "if", "then", "else", "unevaluatedItems",
                "unevaluatedProperties", "contentSchema",
            ],
            OneOrList = ["items"],
            List = ["allOf", "anyOf", "oneOf"],
            Map = ["$defs", "definitions", "properties", "patternProperties", "dependentSchemas"],
            MapOrNames = ["dependencies"],
        });

    public static IReadOnlyDictionary<string, KeywordShape> Draft202012 { get; } = Shapes(
        new KeywordShapes
        {
            One =
            [
                "items", "additionalProperties", "contains", "propertyNames", "not", "if", "then", "else", "unevaluatedItems",
                "unevaluatedProperties", "contentSchema",
            ],
            List = ["prefixItems", "allOf", "anyOf", "oneOf"],
            Map = ["$defs", "definitions", "properties", "patternProperties", "dependentSchemas"],
            MapOrNames = ["dependencies"],
        });

    /// <summary>Whether the vocabulary is one of the dialects' own.</summary>
    public static bool IsKnown(string vocabulary) => s_keywords.ContainsKey(vocabulary);

    /// <summary>The dialect that the vocabulary was published with, or null for others' vocabularies.</summary>
    public static Dialect? DialectOf(string vocabulary) =>
        vocabulary.StartsWith(Prefix202012, StringComparison.Ordinal) ? Dialect.Draft202012
        : vocabulary.StartsWith(Prefix201909, StringComparison.Ordinal) ? Dialect.Draft201909
        : null;

    /// <summary>The dialect's keywords that none of the vocabularies has.</summary>
    public static HashSet<string> KeywordsOutside(Dialect dialect, IEnumerable<string> vocabularies)
    {
        var outside = new HashSet<string>(s_keywords.Where(entry => DialectOf(entry.Key) == dialect).SelectMany(entry => entry.Value));
        foreach (var vocabulary in vocabularies)
        {
            if (s_keywords.TryGetValue(vocabulary, out var keywords))
            {
                outside.ExceptWith(keywords);
            }
        }

        return outside;
    }

    /// <summary>Whether one of the vocabularies, each with whether it is required, makes <c>format</c> an assertion (2020-12 validation, section 7.2.2; 2019-09, section 7.2).</summary>
    public static bool AssertFormat(IReadOnlyDictionary<string, bool> vocabularies) =>
        vocabularies.ContainsKey(Prefix202012 + "format-assertion")
        || (vocabularies.TryGetValue(Prefix201909 + "format", out var required) && required);

    private static Dictionary<string, KeywordShape> Shapes(KeywordShapes keywords)
    {
        var shapes = new Dictionary<string, KeywordShape>();
        Add(keywords.One, Subschemas.One);
        Add(keywords.OneOrBoolean, Subschemas.OneOrBoolean);
        Add(keywords.OneOrList, Subschemas.OneOrList);
        Add(keywords.List, Subschemas.List);
        Add(keywords.Map, Subschemas.Map);
        Add(keywords.MapOrNames, Subschemas.MapOrNames);
        return shapes;

        void Add(string[] names, Subschemas subschemas)
        {
            foreach (var name in names)
            {
                shapes.Add(name, new KeywordShape(subschemas, AppliesInPlace(name)));
            }
        }
    }

    private static bool AppliesInPlace(string keyword) =>
        keyword is "allOf" or "anyOf" or "oneOf" or "not" or "if" or "then" or "else" or "dependentSchemas" or "dependencies";

    private sealed class KeywordShapes
    {
        public string[] One { get; init; } = [];

        public string[] OneOrBoolean { get; init; } = [];

        public string[] OneOrList { get; init; } = [];

        public string[] List { get; init; } = [];

        public string[] Map { get; init; } = [];

        public string[] MapOrNames { get; init; } = [];
    }
}
