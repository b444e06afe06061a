using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Looks at the values of keywords: whether they are of the type that the keyword has.</summary>
internal static class ValueCheck
{
    public static void Check(Schema schema, List<Problem> problems)
    {
        foreach (var member in schema.Keywords)
        {
            if (KeywordTable.Find(member.Name) is not { } entry || !entry.IsIn(schema.Dialect))
            {
                continue;
            }

            if (entry.Value == KeywordValue.Names && member.Value is JsonArray names && Twice(names) is { } again)
            {
                problems.Add(KeywordRules.WrongValue.At(
                    schema.Document.Text, again.Second.Span, $"\"{member.Name}\" has each name once, and {JsonText.Shown(again.Second.Value)} twice: take it out here.", "") with
                {
                    // With the comma before it.
                    RemedySpan = TextSpan.FromBounds(again.Before.Span.End, again.Second.Span.End),
                });
            }
            else if (Expected(schema, member, entry.Value) is { } expected)
            {
                var rule = entry.Annotates && member.Name != "format" ? KeywordRules.AnnotationValue : KeywordRules.WrongValue;
                var remedy = Remedy(schema, member, entry.Value);
                var advice = Advice(schema, member) ?? (remedy is null ? "" : " Write " + remedy + ".");
                problems.Add(rule.At(schema.Document.Text, member.Value.Span, $"\"{member.Name}\" is {expected}.{advice}", remedy));
            }
        }
    }

    /// <summary>What the keyword is, where something else is written.</summary>
    private static string? Expected(Schema schema, JsonMember member, KeywordValue value) => value switch
    {
        KeywordValue.Count when KeywordValues.Count(schema, member.Name) is null => "a whole number from 0 on",
        KeywordValue.Number when member.Value is not JsonNumber => "a number",
        KeywordValue.PositiveNumber when member.Value is not JsonNumber number || !KeywordValues.IsPositive(number.Text) => "a number above 0",
        KeywordValue.Boolean when member.Value is not JsonBoolean => "true or false",
        KeywordValue.Exclusive when schema.Dialect == Dialect.Draft04 && member.Value is not JsonBoolean =>
            "true or false in draft-04, where \"minimum\" and \"maximum\" have the number",
        KeywordValue.Exclusive when schema.Dialect > Dialect.Draft04 && member.Value is not JsonNumber => "a number since draft-06: the bound itself",
        KeywordValue.Text or KeywordValue.Pattern when member.Value is not JsonString => "a string",
        KeywordValue.Names when !AreStrings(member.Value) => "a list of names",
        KeywordValue.NameLists when member.Value is not JsonObject map || !map.Members.All(static entry => AreStrings(entry.Value)) => "an object with lists of names",
        KeywordValue.List when member.Value is not JsonArray => "a list of values",
        KeywordValue.SchemaList when member.Value is not JsonArray { Items.Count: > 0 } => "a list of schemas that is not empty",
        KeywordValue.SchemaMap when member.Value is not JsonObject => "an object that maps names to schemas",
        _ => null,
    };

    // What is written is right but for its quotes or brackets.
    private static string? Remedy(Schema schema, JsonMember member, KeywordValue value) => (value, member.Value) switch
    {
        (KeywordValue.Count, JsonString text) when text.Value.Length is > 0 and < 10 && text.Value.All(static c => c is >= '0' and <= '9') => text.Value.TrimStart('0') is { Length: > 0 } digits ? digits : "0",
        (KeywordValue.Number or KeywordValue.PositiveNumber, JsonString text) when JsonNumberText.IsNumber(text.Value) => text.Value,
        (KeywordValue.Exclusive, JsonString text) when schema.Dialect > Dialect.Draft04 && JsonNumberText.IsNumber(text.Value) => text.Value,
        (KeywordValue.Boolean, JsonString { Value: "true" or "false" } text) => text.Value,
        (KeywordValue.Names, JsonString text) => "[" + JsonText.Quote(text.Value) + "]",
        (KeywordValue.List, JsonString text) => "[" + JsonText.Quote(text.Value) + "]",
        (KeywordValue.List, JsonNumber number) => "[" + number.Text + "]",
        (KeywordValue.SchemaList, JsonObject json) => "[" + schema.Document.Text.Text.Substring(json.Span.Start, json.Span.Length) + "]",
        _ => null,
    };

    private static string? Advice(Schema schema, JsonMember member)
    {
        switch (member.Name, member.Value)
        {
            case ("required", JsonBoolean required):
                var name = NameOf(schema);
                return !required.Value ? " A property is optional unless it is listed: take this out."
                    : name is null ? " It lists the properties that have to be there."
                    : $" Write \"required\": [{JsonText.Quote(name)}] beside the \"properties\" around this one, and take it out here.";
            case ("exclusiveMinimum" or "exclusiveMaximum", JsonBoolean exclusive) when schema.Dialect > Dialect.Draft04:
                var bound = member.Name == "exclusiveMinimum" ? "minimum" : "maximum";
                var number = KeywordValues.Number(schema, bound);
                return !exclusive.Value ? " Take it out."
                    : number is null ? ""
                    : $" Write \"{member.Name}\": {number} in place of \"{bound}\": {number}.";
            case ("properties" or "$defs" or "definitions", JsonArray { Items.Count: > 0 } list) when list.Items[0] is JsonString first:
                return $" Write {{ {JsonText.Quote(first.Value)}: {{ … }}, … }}.";
            case ("enum", JsonObject { Members.Count: > 0 } map):
                return $" Write [{string.Join(", ", map.Members.Take(3).Select(static word => JsonText.Quote(word.Name)))}{(map.Members.Count > 3 ? ", …" : "")}].";
            case ("oneOf" or "anyOf" or "allOf", JsonArray):
                return " Write a schema into it, or take it out.";
            default:
                return null;
        }
    }

    // The property whose schema this is.
    private static string? NameOf(Schema schema)
    {
        var tokens = JsonPointer.Parse(schema.Location.Pointer) ?? [];
        return tokens.Count >= 2 && tokens[tokens.Count - 2] == "properties" ? tokens[tokens.Count - 1] : null;
    }

    private static bool AreStrings(JsonValue value) => value is JsonArray array && array.Items.All(static item => item is JsonString);

    private static (JsonValue Before, JsonString Second)? Twice(JsonArray names)
    {
        var seen = new NameSet(StringComparer.Ordinal);
        for (var i = 0; i < names.Items.Count; i++)
        {
            if (names.Items[i] is JsonString name && !seen.Add(name.Value))
            {
                return (names.Items[i - 1], name);
            }
        }

        return null;
    }
}
