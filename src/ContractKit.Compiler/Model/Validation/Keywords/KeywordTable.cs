using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>What kind of value a keyword has.</summary>
internal enum KeywordValue
{
    /// <summary>Any; or schemas, at which the schema graph looks itself.</summary>
    Any,

    /// <summary>A whole number from 0 on.</summary>
    Count,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number above 0.</summary>
    PositiveNumber,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>A boolean in draft-04, where it says how <c>minimum</c> or <c>maximum</c> is meant; a number from draft-06 on.</summary>
    Exclusive,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A pattern.</summary>
    Pattern,

    /// <summary>A list of different strings.</summary>
    Names,

    /// <summary>A map of lists of different strings.</summary>
    NameLists,

    /// <summary>A list.</summary>
    List,

    /// <summary>A list of schemas.</summary>
    SchemaList,

    /// <summary>A map whose values are schemas.</summary>
    SchemaMap,

    /// <summary>One or several names of types.</summary>
    Types,
}

/// <summary>The keywords of the dialects: since when and until when they count, and what values they have.</summary>
internal sealed class KeywordTable
{
    private static readonly Dictionary<string, Entry> s_entries = new(StringComparer.Ordinal)
    {
        ["$schema"] = new(Annotates: true), ["$id"] = new(Dialect.Draft06, Annotates: true), ["id"] = new(Until: Dialect.Draft04, Annotates: true),
        ["$ref"] = new(), ["$comment"] = new(Annotates: true), ["$anchor"] = new(Dialect.Draft201909, Annotates: true),
        ["$defs"] = new(Dialect.Draft201909, Annotates: true), ["definitions"] = new(Annotates: true),
        ["$vocabulary"] = new(Dialect.Draft201909, Annotates: true),
        ["$recursiveRef"] = new(Dialect.Draft201909, Dialect.Draft201909), ["$recursiveAnchor"] = new(Dialect.Draft201909, Dialect.Draft201909),
        ["$dynamicRef"] = new(Dialect.Draft202012), ["$dynamicAnchor"] = new(Dialect.Draft202012),
        ["title"] = new(Value: KeywordValue.Text, Annotates: true), ["description"] = new(Value: KeywordValue.Text, Annotates: true), ["default"] = new(Annotates: true), ["examples"] = new(Value: KeywordValue.List, Annotates: true),
        ["deprecated"] = new(Value: KeywordValue.Boolean, Annotates: true), ["readOnly"] = new(Value: KeywordValue.Boolean, Annotates: true), ["writeOnly"] = new(Value: KeywordValue.Boolean, Annotates: true), ["format"] = new(Value: KeywordValue.Text, Annotates: true),
        ["contentEncoding"] = new(Annotates: true), ["contentMediaType"] = new(Annotates: true), ["contentSchema"] = new(Annotates: true),
        ["nullable"] = new(Value: KeywordValue.Boolean, Annotates: true), ["discriminator"] = new(Annotates: true), ["xml"] = new(Annotates: true),
        ["externalDocs"] = new(Annotates: true), ["example"] = new(Annotates: true),
        ["type"] = new(Value: KeywordValue.Types), ["enum"] = new(Value: KeywordValue.List), ["const"] = new(Dialect.Draft06),
        ["multipleOf"] = new(Value: KeywordValue.PositiveNumber), ["maximum"] = new(Value: KeywordValue.Number), ["minimum"] = new(Value: KeywordValue.Number),
        ["exclusiveMaximum"] = new(Value: KeywordValue.Exclusive), ["exclusiveMinimum"] = new(Value: KeywordValue.Exclusive),
        ["maxLength"] = new(Value: KeywordValue.Count), ["minLength"] = new(Value: KeywordValue.Count), ["pattern"] = new(Value: KeywordValue.Pattern),
        ["maxItems"] = new(Value: KeywordValue.Count), ["minItems"] = new(Value: KeywordValue.Count), ["uniqueItems"] = new(Value: KeywordValue.Boolean),
        ["contains"] = new(Dialect.Draft06), ["minContains"] = new(Dialect.Draft201909, Value: KeywordValue.Count), ["maxContains"] = new(Dialect.Draft201909, Value: KeywordValue.Count),
        ["items"] = new(), ["prefixItems"] = new(Dialect.Draft202012, Value: KeywordValue.SchemaList), ["additionalItems"] = new(Until: Dialect.Draft201909), ["unevaluatedItems"] = new(Dialect.Draft201909),
        ["maxProperties"] = new(Value: KeywordValue.Count), ["minProperties"] = new(Value: KeywordValue.Count), ["required"] = new(Value: KeywordValue.Names),
        ["properties"] = new(Value: KeywordValue.SchemaMap), ["patternProperties"] = new(Value: KeywordValue.SchemaMap), ["additionalProperties"] = new(), ["propertyNames"] = new(Dialect.Draft06),
        ["unevaluatedProperties"] = new(Dialect.Draft201909), ["dependencies"] = new(), ["dependentRequired"] = new(Dialect.Draft201909, Value: KeywordValue.NameLists),
        ["dependentSchemas"] = new(Dialect.Draft201909, Value: KeywordValue.SchemaMap),
        ["allOf"] = new(Value: KeywordValue.SchemaList), ["anyOf"] = new(Value: KeywordValue.SchemaList), ["oneOf"] = new(Value: KeywordValue.SchemaList), ["not"] = new(),
        ["if"] = new(Dialect.Draft07), ["then"] = new(Dialect.Draft07), ["else"] = new(Dialect.Draft07),
    };

    /// <summary>A keyword: in which dialects it counts, what value it has, and whether it constrains nothing.</summary>
    internal sealed record Entry(
        Dialect Since = Dialect.Draft04, Dialect Until = Dialect.Draft202012, KeywordValue Value = KeywordValue.Any, bool Annotates = false)
    {
        public bool IsIn(Dialect dialect) => dialect >= Since && dialect <= Until;
    }

    /// <summary>The keywords of all dialects.</summary>
    public static IEnumerable<string> Names => s_entries.Keys;

    /// <summary>The keyword, or null where no dialect has it.</summary>
    public static Entry? Find(string name) => s_entries.TryGetValue(name, out var entry) ? entry : null;

    // What is more than two letters off and yet nothing else.
    private static readonly Dictionary<string, string> s_otherNames = new(StringComparer.Ordinal)
    {
        ["property"] = "properties", ["additionalProperty"] = "additionalProperties", ["patternProperty"] = "patternProperties",
        ["unevaluatedProperty"] = "unevaluatedProperties", ["ref"] = "$ref", ["defs"] = "$defs",
    };

    /// <summary>
    /// The dialect's keyword that will have been meant: one edit off (a letter more, less or other, or two swapped), two where the name
    /// has six letters or more. Null for short names, which are near too many.
    /// </summary>
    public static string? Meant(string name, Dialect dialect)
    {
        var keywords = s_entries.Where(entry => entry.Value.IsIn(dialect)).Select(static entry => entry.Key).ToList();
        return s_otherNames.TryGetValue(name, out var other) && keywords.Contains(other) ? other
            : name.Length < 4 ? null
            : NearMiss.Of(name, keywords);
    }
}
