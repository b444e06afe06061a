using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Looks at the keywords of schemas: their names, their values, and what they say together.</summary>
public static class KeywordCheck
{
    private const int LongestPattern = 8192;

    /// <summary>What is wrong in those schemas and in all that stand in them, definitions too; references are not followed.</summary>
    /// <param name="schemas">Schemas of one document: its named ones, and its root where that is a schema.</param>
    public static IReadOnlyList<Problem> Check(IEnumerable<Schema> schemas)
    {
        var problems = new List<Problem>();
        foreach (var schema in SchemaWalk.Within(schemas))
        {
            if (schema.Json is JsonObject json)
            {
                CheckNames(schema, json, problems);
                CheckValues(schema, problems);
                SatisfiabilityCheck.Check(schema, problems);
            }
        }

        problems.Sort();
        return problems;
    }

    private static void CheckNames(Schema schema, JsonObject json, List<Problem> problems)
    {
        var text = schema.Document.Text;
        foreach (var member in json.Members)
        {
            var entry = KeywordTable.Find(member.Name);
            if (schema[member.Name] is null)
            {
                if (entry is { Annotates: false } && schema["$ref"] is not null && entry.IsIn(schema.Dialect))
                {
                    problems.Add(KeywordRules.SilencedByReference.At(
                        text, member.NameSpan, "\"" + member.Name + "\" is not enforced: up to draft-07 a \"$ref\" silences what stands beside it. Put the \"$ref\" into an \"allOf\"."));
                }

                continue;
            }

            if (entry is null)
            {
                CheckUnknown(schema, member, problems);
            }
            else if (!entry.IsIn(schema.Dialect) && !entry.Annotates)
            {
                problems.Add(KeywordRules.OtherDialect.At(
                    text, member.NameSpan, "\"" + member.Name + "\" is not enforced: " + NameOf(schema.Dialect) + " does not have it, only " + SpanOf(entry) + "."));
            }
        }
    }

    private static void CheckUnknown(Schema schema, JsonMember member, List<Problem> problems)
    {
        if (member.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var text = schema.Document.Text;
        var meant = KeywordTable.Meant(member.Name, schema.Dialect);
        problems.Add(meant is not null
            ? KeywordRules.MisspeltKeyword.At(text, member.NameSpan, "\"" + member.Name + "\" constrains nothing; \"" + meant + "\" will be meant.", "\"" + meant + "\"")
            : KeywordRules.UnknownKeyword.At(text, member.NameSpan, "\"" + member.Name + "\" is no keyword of " + NameOf(schema.Dialect) + " and constrains nothing."));
    }

    private static void CheckValues(Schema schema, List<Problem> problems)
    {
        foreach (var member in schema.Keywords)
        {
            if (KeywordTable.Find(member.Name) is { } entry && entry.IsIn(schema.Dialect) && Expected(schema, member, entry.Value) is { } expected)
            {
                problems.Add(KeywordRules.WrongValue.At(
                    schema.Document.Text, member.Value.Span, "\"" + member.Name + "\" must be " + expected + "."));
            }
        }

        CheckTypes(schema, problems);
        CheckPatterns(schema, problems);
        CheckFormat(schema, problems);
    }

    /// <summary>What the keyword must be, where it is something else.</summary>
    private static string? Expected(Schema schema, JsonMember member, KeywordValue value) => value switch
    {
        KeywordValue.Count when KeywordValues.Count(schema, member.Name) is null => "a whole number from 0 on",
        KeywordValue.Number when member.Value is not JsonNumber => "a number",
        KeywordValue.PositiveNumber when member.Value is not JsonNumber number || !KeywordValues.IsPositive(number.Text) => "a number above 0",
        KeywordValue.Boolean when member.Value is not JsonBoolean => "true or false",
        KeywordValue.Exclusive when schema.Dialect == Dialect.Draft04 && member.Value is not JsonBoolean =>
            "true or false in draft-04, where \"minimum\" and \"maximum\" have the number",
        KeywordValue.Exclusive when schema.Dialect > Dialect.Draft04 && member.Value is not JsonNumber => "a number: the bound itself",
        KeywordValue.Text or KeywordValue.Pattern when member.Value is not JsonString => "a string",
        KeywordValue.Names when !AreNames(member.Value) => "a list of names, each once",
        KeywordValue.NameLists when member.Value is not JsonObject map || !map.Members.All(static entry => AreNames(entry.Value)) => "an object with lists of names",
        KeywordValue.List when member.Value is not JsonArray => "a list of values",
        KeywordValue.SchemaList when member.Value is not JsonArray { Items.Count: > 0 } => "a list of schemas that is not empty",
        KeywordValue.SchemaMap when member.Value is not JsonObject => "an object with schemas",
        _ => null,
    };

    private static bool AreNames(JsonValue value) =>
        value is JsonArray array && array.Items.All(static item => item is JsonString)
        && array.Items.OfType<JsonString>().Select(static item => item.Value).Distinct(StringComparer.Ordinal).Count() == array.Items.Count;

    private static void CheckTypes(Schema schema, List<Problem> problems)
    {
        if (schema["type"] is not { } member)
        {
            return;
        }

        var names = member.Value is JsonArray array ? array.Items : [member.Value];
        if (names.Count == 0)
        {
            problems.Add(KeywordRules.WrongValue.At(schema.Document.Text, member.Value.Span, "\"type\" must name at least one type."));
        }

        foreach (var name in names)
        {
            if (name is JsonString text && KeywordValues.TypeNames.Contains(text.Value))
            {
                continue;
            }

            var meant = name is JsonString written ? NearNames.Nearest(written.Value, KeywordValues.TypeNames) : null;
            problems.Add(KeywordRules.WrongValue.At(
                schema.Document.Text, name.Span,
                "This is no type: the types are " + string.Join(", ", KeywordValues.TypeNames) + ".",
                meant is null ? null : "\"" + meant + "\""));
        }
    }

    private static void CheckPatterns(Schema schema, List<Problem> problems)
    {
        if (schema["pattern"]?.Value is JsonString pattern)
        {
            CheckPattern(schema, pattern.Value, pattern.Span, problems);
        }

        foreach (var member in (schema["patternProperties"]?.Value as JsonObject)?.Members ?? [])
        {
            CheckPattern(schema, member.Name, member.NameSpan, problems);
        }
    }

    private static void CheckPattern(Schema schema, string pattern, TextSpan span, List<Problem> problems)
    {
        if (pattern.Length > LongestPattern)
        {
            problems.Add(KeywordRules.PatternDoesNotParse.At(schema.Document.Text, span, "The pattern is too long: at most 8192 characters are taken."));
        }
        else if (!EcmaPattern.TryRead(pattern, out _, out var error))
        {
            problems.Add(KeywordRules.PatternDoesNotParse.At(schema.Document.Text, span, "The pattern does not parse as ECMA-262 in Unicode mode: " + error + "."));
        }
    }

    private static void CheckFormat(Schema schema, List<Problem> problems)
    {
        if (schema["format"]?.Value is not JsonString format || FormatCheck.Of(format.Value) != SchemaFormat.None || s_otherFormats.Contains(format.Value))
        {
            return;
        }

        var meant = FormatCheck.Names.FirstOrDefault(name => KeywordTable.Edits(format.Value, name) == 1);
        if (meant is not null)
        {
            problems.Add(KeywordRules.MisspeltFormat.At(
                schema.Document.Text, format.Span, "\"" + format.Value + "\" is no format of the standard; \"" + meant + "\" will be meant.", "\"" + meant + "\""));
        }
    }

    // OpenAPI's.
    private static readonly HashSet<string> s_otherFormats = ["int32", "int64", "float", "double", "decimal", "byte", "binary", "password"];

    private static string NameOf(Dialect dialect) => dialect switch
    {
        Dialect.Draft04 => "draft-04",
        Dialect.Draft06 => "draft-06",
        Dialect.Draft07 => "draft-07",
        Dialect.Draft201909 => "2019-09",
        _ => "2020-12",
    };

    private static string SpanOf(KeywordTable.Entry entry) =>
        entry.Since == entry.Until ? NameOf(entry.Since)
        : entry.Until == Dialect.Draft202012 ? NameOf(entry.Since) + " and later"
        : NameOf(entry.Since) + " to " + NameOf(entry.Until);
}
