using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>
/// How large a type may be. The largest record of the schemas that were looked at has about 500 members, the longest enum about 2,000
/// words; the C# compiler takes half a minute for a record of 10,000 or an enum of 20,000, and dies of 100,000. What is larger is
/// checked all the same, but has no type of its own.
/// </summary>
internal static class TypeLimits
{
    /// <summary>The most members of a record.</summary>
    public const int Members = 4_096;

    /// <summary>The most words of an enum.</summary>
    public const int Words = 16_384;

    /// <summary>The most branches of a union.</summary>
    public const int Branches = 1_024;

    /// <summary>The most subschemas of a document. All of FHIR, in one document, has about 18,000.</summary>
    public const int Subschemas = 65_536;

    private static readonly (string Keyword, int Most, string Things, string Type)[] s_limited =
        [("properties", Members, "members", "record"), ("enum", Words, "words", "enum"), ("oneOf", Branches, "branches", "union"), ("anyOf", Branches, "branches", "union")];

    /// <summary>Whether the schemas name too many members.</summary>
    public static bool HasTooManyMembers(EquatableArray<Schema> conjuncts)
    {
        var count = 0;
        foreach (var schema in conjuncts)
        {
            count += Count(schema, "properties");
        }

        return count > Members;
    }

    /// <summary>Whether the schema lists too many words.</summary>
    public static bool HasTooManyWords(Schema schema) => Count(schema, "enum") > Words;

    /// <summary>Whether the schema has too many branches.</summary>
    public static bool HasTooManyBranches(Schema schema, string keyword) => Count(schema, keyword) > Branches;

    /// <summary>The keywords of those schemas that are too large for a type.</summary>
    public static IEnumerable<Problem> CheckEach(IEnumerable<Schema> schemas)
    {
        foreach (var schema in schemas)
        {
            foreach (var (keyword, most, things, type) in s_limited)
            {
                if (Count(schema, keyword) > most)
                {
                    yield return TypeRules.TooLarge.At(
                        schema.Document.Text,
                        schema[keyword]!.NameSpan,
                        "This has " + JsonText.Number(Count(schema, keyword)) + " " + things + ", and at most "
                            + JsonText.Number(most) + " are made into a " + type + ": values are checked, but have no type of their own. Split the schema where its values differ in kind.");
                }
            }
        }
    }

    /// <summary>What is wrong with a document whose schemas are so many that no compiler should be given what is made of them; null for others.</summary>
    /// <param name="document">The document.</param>
    /// <param name="subschemas">How many there are in it; from one more than may be on, they need not be counted to their end.</param>
    public static Problem? Check(JsonDocument document, int subschemas) => subschemas > Subschemas
        ? TypeRules.TooManySubschemas.At(
            document.Text,
            new TextSpan(document.Root?.Span.Start ?? 0, document.Root is null ? 0 : 1),
            "This has more than " + JsonText.Number(Subschemas) + " subschemas, and nothing is made of it: split it into documents that refer to each other.")
        : null;

    private static int Count(Schema schema, string keyword) => schema.Boolean is not null ? 0 : schema[keyword]?.Value switch
    {
        JsonObject { Members.Count: var members } => members,
        JsonArray { Items.Count: var items } => items,
        _ => 0,
    };
}
