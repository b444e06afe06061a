using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Services;

/// <summary>What all parts of one manifest share while it is bound: the schemas, those asked for so far, and the problems.</summary>
internal sealed class ManifestScope(JsonDocument json, SchemaLibrary library, List<Problem> problems)
{
    private readonly List<SchemaRoot> _roots = [];
    private readonly Dictionary<SchemaLocation, int> _places = [];
    private readonly Dictionary<string, Schema?> _references = [];
    private readonly List<System.Action> _checks = [];

    /// <summary>The schemas at hand.</summary>
    public SchemaLibrary Library { get; } = library;

    /// <summary>The schemas asked for so far, each once.</summary>
    public IReadOnlyList<SchemaRoot> Roots => _roots;

    /// <summary>The schema that a reference or an inline schema means, noted as a root; null, and a problem, where it is not at hand.</summary>
    /// <param name="value">A reference or a schema.</param>
    /// <param name="name">The name that the manifest chose; the first one chosen stays.</param>
    /// <param name="directions">Which way its values travel.</param>
    public Schema? Open(JsonValue value, CSharpName? name, Directions directions)
    {
        var schema = value is JsonString reference ? OpenReference(reference) : Library.OpenInline(json, value);
        if (schema is null)
        {
            return null;
        }

        if (_places.TryGetValue(schema.Location, out var place))
        {
            var root = _roots[place];
            _roots[place] = root with { Name = root.Name ?? name, Directions = root.Directions | directions };
        }
        else
        {
            _places.Add(schema.Location, _roots.Count);
            _roots.Add(new SchemaRoot(schema, name, directions));
        }

        return schema;
    }

    /// <summary>The schema at a place that was opened as a root.</summary>
    public Schema SchemaAt(SchemaLocation location) => _roots[_places[location]].Schema;

    /// <summary>Puts off a check that looks into schemas: they are linked when all roots are known.</summary>
    public void Afterwards(System.Action check) => _checks.Add(check);

    /// <summary>Makes the checks that were put off.</summary>
    public void CheckAfterwards() => _checks.ForEach(static check => check());

    /// <summary>The manifest's text.</summary>
    public DocumentText Text => json.Text;

    /// <summary>Notes a problem of the manifest.</summary>
    public void Report(Problem problem) => problems.Add(problem);

    /// <summary>Notes a problem of the manifest.</summary>
    public void Report(ProblemRule rule, TextSpan span, string message, string? remedy = null) =>
        problems.Add(rule.At(json.Text, span, message, remedy));

    // The same wrong path stands in many operations: it is one mistake a place, but the file is looked for once.
    private Schema? OpenReference(JsonString reference)
    {
        if (_references.TryGetValue(reference.Value, out var known) && known is not null)
        {
            return known;
        }

        return _references[reference.Value] = Library.Open(json, reference, problems);
    }
}
