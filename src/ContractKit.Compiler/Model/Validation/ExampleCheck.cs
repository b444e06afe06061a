using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Judges the values that schemas give for their own: <c>default</c>, <c>examples</c>, <c>const</c> and the words of <c>enum</c>.</summary>
/// <param name="linked">The named schemas of all documents, as <see cref="ValidatorLinker"/> found them.</param>
/// <param name="options">What validators need to know.</param>
public sealed class ExampleCheck(IReadOnlyDictionary<string, IReadOnlyList<Schema>> linked, ValidatorOptions options)
{
    private readonly Dictionary<string, Dictionary<SchemaLocation, Schema>> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaLocation, Instruction> _rules = [];

    private SchemaBinder Binder => field ??= new SchemaBinder(schema => Named(schema.Location) is not null, options);

    /// <summary>The values that break their schemas, among those of the schemas and of all within them.</summary>
    public IReadOnlyList<Problem> Check(IEnumerable<Schema> schemas) => CheckEach(SchemaWalk.Within(schemas));

    /// <summary>The values that break their schemas, among those of just these schemas.</summary>
    internal IReadOnlyList<Problem> CheckEach(IEnumerable<Schema> schemas)
    {
        var interpreter = new Interpreter(RuleOf, AnchorsOf);
        var problems = new List<Problem>();
        foreach (var schema in schemas)
        {
            CheckNames(schema, interpreter, problems);

            // Instructions are bound only where there is a value to judge.
            if (!schema.HasAny(KeywordGroups.Values | KeywordGroups.Samples) || ValuesOf(schema).ToList() is not { Count: > 0 } values)
            {
                continue;
            }

            var rule = Binder.BindRule(schema);
            foreach (var (keyword, value) in values)
            {
                if (interpreter.Judge(Without(keyword, rule), value) is { } broken)
                {
                    var remedy = InType(schema, value) is { } other && interpreter.Judge(Without(keyword, rule), other) is null ? CanonicalJson.Of(other) : null;
                    problems.Add(KeywordRules.ValueBreaksSchema.At(
                        schema.Document.Text, value.Span,
                        $"This value of \"{keyword}\" breaks the schema that it stands in: {Refusal(schema, broken, value)} refuses it.{(remedy is null ? "" : " Write " + remedy + ".")}", remedy));
                }
            }
        }

        problems.Sort();
        return problems;
    }

    // A name that is required and refused.
    private void CheckNames(Schema schema, Interpreter interpreter, List<Problem> problems)
    {
        if (schema["propertyNames"] is null || schema.Dialect < Dialect.Draft06 || schema["required"]?.Value is not JsonArray required)
        {
            return;
        }

        var rule = Binder.BindRule(schema.Subschema("propertyNames"));
        foreach (var name in required.Items.OfType<JsonString>())
        {
            if (interpreter.Judge(rule, name) is { } broken)
            {
                problems.Add(KeywordRules.Unsatisfiable.At(
                    schema.Document.Text, name.Span,
                    $"No object can keep this: {JsonText.Shown(name.Value)} is required, and \"{broken}\" of \"propertyNames\" refuses that name. Change one of them."));
            }
        }
    }

    // The keyword with its value, where it is short and surely the one that refuses.
    private static string Refusal(Schema schema, string broken, JsonValue value)
    {
        const int longest = 40;
        var isOwn = value is not (JsonObject or JsonArray) && !s_applicators.Any(keyword => schema[keyword] is not null);
        return isOwn && schema[broken] is { } member && CanonicalJson.Of(member.Value) is { Length: <= longest } text
            ? $"\"{broken}\": {text}"
            : $"\"{broken}\"";
    }

    private static readonly string[] s_applicators = ["$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "if"];

    // The same text without its quotes, or with them, where the schema's type wants it so.
    private static JsonValue? InType(Schema schema, JsonValue value) => (KeywordValues.Types(schema), value) switch
    {
        (var kinds, JsonString text) when (kinds & ValueKinds.Number) != 0 && JsonNumberText.IsNumber(text.Value) => new JsonNumber(value.Span, text.Value),
        (var kinds, JsonString { Value: "true" or "false" } text) when (kinds & ValueKinds.Boolean) != 0 => new JsonBoolean(value.Span, text.Value == "true"),
        (var kinds, JsonNumber number) when (kinds & ValueKinds.String) != 0 => new JsonString(value.Span, number.Text),
        (var kinds, JsonBoolean boolean) when (kinds & ValueKinds.String) != 0 => new JsonString(value.Span, boolean.Value ? "true" : "false"),
        _ => null,
    };

    /// <summary>The keyword of a schema that a value breaks; null where it keeps the schema.</summary>
    internal string? Judge(Schema schema, JsonValue value) => new Interpreter(RuleOf, AnchorsOf).Judge(Binder.BindRule(schema), value);

    private static IEnumerable<(string Keyword, JsonValue Value)> ValuesOf(Schema schema)
    {
        if (schema["default"] is { } member)
        {
            yield return ("default", member.Value);
        }

        foreach (var keyword in new[] { "examples", "enum" })
        {
            foreach (var value in (schema[keyword]?.Value as JsonArray)?.Items ?? [])
            {
                yield return (keyword, value);
            }
        }

        if (schema.Dialect >= Dialect.Draft06 && schema["const"] is { } constant)
        {
            yield return ("const", constant.Value);
        }
    }

    // A word of an enum is judged by what stands beside the enum, but for a constant, which is judged itself.
    private static Instruction Without(string keyword, Instruction rule) => rule switch
    {
        ScopeInstruction scope => scope with { Schema = Without(keyword, scope.Schema) },
        SchemaInstruction schema when keyword == "enum" => schema with { Values = null, Constant = null },
        SchemaInstruction schema when keyword == "const" => schema with { Constant = null },
        _ => rule,
    };

    private Instruction RuleOf(SchemaLocation location)
    {
        if (!_rules.TryGetValue(location, out var rule))
        {
            rule = Named(location) is { } schema ? Binder.BindRule(schema) : ConstantInstruction.Anything;
            _rules.Add(location, rule);
        }

        return rule;
    }

    // Each document is looked into when a value leads there: most have none, and the whole manifest is large.
    private Schema? Named(SchemaLocation location)
    {
        if (!_named.TryGetValue(location.Path, out var schemas))
        {
            schemas = linked.TryGetValue(location.Path, out var named) ? named.ToDictionary(static schema => schema.Location) : [];
            _named.Add(location.Path, schemas);
        }

        return schemas.TryGetValue(location, out var schema) ? schema : null;
    }

    private IEnumerable<DynamicAnchor> AnchorsOf(SchemaLocation resource) =>
        Binder.Resources.FirstOrDefault(candidate => candidate.Root.Location == resource)?.DynamicAnchors
            .Select(static anchor => new DynamicAnchor(anchor.Key, anchor.Value.Location)) ?? [];
}
