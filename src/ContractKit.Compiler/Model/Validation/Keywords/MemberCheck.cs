using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Finds members that an object must have and may not have, and required names that were meant otherwise.</summary>
internal static class MemberCheck
{
    // A name among these could belong to a property that another schema describes.
    private static readonly string[] s_applicators = ["$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "if", "dependentSchemas", "dependencies"];

    public static void Check(Schema schema, List<Problem> problems)
    {
        var required = KeywordValues.Names(schema["required"]?.Value);
        var properties = schema["properties"]?.Value as JsonObject;
        var isClosed = IsClosed(schema);
        var mayBeElsewhere = !isClosed && HasApplicator(schema);
        foreach (var name in required)
        {
            if (properties?[name.Value] is { } member)
            {
                if (member.Value is JsonBoolean { Value: false })
                {
                    problems.Add(KeywordRules.Unsatisfiable.At(
                        schema.Document.Text, name.Span, $"No object can keep this: {JsonText.Shown(name.Value)} is required, and its schema is false, which allows no value. Take the name out here, or give it another schema."));
                }

                continue;
            }

            if (mayBeElsewhere || MatchesPattern(schema, name.Value))
            {
                continue;
            }

            var meant = NearMiss.Of(name.Value, Free(properties, required));
            if (isClosed)
            {
                problems.Add(KeywordRules.Unsatisfiable.At(
                    schema.Document.Text, name.Span,
                    $"No object can keep this: {JsonText.Shown(name.Value)} is required, and \"additionalProperties\": false allows only what \"properties\" names. "
                        + (meant is null ? "Describe it there." : $"Write {JsonText.Shown(meant)}."),
                    meant is null ? null : JsonText.Quote(meant)));
            }
            else if (meant is not null)
            {
                problems.Add(KeywordRules.MisspeltRequired.At(
                    schema.Document.Text, name.Span,
                    $"No property is called {JsonText.Shown(name.Value)}; {JsonText.Shown(meant)} will be meant.", JsonText.Quote(meant)));
            }
        }

        Counts(schema, required, properties, isClosed, problems);
    }

    private static void Counts(Schema schema, IReadOnlyList<JsonString> required, JsonObject? properties, bool isClosed, List<Problem> problems)
    {
        if (KeywordValues.Count(schema, "maxProperties") is { } max && required.Count > max)
        {
            problems.Add(KeywordRules.Unsatisfiable.At(
                schema.Document.Text, schema["maxProperties"]!.NameSpan,
                $"No object can keep this: \"required\" names {JsonText.Number(required.Count)} members, and \"maxProperties\" is {JsonText.Number(max)}. Raise it to {JsonText.Number(required.Count)} or more."));
        }

        if (isClosed && schema["patternProperties"] is null && KeywordValues.Count(schema, "minProperties") is { } min)
        {
            var possible = (properties?.Members ?? []).Count(static member => member.Value is not JsonBoolean { Value: false });
            if (min > possible)
            {
                problems.Add(KeywordRules.Unsatisfiable.At(
                    schema.Document.Text, schema["minProperties"]!.NameSpan,
                    $"No object can keep this: \"minProperties\" is {JsonText.Number(min)}, and \"additionalProperties\": false leaves {JsonText.Number(possible)}. Lower it, or describe more properties."));
            }
        }
    }

    private static bool IsClosed(Schema schema) => schema["additionalProperties"]?.Value is JsonBoolean { Value: false };

    private static IEnumerable<string> Free(JsonObject? properties, IReadOnlyList<JsonString> required) =>
        (properties?.Members ?? []).Select(static property => property.Name).Where(property => required.All(other => other.Value != property));

    private static bool HasApplicator(Schema schema)
    {
        foreach (var keyword in s_applicators)
        {
            if (schema[keyword] is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MatchesPattern(Schema schema, string name) =>
        (schema["patternProperties"]?.Value as JsonObject)?.Members.Any(pattern => PatternMatcher.IsMatch(pattern.Name, name)) == true;
}
