using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Looks at the keywords of schemas: their names, their values, and what they say together.</summary>
public static class KeywordCheck
{
    /// <summary>What is wrong in those schemas and in all that stand in them, definitions too; references are not followed.</summary>
    /// <param name="schemas">Schemas of one document: its named ones, and its root where that is a schema.</param>
    public static IReadOnlyList<Problem> Check(IEnumerable<Schema> schemas) => CheckEach(SchemaWalk.Within(schemas));

    /// <summary>What is wrong in just those schemas.</summary>
    internal static IReadOnlyList<Problem> CheckEach(IEnumerable<Schema> schemas)
    {
        var problems = new List<Problem>();
        foreach (var schema in schemas)
        {
            if (schema.Json is JsonObject json)
            {
                CheckNames(schema, json, problems);
                ValueCheck.Check(schema, problems);
                TypeNameCheck.Check(schema, problems);
                CheckGroups(schema, problems);
                KindCheck.Check(schema, problems);
            }
        }

        problems.Sort();
        return problems;
    }

    private static void CheckGroups(Schema schema, List<Problem> problems)
    {
        if (schema.HasAny(KeywordGroups.Text | KeywordGroups.Object))
        {
            PatternCheck.Check(schema, problems);
        }

        if (schema.HasAny(KeywordGroups.Text))
        {
            CheckFormat(schema, problems);
        }

        if (schema.HasAny(KeywordGroups.Values))
        {
            EnumCheck.Check(schema, problems);
        }

        if (schema.HasAny(KeywordGroups.Number | KeywordGroups.Text | KeywordGroups.Array | KeywordGroups.Object))
        {
            BoundsCheck.Check(schema, problems);
        }

        if (schema.HasAny(KeywordGroups.Array))
        {
            ListCheck.Check(schema, problems);
        }

        if (schema.HasAny(KeywordGroups.Object))
        {
            MemberCheck.Check(schema, problems);
        }
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
                    text, member.NameSpan, "\"" + member.Name + "\" is not enforced: " + NameOf(schema.Dialect) + " does not have it, only " + SpanOf(entry) + "." + Instead(schema, member)));
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

        // Both at once would be a name twice.
        var remedy = meant is null || schema[meant] is not null ? null : JsonText.Quote(meant);
        problems.Add(meant is not null
            ? KeywordRules.MisspeltKeyword.At(text, member.NameSpan, JsonText.Shown(member.Name) + " constrains nothing; \"" + meant + "\" will be meant.", remedy)
            : KeywordRules.UnknownKeyword.At(text, member.NameSpan, JsonText.Shown(member.Name) + " is no keyword of " + NameOf(schema.Dialect) + " and constrains nothing."));
    }

    private static void CheckFormat(Schema schema, List<Problem> problems)
    {
        if (schema["format"]?.Value is not JsonString format || FormatCheck.Of(format.Value) != SchemaFormat.None || s_otherFormats.Contains(format.Value))
        {
            return;
        }

        var meant = FormatCheck.Names.FirstOrDefault(name => NearMiss.Edits(format.Value, name) == 1);
        if (meant is not null)
        {
            problems.Add(KeywordRules.MisspeltFormat.At(
                schema.Document.Text, format.Span, JsonText.Shown(format.Value) + " is no format of the standard; \"" + meant + "\" will be meant.", "\"" + meant + "\""));
        }
    }

    // OpenAPI's.
    private static readonly HashSet<string> s_otherFormats = ["int32", "int64", "float", "double", "decimal", "byte", "binary", "password"];

    // What the schema's own dialect has for a keyword of another one.
    private static string Instead(Schema schema, JsonMember member) => member.Name switch
    {
        "additionalItems" when schema.Dialect >= Dialect.Draft202012 => " Write \"items\" in its place, and \"prefixItems\" for the list of first items.",
        "prefixItems" => " Write \"items\" in its place.",
        "const" when schema.Dialect == Dialect.Draft04 => " Write \"enum\" with the one value.",
        "dependentRequired" or "dependentSchemas" => " Write \"dependencies\".",
        "$recursiveRef" or "$recursiveAnchor" when schema.Dialect >= Dialect.Draft202012 => " Write \"" + member.Name.Replace("recursive", "dynamic") + "\".",
        _ => " Name another dialect in \"$schema\", or take it out.",
    };

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
