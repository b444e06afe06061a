using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Output;

namespace ContractKit.Compiler;

/// <summary>The way from JSON text to C# text, one step after the other. Each step is a pure function of what it is given.</summary>
public static class ContractCompiler
{
    /// <summary>Reads a file: text to document.</summary>
    public static JsonDocument Read(string path, string text) => JsonReader.Read(new DocumentText(path, text));

    /// <summary>Finds out what each manifest leads to: documents to units that can be bound one by one.</summary>
    public static LinkedContracts Link(IReadOnlyList<JsonDocument> documents, Consumer consumer, CancellationToken cancellation = default) =>
        LinkedContracts.Link(documents, consumer, cancellation);

    /// <summary>Binds a unit: a document to its contract.</summary>
    public static BoundDocument Bind(DocumentUnit unit, CancellationToken cancellation = default) => UnitBinder.Bind(unit, cancellation);

    /// <summary>Puts contracts together that share a file, by a stable key.</summary>
    public static EquatableArray<FileGroup> Group(IReadOnlyList<DocumentContract> contracts) => FileGroup.Of(contracts);

    /// <summary>Renders a group: contracts to files of C#.</summary>
    public static EquatableArray<GeneratedFile> Render(FileGroup group, CancellationToken cancellation = default) => GroupFile.Render(group, cancellation);

    /// <summary>All steps at once.</summary>
    public static CompilerOutput Compile(IEnumerable<JsonDocument> documents, Consumer consumer, CancellationToken cancellation = default)
    {
        var linked = Link([.. documents], consumer, cancellation);
        var bound = linked.Units.Select(unit => Bind(unit, cancellation)).ToList();
        var files = Group([.. bound.Select(static document => document.Contract)])
            .SelectMany(group => Render(group, cancellation))
            .OrderBy(static file => file.HintName, System.StringComparer.Ordinal)
            .ToEquatableArray();
        var problems = bound.SelectMany(static document => document.Problems)
            .Concat(linked.Problems)
            .Distinct()
            .OrderBy(static problem => problem)
            .ToEquatableArray();
        return new CompilerOutput(files, problems);
    }
}
