using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Output;

namespace ContractKit.Compiler;

/// <summary>The way from JSON text to C# text, one step after the other. Each step is a pure function of what it is given.</summary>
public static class ContractCompiler
{
    /// <summary>Reads a file: text to document. What is wrong with the text is among the document's problems.</summary>
    public static JsonDocument Read(string path, string text) => Read(path, () => text);

    /// <summary>Reads a file whose text is still to be had: null, or an exception, is a problem of the document.</summary>
    public static JsonDocument Read(string path, Func<string?> text)
    {
        string? got = null;
        var reason = "it is not there.";
        try
        {
            got = text();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            reason = failure.Message;
        }

        var problems = new List<Problem>();
        var document = new DocumentText(path, got ?? "");
        if (got is null)
        {
            problems.Add(JsonRules.Unreadable.At(document, new TextSpan(0, 0), "The file cannot be read: " + Guard.OneLine(reason)));
            return new JsonDocument(document, null, problems.ToEquatableArray());
        }

        JsonDocument? read = null;
        Guard.Against(document.Path, path, problems, () => read = JsonReader.Read(document));
        return read ?? new JsonDocument(document, null, problems.ToEquatableArray());
    }

    /// <summary>The namespaces that the manifests among the documents name; empty for a manifest that leaves it to the project.</summary>
    public static EquatableArray<string> NamespacesOf(IEnumerable<JsonDocument> documents) => documents
        .Where(static document => LinkedContracts.IsManifest(document.Path))
        .Select(static document => ((document.Root as JsonObject)?["namespace"]?.Value as JsonString)?.Value ?? "")
        .Distinct()
        .OrderBy(static name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The short names by which generated code calls types that are not generated.</summary>
    public static IReadOnlyCollection<string> Vocabulary { get; } = [.. CodeVocabulary.Names.Concat(LibraryNames.All).Distinct()];

    /// <summary>Finds out what each manifest leads to: documents to units that can be bound one by one.</summary>
    public static LinkedContracts Link(IReadOnlyList<JsonDocument> documents, Consumer consumer, CancellationToken cancellation = default) =>
        LinkedContracts.Link(documents, consumer, cancellation);

    /// <summary>Binds a unit: a document to its contract.</summary>
    public static BoundDocument Bind(DocumentUnit unit, CancellationToken cancellation = default) => UnitBinder.Bind(unit, cancellation);

    /// <summary>Puts contracts together that share a file, by a stable key.</summary>
    public static EquatableArray<FileGroup> Group(IReadOnlyList<DocumentContract> contracts) => FileGroup.Of(contracts);

    /// <summary>Renders a group: contracts to files of C#.</summary>
    public static RenderedGroup Render(FileGroup group, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        var files = EquatableArray<GeneratedFile>.Empty;
        var path = group.Contracts.Count == 0 ? "" : group.Contracts[0].Path;
        Guard.Against(path, path, problems, () => files = GroupFile.Render(group, cancellation));
        return new RenderedGroup(files, problems.ToEquatableArray());
    }

    /// <summary>All that is wrong with files, by path and place, without the code that could be made of them.</summary>
    public static EquatableArray<Problem> Check(IReadOnlyList<JsonDocument> documents, Consumer consumer, CancellationToken cancellation = default)
    {
        var linked = Link(documents, consumer, cancellation);
        return InOrder(linked.Units.SelectMany(unit => Bind(unit, cancellation).Problems).Concat(linked.Problems));
    }

    /// <summary>All steps at once.</summary>
    public static CompilerOutput Compile(IEnumerable<JsonDocument> documents, Consumer consumer, CancellationToken cancellation = default)
    {
        var linked = Link([.. documents], consumer, cancellation);
        var bound = linked.Units.Select(unit => Bind(unit, cancellation)).ToList();
        var rendered = Group([.. bound.Select(static document => document.Contract)]).Select(group => Render(group, cancellation)).ToList();
        var files = rendered.SelectMany(static group => group.Files).OrderBy(static file => file.HintName, StringComparer.Ordinal).ToEquatableArray();
        return new CompilerOutput(files, InOrder(
            bound.SelectMany(static document => document.Problems).Concat(linked.Problems).Concat(rendered.SelectMany(static group => group.Problems))));
    }

    private static EquatableArray<Problem> InOrder(IEnumerable<Problem> problems) => problems.Distinct().OrderBy(static problem => problem).ToEquatableArray();
}
