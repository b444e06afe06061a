using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>A value of an <c>enum</c>, and what the schema says about it.</summary>
/// <param name="Text">The word; an integer's digits.</param>
/// <param name="Name">What the schema calls it; null where it does not say.</param>
/// <param name="Description">What it means; empty where the schema does not say.</param>
internal sealed record Word(string Text, string? Name, string Description);

/// <summary>What schemas say about the words or integers that a value can be.</summary>
internal static class WordFacts
{
    private const int MostNested = 8;

    /// <summary>Whether the schemas list all values of a kind, and more than a constant.</summary>
    public static bool HasWords(EquatableArray<Schema> conjuncts, JsonKinds kind) =>
        ListValues(conjuncts) && Constant(conjuncts) is null && conjuncts.Any(schema => IsListed(schema, kind)) && !conjuncts.Any(TypeLimits.HasTooManyWords);

    /// <summary>Whether the schemas allow one value of that kind only, which can be a word.</summary>
    public static bool IsWord(EquatableArray<Schema> conjuncts, JsonKinds kind) => Constant(conjuncts) is { } constant && TextOf(constant, kind) is not null;

    /// <summary>The value of <c>const</c>, or null.</summary>
    public static JsonValue? Constant(EquatableArray<Schema> conjuncts)
    {
        if (ListValues(conjuncts))
        {
            foreach (var schema in conjuncts)
            {
                if (schema.Boolean is null && schema["const"]?.Value is { } constant)
                {
                    return constant;
                }
            }
        }

        return null;
    }

    // Most do not, and are asked about every member.
    private static bool ListValues(EquatableArray<Schema> conjuncts)
    {
        for (var i = 0; i < conjuncts.Count; i++)
        {
            if (conjuncts[i].HasAny(KeywordGroups.Values))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The words of a set of schemas, each once, in the order of the text: those that all its <c>enum</c>s have, or, for a union, those of
    /// any branch. A <c>const</c> counts as an <c>enum</c> of one, named by its <c>title</c>.
    /// </summary>
    public static IReadOnlyList<Word> Of(SchemaSet set, JsonKinds kind)
    {
        var words = new List<Word>();
        var seen = new HashSet<string>();
        foreach (var branch in Simple(set, 0))
        {
            var conjuncts = branch.Conjuncts;
            foreach (var word in Constant(conjuncts) is { } constant ? Single(conjuncts, constant, kind) : Listed(conjuncts, kind))
            {
                if (seen.Add(word.Text))
                {
                    words.Add(word);
                }
            }
        }

        return words;
    }

    /// <summary>Whether other words are valid too: a union of the words and any text.</summary>
    public static bool AllowsOthers(SchemaSet set) => UnionBranches.Of(set).Count > 0 && Simple(set, 0).Any(static branch =>
    {
        var conjuncts = branch.Conjuncts;
        return (branch.Kinds & JsonKinds.String) != 0 && Constant(conjuncts) is null && !HasWords(conjuncts, JsonKinds.String);
    });

    // The branches that are no unions themselves; for no union, the set.
    private static IEnumerable<SchemaSet> Simple(SchemaSet set, int depth)
    {
        var branches = depth < MostNested ? UnionBranches.Of(set) : [];
        return branches.Count == 0 ? [set] : branches.SelectMany(branch => branch.Equals(set) ? [set] : Simple(branch, depth + 1));
    }

    /// <summary>The text of a value that can be a word: a string, or an integer in its plain digits; null for any other.</summary>
    public static string? TextOf(JsonValue value, JsonKinds kind) => value switch
    {
        JsonString text when kind == JsonKinds.String => text.Value,
        JsonNumber number when kind == JsonKinds.Integer && JsonKindOf.TryInt64(number.Text, out var integer) =>
            integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsListed(Schema schema, JsonKinds kind)
    {
        if (schema.Boolean is not null || schema["enum"]?.Value is not JsonArray list)
        {
            return false;
        }

        // An enum of integers must be of integers that an enum can hold.
        var wanted = list.Items.Where(value => (JsonKindOf.Value(value) & kind) != 0).ToList();
        return wanted.Count > 0 && wanted.All(value => TextOf(value, kind) is not null);
    }

    private static IEnumerable<Word> Single(EquatableArray<Schema> conjuncts, JsonValue constant, JsonKinds kind)
    {
        var text = TextOf(constant, kind);
        var title = SchemaText.Of(conjuncts, "title");
        return text is null ? [] : [new Word(text, constant is JsonNumber ? title : null, Prose.Of(SchemaText.Of(conjuncts, "description")) ?? Prose.Of(title) ?? "")];
    }

    private static IEnumerable<Word> Listed(EquatableArray<Schema> conjuncts, JsonKinds kind)
    {
        List<Word>? common = null;
        foreach (var schema in conjuncts.Where(schema => IsListed(schema, kind)))
        {
            var words = Words(schema, kind).ToList();
            common = common is null ? words : [.. common.Where(word => words.Any(other => other.Text == word.Text))];
        }

        return common ?? [];
    }

    private static IEnumerable<Word> Words(Schema schema, JsonKinds kind)
    {
        var values = ((JsonArray)schema["enum"]!.Value).Items;
        var names = Member(schema, "x-enum-varnames") ?? Member(schema, "x-enumNames");
        var descriptions = Member(schema, "x-enum-descriptions") ?? Member(schema, "x-enumDescriptions");
        for (var i = 0; i < values.Count; i++)
        {
            if (TextOf(values[i], kind) is { } text)
            {
                yield return new Word(text, TextAt(names, i, text), Prose.Of(TextAt(descriptions, i, text)) ?? "");
            }
        }
    }

    private static JsonValue? Member(Schema schema, string name) => (schema.Json as JsonObject)?[name]?.Value;

    // Beside the words in a list of the same order, or by the word in an object.
    private static string? TextAt(JsonValue? texts, int index, string word) => texts switch
    {
        JsonArray list when index < list.Items.Count => (list.Items[index] as JsonString)?.Value,
        JsonObject map => (map[word]?.Value as JsonString)?.Value,
        _ => null,
    };
}
