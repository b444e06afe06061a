using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Validation;
using ContractKit.Compiler.Output;
using ContractKit.Compiler.Output.Validation;
using ContractKit.Validation;

namespace ContractKit.Testing;

/// <summary>Whether a document keeps a schema.</summary>
public delegate bool Judge(ReadOnlySpan<byte> utf8Json);

/// <summary>Where a document does not keep a schema.</summary>
public delegate IReadOnlyList<ContractViolation> Explain(ReadOnlySpan<byte> utf8Json);

/// <summary>The generated validators of one schema, and the interpreter that runs the same instructions while it is being edited.</summary>
public sealed record CompiledSchema(SchemaRule Rule, Func<JsonValue, string?> Interpret, Judge IsValid, Explain Validate)
{
    /// <summary>Whether a record's <c>Parse</c> would take the document, as far as its schema tells.</summary>
    public bool IsValidRecord(ReadOnlySpan<byte> utf8Json) => SchemaEvaluation.IsValid(utf8Json, Rule.Evaluate, Strictness.Record);

    /// <summary>Where a record's <c>Parse</c> would refuse the document.</summary>
    public IReadOnlyList<ContractViolation> ValidateRecord(ReadOnlySpan<byte> utf8Json) => SchemaEvaluation.Validate(utf8Json, Rule.Evaluate, Strictness.Record);
}

/// <summary>Takes schemas the whole way, many in one compilation: schema files, the compiler, the C# compiler, the loaded assembly.</summary>
public sealed class CompiledSchemas
{
    private readonly List<(string Path, string Text)> _sources = [];
    private readonly Dictionary<string, Func<JsonValue, string?>> _interpreters = [];
    private readonly Dictionary<string, (string Class, string Field)> _rules = [];

    private static readonly Consumer s_consumer = new(
        1400, ConsumerFeatures.Init | ConsumerFeatures.Required | ConsumerFeatures.DateOnly | ConsumerFeatures.Parsable | ConsumerFeatures.NotNullWhen | ConsumerFeatures.RuntimeLibrary,
        GeneratedParts.Types, GeneratedVisibility.Public, "", "");

    /// <summary>Adds a schema document with those that it may refer to; answers to the name from then on.</summary>
    /// <returns>The errors in the documents; empty if there are none.</returns>
    public IReadOnlyList<Problem> Add(string name, IReadOnlyList<JsonDocument> documents, SchemaResources resources, ValidatorOptions? options = null)
    {
        var library = SchemaLibrary.Create(documents, resources);
        var manifest = JsonReader.Read(new DocumentText("contracts.json", "[\"" + documents[0].Path + "\"]"));
        var problems = new List<Problem>();
        var root = library.Open(manifest, (JsonString)((JsonArray)manifest.Root!).Items[0], problems)
            ?? throw new InvalidOperationException(problems[0].Message);
        var linked = ValidatorLinker.Link([root]);
        var names = new ValidatorNames(resources.BaseFolder);
        var binder = new ValidatorBinder(names, options ?? new ValidatorOptions());
        var classes = linked.OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => ValidatorCode.Rules(binder.Bind(entry.Key, entry.Value), names, s_consumer))
            .Append(ValidatorCode.Schema(CSharpName.Of("TestedSchema"), root.Location, names, s_consumer));
        var @namespace = new[] { CSharpName.Of("Suite"), CSharpName.Of(name) }.ToEquatableArray();
        _sources.Add((name + ".cs", SourceFile.Render([name], @namespace, ValidatorCode.Usings, Code.Paragraphs(classes), s_consumer).ToString()));
        var check = new ExampleCheck(linked, options ?? new ValidatorOptions());
        _rules.Add(name, (names.ClassOf(root.Location.Path).Identifier, ValidatorNames.RuleOf(root.Location).Identifier));
        _interpreters.Add(name, value => check.Judge(root, value));
        return [.. linked.Keys.SelectMany(library.Check).Where(static problem => problem.Rule.Severity == ProblemSeverity.Error)];
    }

    /// <summary>The C# that was made.</summary>
    public IReadOnlyList<(string Path, string Text)> Sources => _sources;

    /// <summary>The validators of one schema that stands alone.</summary>
    /// <exception cref="InvalidOperationException">The schema has errors.</exception>
    public static CompiledSchema One(string schema, ValidatorOptions? options = null)
    {
        var schemas = new CompiledSchemas();
        var problems = schemas.Add("One", [JsonReader.Read(new DocumentText("schema/tested.schema.json", schema))], SchemaResources.None, options);
        return problems.Count == 0 ? schemas.Load()("One") : throw new InvalidOperationException(problems[0].Message);
    }

    /// <summary>Compiles and loads everything.</summary>
    public Func<string, CompiledSchema> Load()
    {
        var assembly = ConsumerCompilation.Of(_sources).Load();
        return name =>
        {
            var type = assembly.GetType("Suite." + name + ".TestedSchema", throwOnError: true)!;
            var rule = assembly.GetType("Suite." + name + "." + _rules[name].Class, throwOnError: true)!
                .GetField(_rules[name].Field, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null);
            return new CompiledSchema((SchemaRule)rule!, _interpreters[name], Method<Judge>(type, "IsValid"), Method<Explain>(type, "Validate"));
        };
    }

    private static TDelegate Method<TDelegate>(Type type, string name)
        where TDelegate : Delegate =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<TDelegate>();
}
