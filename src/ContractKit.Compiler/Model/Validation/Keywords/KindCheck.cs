using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Finds schemas that ask for two types at once, and keywords that are about values of another type.</summary>
internal static class KindCheck
{
    private const int Deepest = 32;

    // What a keyword is about; of any other, nothing.
    private static (ValueKinds Kind, string Name) SubjectOf(string keyword) => keyword switch
    {
        "minLength" or "maxLength" or "pattern" => (ValueKinds.String, "strings"),
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => (ValueKinds.Number, "numbers"),
        "items" or "prefixItems" or "minItems" or "maxItems" or "uniqueItems" or "contains" => (ValueKinds.Array, "arrays"),
        "properties" or "patternProperties" or "required" or "minProperties" or "maxProperties" => (ValueKinds.Object, "objects"),
        _ => (ValueKinds.None, ""),
    };

    public static void Check(Schema schema, List<Problem> problems)
    {
        if (!schema.IsPlain)
        {
            Contradiction(schema, problems);
        }

        if (schema["type"] is null)
        {
            return;
        }

        var kinds = KeywordValues.Types(schema);
        foreach (var member in schema.Keywords)
        {
            if (SubjectOf(member.Name) is (not ValueKinds.None, _) subject && (kinds & subject.Kind) == 0 && KeywordTable.Find(member.Name)!.IsIn(schema.Dialect)
                && (member.Name != "required" || member.Value is JsonArray))
            {
                problems.Add(KeywordRules.OtherType.At(
                    schema.Document.Text, member.NameSpan,
                    $"\"{member.Name}\" constrains nothing here: it is about {subject.Name}, and \"type\" is {Shown(schema)}."));
            }
        }
    }

    // Only where the parts are possible each for itself: what is impossible further inside is told there.
    private static void Contradiction(Schema schema, List<Problem> problems)
    {
        var parts = new List<(JsonMember Place, ValueKinds Kinds, string Says)>();
        if (schema["type"] is { } type)
        {
            parts.Add((type, KeywordValues.Types(schema), "\"type\" asks for " + Shown(schema)));
        }

        if (schema.Ref is { } target)
        {
            var kinds = Kinds(target, 0);
            parts.Add((schema["$ref"]!, kinds, "\"$ref\" leads to " + Words(kinds)));
        }

        if (schema["allOf"] is { Value: JsonArray branches } all)
        {
            for (var i = 0; i < branches.Items.Count; i++)
            {
                var kinds = Kinds(Branch(schema, i), 0);
                parts.Add((all, kinds, $"\"allOf\" asks for {Words(kinds)} in its {Ordinal(i)} schema"));
            }
        }

        var left = ValueKinds.Any;
        var before = parts.Count > 0 ? parts[0] : default;
        foreach (var part in parts)
        {
            if ((part.Kinds & ValueKinds.Any) == 0)
            {
                return;
            }

            if ((left & part.Kinds) == 0)
            {
                problems.Add(KeywordRules.Unsatisfiable.At(
                    schema.Document.Text, part.Place.NameSpan, $"No value can keep this: {before.Says}, and {part.Says}. Take one of them out."));
                return;
            }

            before = (part.Kinds & ValueKinds.Any) == ValueKinds.Any ? before : part;
            left &= part.Kinds & ValueKinds.Any;
        }
    }

    private static ValueKinds Kinds(Schema schema, int depth)
    {
        if (schema.Boolean is { } all)
        {
            return all ? ValueKinds.Any : ValueKinds.None;
        }

        var kinds = KeywordValues.Types(schema) & ValueKinds.Any;
        if (depth < Deepest && schema.Ref is { } target)
        {
            kinds &= Kinds(target, depth + 1);
        }

        return kinds;
    }

    private static Schema Branch(Schema schema, int index) => schema.Subschema("allOf", index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Ordinal(int index) => index switch { 0 => "first", 1 => "second", 2 => "third", _ => JsonText.Number(index + 1) + "th" };

    private static string Shown(Schema schema) => schema["type"]!.Value switch
    {
        JsonString name => JsonText.Shown(name.Value),
        JsonArray names => string.Join(" or ", names.Items.OfType<JsonString>().Select(static name => JsonText.Shown(name.Value))),
        _ => "another",
    };

    private static string Words(ValueKinds kinds) => string.Join(" or ", new[]
    {
        (ValueKinds.Object, "an object"), (ValueKinds.Array, "an array"), (ValueKinds.String, "a string"), (ValueKinds.Number, "a number"),
        (ValueKinds.Boolean, "a boolean"), (ValueKinds.Null, "null"),
    }.Where(kind => (kinds & kind.Item1) != 0).Select(static kind => kind.Item2).DefaultIfEmpty("nothing"));
}
