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

    private SchemaBinder Binder => field ??= new SchemaBinder(location => Named(location) is not null, options);

    /// <summary>The values that break their schemas, among those of the schemas and of all within them.</summary>
    public IReadOnlyList<Problem> Check(IEnumerable<Schema> schemas)
    {
        var interpreter = new Interpreter(RuleOf, AnchorsOf);
        var problems = new List<Problem>();
        foreach (var schema in SchemaWalk.Within(schemas))
        {
            // Instructions are bound only where there is a value to judge.
            var values = ValuesOf(schema).ToList();
            if (values.Count == 0)
            {
                continue;
            }

            var rule = Binder.BindRule(schema);
            foreach (var (keyword, value) in values)
            {
                if (interpreter.Judge(Without(keyword, rule), value) is { } broken)
                {
                    problems.Add(KeywordRules.ValueBreaksSchema.At(
                        schema.Document.Text, value.Span, "This value of \"" + keyword + "\" breaks the schema that it stands in: \"" + broken + "\" refuses it."));
                }
            }
        }

        problems.Sort();
        return problems;
    }

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

    // A word of an enum is judged by what stands beside the enum.
    private static Instruction Without(string keyword, Instruction rule) => rule switch
    {
        ScopeInstruction scope => scope with { Schema = Without(keyword, scope.Schema) },
        SchemaInstruction schema when keyword == "enum" => schema with { Values = null },
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
