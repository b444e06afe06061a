using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;
using ContractKit.Compiler.Model.Validation;
using ContractKit.Compiler.Output;
using ContractKit.Compiler.Output.Types;
using ContractKit.Compiler.Output.Validation;
using ContractKit.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>Takes schemas to C# types the whole way: text, compiler, C# compiler, loaded assembly.</summary>
internal sealed class GeneratedTypes
{
    public static readonly Consumer Newest = new(
        1400,
        ConsumerFeatures.Init | ConsumerFeatures.Required | ConsumerFeatures.DateOnly | ConsumerFeatures.Parsable | ConsumerFeatures.NotNullWhen | ConsumerFeatures.RuntimeLibrary,
        GeneratedParts.Types,
        GeneratedVisibility.Public,
        "",
        "");

    private ConsumerCompilation? _compilation;
    private Assembly? _assembly;

    private GeneratedTypes(Consumer consumer, TypeBinder binder, IReadOnlyList<Problem> problems, IReadOnlyList<(string, string)> sources) =>
        (Consumer, Binder, Problems, Sources) = (consumer, binder, problems, sources);

    public Consumer Consumer { get; }

    public TypeBinder Binder { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public IReadOnlyList<(string Path, string Text)> Sources { get; }

    public string Text => string.Join("\n", Sources.Select(static source => source.Text));

    /// <summary>The types of one schema in <c>thing.json</c>.</summary>
    public static GeneratedTypes Of(string schema, Directions directions = Directions.Both, Consumer? consumer = null) =>
        Of([("thing.json", schema)], directions, consumer);

    /// <summary>The types of several schema documents, all of them roots.</summary>
    public static GeneratedTypes Of(IReadOnlyList<(string Path, string Schema)> schemas, Directions directions = Directions.Both, Consumer? consumer = null, IReadOnlyDictionary<string, string>? names = null, bool withSchemaClasses = false)
    {
        consumer ??= Newest;
        var documents = schemas.Select(static schema => JsonReader.Read(new DocumentText(schema.Path, schema.Schema))).ToList();
        var library = SchemaLibrary.Create(documents, SchemaResources.None);
        var manifest = JsonReader.Read(new DocumentText("contracts.json", "[" + string.Join(",", schemas.Select(static schema => "\"" + schema.Path + "\"")) + "]"));
        var references = ((JsonArray)manifest.Root!).Items.Cast<JsonString>().ToList();
        var problems = new List<Problem>();
        var roots = documents
            .Select((document, index) => new SchemaRoot(
                library.Open(manifest, references[index], problems)!,
                names is not null && names.TryGetValue(document.Path, out var name) ? CSharpName.Of(name) : null,
                directions))
            .ToList();
        var linked = TypeLinker.Link(roots);
        var binder = new TypeBinder(linked);
        var types = linked.Documents.Select(binder.Bind).ToList();
        var names2 = new ValidatorNames("");
        var @namespace = new[] { CSharpName.Of("Acme"), CSharpName.Of("Contracts") }.ToEquatableArray();
        var rendering = new TypeRendering(
            consumer,
            @namespace,
            "0.0.0",
            binder.Names.Select(static name => name.Name.Identifier),
            static location => location.ToString(),
            location => ValidatorCode.Name(location, names2));
        var validators = ValidatorLinker.Link(roots.Select(static root => root.Schema).Concat(binder.EvaluatedSchemas));
        var validatorBinder = new ValidatorBinder(names2, new ValidatorOptions { AssertsFormats = false, IsOpenEnum = binder.IsOpenEnum, LimitOf = binder.LimitOf, KindsOf = binder.KindsOf, MayLack = binder.MayLack });
        var rules = validators.ToDictionary(static entry => entry.Key, entry => validatorBinder.Bind(entry.Key, entry.Value), StringComparer.Ordinal);
        types = [.. types.Select(document => rules.TryGetValue(document.Path, out var own) ? new ReadEnforcementBinder(own, binder.TypeAt).Bind(document) : document)];
        var sources = new List<(string, string)>();
        var deprecated = types.Any(static document => document.Types.Any(TypesFile.HasDeprecated));
        foreach (var document in types)
        {
            sources.Add((document.Path + ".cs", SourceFile.Render([document.Path], @namespace, TypeRendering.Usings, Code.Paragraphs(TypesFile.Parts(document, deprecated, rendering)), consumer).ToString()));
        }

        var spelledInFull = binder.Names.Any(static name => CodeVocabulary.RuleNames.Contains(name.Name.Identifier));
        foreach (var entry in rules.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            sources.Add((entry.Key + ".rules.cs", SourceFile.Render([entry.Key], @namespace, ValidatorCode.Usings, ValidatorCode.Rules(entry.Value, names2, consumer, spelledInFull), consumer).ToString()));
        }

        if (withSchemaClasses)
        {
            var classes = roots.Select(root => ValidatorCode.Schema(CSharpName.Of(SchemaNames.OfFile(root.Schema.Document.Path) + "Schema"), root.Schema.Location, names2, consumer));
            sources.Add(("Schemas.cs", SourceFile.Render(["contracts.json"], @namespace, ValidatorCode.Usings, Code.Paragraphs(classes), consumer).ToString()));
        }

        var resolver = TypesFile.RenderResolver(types.SelectMany(static document => document.Types).SelectMany(ConverterOwner.Of), rendering);
        sources.Add(("ContractJson.cs", SourceFile.Render(["contracts.json"], @namespace, TypeRendering.Usings, Code.Paragraphs([Code.When(deprecated, TypesFile.SilencesObsolete), resolver]), consumer).ToString()));
        return new GeneratedTypes(consumer, binder, [.. problems, .. documents.SelectMany(document => library.Check(document.Path)), .. binder.Check("")], sources);
    }

    /// <summary>What a strict project would be told.</summary>
    public IReadOnlyList<string> Complaints(params string[] more) =>
        (more.Length == 0 ? Compilation : Compile(more)).Complaints();

    /// <summary>Fails with the source where the code does not compile clean.</summary>
    public GeneratedTypes Clean()
    {
        var complaints = Complaints().Where(static complaint => !complaint.Contains("CS8603", StringComparison.Ordinal) || !complaint.Contains(".rules.cs", StringComparison.Ordinal)).ToList();
        if (complaints.Count > 0 && Environment.GetEnvironmentVariable("CONTRACTKIT_DUMP") is { } folder)
        {
            foreach (var (path, text) in Sources)
            {
                System.IO.File.WriteAllText(System.IO.Path.Combine(folder, path.Replace('/', '_')), text);
            }
        }

        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Take(10)));
        return this;
    }

    /// <summary>A generated type.</summary>
    public Type Type(string name) => (_assembly ??= Compilation.Load()).GetType("Acme.Contracts." + name, throwOnError: true)!;

    /// <summary>A generated type, or null.</summary>
    public Type? TryType(string name) => (_assembly ??= Compilation.Load()).GetType("Acme.Contracts." + name);

    /// <summary>Reads and writes a document as a type does.</summary>
    public string RoundTrip(string type, string json) => Json(Parse(type, json));

    public object Parse(string type, string json)
    {
        try
        {
            return Type(type).GetMethod("Parse", [typeof(string)])!.Invoke(null, [json])!;
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    public bool IsValid(string type, string json) =>
        ((Judge)Delegate.CreateDelegate(typeof(Judge), Type(type).GetMethod("IsValid")!))(Encoding.UTF8.GetBytes(json));

    /// <summary>What the public class of a schema says.</summary>
    public bool KeepsSchema(string name, string json) =>
        ((Judge)Delegate.CreateDelegate(typeof(Judge), Type(name + "Schema").GetMethod("IsValid")!))(Encoding.UTF8.GetBytes(json));

    public static string Json(object value) => (string)value.GetType().GetMethod("ToJson")!.Invoke(value, null)!;

    private ConsumerCompilation Compilation => _compilation ??= Compile([]);

    private ConsumerCompilation Compile(string[] more) => ConsumerCompilation.Of(
        Sources.Concat(more.Select(static (text, index) => ("More" + index + ".cs", text))),
        Consumer.LanguageVersion switch { >= 1400 => LanguageVersion.CSharp14, 703 => LanguageVersion.CSharp7_3, var version => (LanguageVersion)(version / 100 < 8 ? 703 : version) });

    private delegate bool Judge(ReadOnlySpan<byte> utf8Json);
}
