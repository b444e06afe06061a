using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Looks at the words of <c>type</c>, and knows what those mean who write other languages' words there.</summary>
internal static class TypeNameCheck
{
    private static readonly Dictionary<string, string> s_otherLanguages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["int"] = "integer", ["int32"] = "integer", ["int64"] = "integer", ["long"] = "integer", ["short"] = "integer", ["bigint"] = "integer",
        ["float"] = "number", ["double"] = "number", ["decimal"] = "number", ["numeric"] = "number", ["real"] = "number",
        ["bool"] = "boolean", ["str"] = "string", ["text"] = "string", ["char"] = "string", ["varchar"] = "string",
        ["list"] = "array", ["tuple"] = "array", ["set"] = "array", ["map"] = "object", ["dict"] = "object", ["dictionary"] = "object",
        ["record"] = "object", ["struct"] = "object", ["none"] = "null", ["nil"] = "null", ["undefined"] = "null",
    };

    public static void Check(Schema schema, List<Problem> problems)
    {
        if (schema["type"] is not { } member || (member.Value is JsonString { Value: var only } && KeywordValues.IsTypeName(only)))
        {
            return;
        }

        var names = member.Value is JsonArray array ? array.Items : [member.Value];
        if (names.Count == 0)
        {
            problems.Add(KeywordRules.WrongValue.At(
                schema.Document.Text, member.Value.Span, "\"type\" must name at least one type: " + All() + "."));
        }

        var seen = names.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var name in names)
        {
            if (name is not JsonString { Value: var written })
            {
                problems.Add(KeywordRules.WrongValue.At(schema.Document.Text, name.Span, "\"type\" is the name of a type, or a list of names: " + All() + "."));
            }
            else if (!KeywordValues.IsTypeName(written))
            {
                problems.Add(Unknown(schema, name, written, isAlone: ReferenceEquals(name, member.Value)));
            }
            else if (seen?.Add(written) == false)
            {
                problems.Add(KeywordRules.WrongValue.At(schema.Document.Text, name.Span, $"\"type\" names each type once, and {JsonText.Shown(written)} twice: take one out."));
            }
        }
    }

    private static Problem Unknown(Schema schema, JsonValue place, string written, bool isAlone)
    {
        var (advice, remedy) = Meant(schema, written, isAlone);
        return KeywordRules.WrongValue.At(schema.Document.Text, place.Span, JsonText.Shown(written) + " is no type: " + advice, remedy);
    }

    private static (string Advice, string? Remedy) Meant(Schema schema, string written, bool isAlone)
    {
        var parts = written.Split(['|', ','], StringSplitOptions.RemoveEmptyEntries).Select(static part => part.Trim(' ', '\t')).ToArray();
        if (isAlone && parts.Length > 1 && parts.All(KeywordValues.TypeNames.Contains))
        {
            var list = "[" + string.Join(", ", parts.Distinct().Select(JsonText.Quote)) + "]";
            return ("several are a list, write " + list + ".", list);
        }

        if (isAlone && schema["format"] is null && FormatCheck.Of(written) != SchemaFormat.None)
        {
            var format = "\"string\", \"format\": " + JsonText.Quote(written);
            return ("it is a format, write " + format + ".", format);
        }

        if (isAlone && written.Equals("any", StringComparison.OrdinalIgnoreCase))
        {
            return ("a schema without \"type\" allows any value, so leave it out.", null);
        }

        if (isAlone && written.Equals("enum", StringComparison.OrdinalIgnoreCase))
        {
            return ("a schema with \"enum\" needs none, so leave it out, or write \"string\".", null);
        }

        var meant = s_otherLanguages.TryGetValue(written, out var other) ? other : NearNames.Nearest(written, KeywordValues.TypeNames);
        return meant is null ? ("the types are " + All() + ".", null) : ("write " + JsonText.Quote(meant) + ".", JsonText.Quote(meant));
    }

    private static string All() => string.Join(", ", KeywordValues.TypeNames);
}
