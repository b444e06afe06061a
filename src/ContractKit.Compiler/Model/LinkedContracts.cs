using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Model.Types;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Compiler.Model;

/// <summary>A manifest, all that it leads to, and what refers to what there.</summary>
/// <param name="Contract">The manifest.</param>
/// <param name="Library">The documents.</param>
/// <param name="Types">The types.</param>
/// <param name="Rules">The schemas whose rules have a name, by document.</param>
/// <param name="Classes">The public classes that judge documents.</param>
internal sealed record LinkedManifest(
    ManifestContract Contract, SchemaLibrary Library, TypeBinder Types, IReadOnlyDictionary<string, IReadOnlyList<Schema>> Rules, IReadOnlyList<SchemaClass> Classes)
{
    /// <summary>What the validators of all its documents need to know.</summary>
    public ValidatorOptions Options { get; } = new()
    {
        AssertsFormats = Contract.Options.Formats == FormatPolicy.Assert,
        IsOpenEnum = Contract.Options.RejectUnknownEnumValues ? static _ => false : Types.IsOpenEnum,
        LimitOf = Types.LimitOf,
        KindsOf = Types.KindsOf,
        MayLack = Types.MayLack,
    };
}

/// <summary>What all manifests of a project lead to, cut into units that are bound one by one.</summary>
public sealed class LinkedContracts
{
    private readonly Dictionary<string, List<DocumentUnit>> _units = new(StringComparer.Ordinal);
    // Names of files are told apart ignoring case, and they begin with the namespace.
    private readonly Dictionary<string, JsonDocument> _namespaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Problem> _problems = [];
    private readonly List<GeneratedName> _names = [];

    /// <summary>What is wrong with the manifests, and with the JSON of the documents that they lead to.</summary>
    public EquatableArray<Problem> Problems { get; private set; }

    /// <summary>The types that are generated.</summary>
    public EquatableArray<GeneratedName> Names { get; private set; }

    /// <summary>The units of a file: one a manifest that leads to it and, of a manifest, those of the built-in meta-schemas that it leads to.</summary>
    public EquatableArray<DocumentUnit> UnitsOf(string path) =>
        _units.TryGetValue(path, out var units) ? units.ToEquatableArray() : EquatableArray<DocumentUnit>.Empty;

    /// <summary>All units, by document.</summary>
    public IEnumerable<DocumentUnit> Units => _units.Keys.OrderBy(static path => path, StringComparer.Ordinal).SelectMany(path => _units[path]);

    /// <summary>Whether a file is a manifest: it is called <c>contracts.json</c> or <c>*.contracts.json</c>.</summary>
    public static bool IsManifest(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        return name.Equals("contracts.json", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".contracts.json", StringComparison.OrdinalIgnoreCase);
    }

    internal static LinkedContracts Link(IReadOnlyList<JsonDocument> documents, Consumer consumer, CancellationToken cancellation)
    {
        var linked = new LinkedContracts();
        if (consumer.Parts != GeneratedParts.None)
        {
            foreach (var manifest in documents.Where(static document => IsManifest(document.Path)).OrderBy(static document => document.Path, StringComparer.Ordinal))
            {
                cancellation.ThrowIfCancellationRequested();
                Guard.Against(manifest, linked._problems, () => linked.Add(manifest, documents, consumer, cancellation));
            }
        }

        linked.Names = linked._names.ToEquatableArray();
        linked.Problems = linked._problems.Distinct().OrderBy(static problem => problem).ToEquatableArray();
        return linked;
    }

    private void Add(JsonDocument manifest, IReadOnlyList<JsonDocument> documents, Consumer consumer, CancellationToken cancellation)
    {
        var resources = ManifestResources.Of(manifest);
        var library = SchemaLibrary.Create(documents, resources);
        _problems.AddRange(manifest.Problems);
        var contract = ManifestBinder.Bind(manifest, library, consumer, _problems);
        if (!IsOwnNamespace(contract))
        {
            return;
        }

        var types = TypeLinker.Link(contract.Roots);
        var binder = new TypeBinder(types);
        _problems.AddRange(binder.Check(ManifestResources.FolderOf(manifest), consumer.Has(ConsumerFeatures.AspNetCore)));
        var told = _problems.Count;
        _problems.AddRange(ServiceNameCheck.Check(contract, binder, library, consumer));
        var rules = ValidatorLinker.Link(contract.Roots.Select(static root => root.Schema).Concat(types.Evaluated));
        var classes = SchemaClasses.Of(contract, binder);
        if ((consumer.Parts & (GeneratedParts.Client | GeneratedParts.Server)) != 0)
        {
            // What has been told of names already is not told again; the services go all the same, since their code would not compile.
            var more = _problems.Count == told ? _problems : [];
            var taken = binder.Names.Select(static type => type.Name).Concat(classes.Select(static schema => schema.Name));
            contract = contract.Services.IsEmpty ? contract : contract with { Services = ServiceNames.Check(contract, taken, more) };
        }

        var links = new LinkedManifest(contract, library, binder, rules, classes);
        var chosen = binder.Names;
        var folder = ManifestResources.FolderOf(manifest);
        var @namespace = string.Join(".", contract.Namespace.Select(static part => part.Identifier));
        _names.AddRange(chosen.Select(name => new GeneratedName(
            @namespace, name.Name, name.Partial, library.Document(name.Location.Path)!.Text, name.Span, ServiceNameCheck.ReferenceTo(name, folder))));
        _names.AddRange(ServiceNameCheck.Declared(contract, @namespace));
        var names = chosen.Select(static name => name.Name).ToList();
        var facts = new ManifestFacts(
            manifest.Path,
            contract.Namespace,
            contract.Options,
            resources,
            names.Select(static name => name.Identifier).Where(CodeVocabulary.Names.Contains).Concat(consumer.TakenNames).Distinct().ToEquatableArray(),
            types.Evaluated.Any(static schema => schema["deprecated"]?.Value is JsonBoolean { Value: true }))
        {
            Clashes = binder.Clashes.ToEquatableArray(),
        };

        var homes = contract.Roots.Select(static root => root.Schema.Location.Path).Concat(types.Documents).Append(manifest.Path);
        var led = new SortedSet<string>(ReachedFrom(homes, library), StringComparer.Ordinal) { manifest.Path };
        var reached = new Dictionary<string, ReachedDocument>(StringComparer.Ordinal);
        foreach (var path in led)
        {
            cancellation.ThrowIfCancellationRequested();
            if (library.Document(path) is { } document)
            {
                reached[path] = new ReachedDocument(
                    document,
                    library.DialectOf(path),
                    types.EntriesOf(path),
                    (rules.TryGetValue(path, out var named) ? named : []).Select(static schema => schema.Location).ToEquatableArray());
                if (path != manifest.Path)
                {
                    _problems.AddRange(document.Problems);
                }
            }
        }

        // Schemas that stand inline in the manifest are bound with it, also those of a service that has been dropped.
        var served = new SortedSet<string>(ReachedFrom(SchemasOf(contract).Select(static use => use.Schema.Path).Append(manifest.Path), library), StringComparer.Ordinal);
        var classesOf = classes.ToLookup(static schema => schema.Schema.Path, StringComparer.Ordinal);
        var closures = new Dictionary<IReadOnlyCollection<string>, UnboundClosure>();
        var unbound = new UnboundUnits(library, binder);
        var given = new HashSet<string>(documents.Select(static document => document.Path), StringComparer.Ordinal);
        foreach (var entry in reached)
        {
            var isManifest = entry.Key == manifest.Path;
            var paths = isManifest ? served : library.ReachedFrom(entry.Key);
            if (!closures.TryGetValue(paths, out var closure))
            {
                closures[paths] = closure = unbound.Closure(paths, Reached(paths, reached));
            }

            closure.Add();

            // A built-in meta-schema is no file of the project's; whoever asks for the manifest's units gets its unit too.
            var file = given.Contains(entry.Key) ? entry.Key : manifest.Path;
            if (!_units.TryGetValue(file, out var units))
            {
                _units[file] = units = [];
            }

            units.Add(new DocumentUnit(
                facts,
                consumer,
                entry.Value.Document,
                closure.Documents,
                classesOf[entry.Key].ToEquatableArray(),
                isManifest ? names.ToEquatableArray() : default,
                library.Check(entry.Key).ToEquatableArray(),
                links,
                closure));
        }
    }

    private static EquatableArray<ReachedDocument> Reached(IEnumerable<string> paths, IReadOnlyDictionary<string, ReachedDocument> reached)
    {
        var documents = new List<ReachedDocument>();
        foreach (var path in paths)
        {
            if (reached.TryGetValue(path, out var document))
            {
                documents.Add(document);
            }
        }

        return documents.ToEquatableArray();
    }

    // Both would have a ContractJson, and many a type twice: one error that names the remedy, in place of the compiler's many.
    private bool IsOwnNamespace(ManifestContract contract)
    {
        var name = string.Join(".", contract.Namespace.Select(static part => part.Identifier));
        if (!_namespaces.TryGetValue(name, out var other))
        {
            _namespaces.Add(name, contract.Json);
            return true;
        }

        var root = contract.Json.Root as JsonObject;
        var told = root?["namespace"]?.Value;
        var path = DocumentPath.Relative(ManifestResources.FolderOf(contract.Json), other.Path);
        _problems.Add(ManifestRules.SameNamespace.At(
            contract.Json.Text,
            told?.Span ?? new TextSpan(root?.Span.Start ?? 0, root is null ? 0 : 1),
            told is null
                ? $"{path} has the namespace {name} as well, which is the project's: give this manifest one of its own, as in \"namespace\": \"{name}.Other\". Nothing is made of it until then."
                : $"{path} has the namespace {name} as well: give one of the two another. Nothing is made of this one until then."));
        return false;
    }

    // Documents with the same closure share one list: of thousands that reach each other, each list is walked once.
    private static IEnumerable<string> ReachedFrom(IEnumerable<string> documents, SchemaLibrary library) =>
        documents.Distinct(StringComparer.Ordinal).Select(library.ReachedFrom).Distinct().SelectMany(static reached => reached);

    private static IEnumerable<SchemaUse> SchemasOf(ManifestContract contract) =>
        from service in contract.Services
        from operation in service.Operations
        from use in operation.Parameters.Select(static parameter => parameter.Schema)
            .Concat(operation.Responses.SelectMany(static response => response.Headers.Select(static header => header.Schema)))
            .Concat(operation.Responses.Where(static response => response.Body is not null).Select(static response => response.Body!.Schema))
            .Concat(operation.RequestBody is { } body ? [body.Schema] : [])
        select use;
}
