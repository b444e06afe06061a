using ContractKit.Compiler;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractKit.Generator;

/// <summary>
/// The Roslyn shell around <see cref="ContractCompiler"/>: it wires the steps and decides nothing. Sources and problems are two
/// outputs, so that a moved squiggle never re-emits code.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var texts = new Values<AdditionalText>(context.AdditionalTextsProvider.Select(static (text, _) => (object)text));
        var options = new Value<AnalyzerConfigOptionsProvider>(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => (object)options));
        var compilation = new Value<Compilation>(context.CompilationProvider.Select(static (compilation, _) => (object)compilation));

        var documents = texts
            .CombineMany<AnalyzerConfigOptionsProvider, AdditionalText>(options, static (text, options, _) => ContractFiles.Includes(text, options) ? [text] : [])
            .Select(static (text, cancellation) => ContractCompiler.Read(text.Path, () => text.GetText(cancellation)?.ToString()))
            .WithTrackingName(Steps.Read);
        var all = documents.Collect(static (list, _) => list);

        var consumer = compilation
            .Combine(options, static (compilation, options, _) => new Project(compilation, options))
            .Combine(
                all.Select(static (list, _) => ContractCompiler.NamespacesOf(list)),
                static (project, namespaces, _) => ConsumerReader.Read(project.Compilation, project.Options, namespaces))
            .WithTrackingName(Steps.Consumer);

        var linked = all
            .Combine(consumer, static (list, consumer, cancellation) => ContractCompiler.Link(list, consumer, cancellation))
            .WithTrackingName(Steps.Link);

        // A unit a document, keyed by the document: an added schema is one new unit, and moves no other.
        var bound = documents
            .CombineMany<LinkedContracts, DocumentUnit>(linked, static (document, linked, _) => linked.UnitsOf(document.Path))
            .WithTrackingName(Steps.Unit)
            .Select(static (unit, cancellation) => ContractCompiler.Bind(unit, cancellation))
            .WithTrackingName(Steps.Bind);

        var files = bound.Select(static (document, _) => document.Contract)
            .Collect(static (contracts, _) => ContractCompiler.Group(contracts))
            .SelectMany<FileGroup>(static (groups, _) => groups)
            .Select(static (group, cancellation) => ContractCompiler.Render(group, cancellation))
            .WithTrackingName(Steps.Render);
        context.RegisterSourceOutput(files.SelectMany<GeneratedFile>(static (group, _) => group.Files).Provider, static (output, value) =>
        {
            var file = (GeneratedFile)value;
            output.AddSource(file.HintName, new GeneratedSourceText(file.Source));
        });

        var clashes = linked.Select(static (link, _) => link.Names)
            .Combine(compilation, static (names, compilation, _) => new ErrorSet(OwnTypes.Clashes(names, compilation)))
            .WithTrackingName(Steps.OwnTypes);

        var errors = ErrorSet.Collect(bound.Select(static (document, _) => new ErrorSet(document.Problems)))
            .Combine(linked.Select(static (link, _) => new ErrorSet(link.Problems)), static (errors, more, _) => errors.With(more))
            .Combine(ErrorSet.Collect(files.Select(static (group, _) => new ErrorSet(group.Problems))), static (errors, more, _) => errors.With(more))
            .Combine(clashes, static (errors, more, _) => errors.With(more))
            .WithTrackingName(Steps.Problems);
        context.RegisterSourceOutput(
            errors.Combine(consumer.Select(static (consumer, _) => consumer.ProjectDirectory), static (errors, directory, _) => new PlacedErrors(errors, directory)).Provider,
            static (output, value) =>
            {
                var placed = (PlacedErrors)value;
                foreach (var problem in placed.Errors.Problems)
                {
                    output.ReportDiagnostic(ProblemReporter.ToDiagnostic(problem, placed.ProjectDirectory));
                }
            });
    }

    /// <summary>A compilation and its options, together another object whenever either is.</summary>
    private sealed class Project(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        public Compilation Compilation { get; } = compilation;

        public AnalyzerConfigOptionsProvider Options { get; } = options;
    }

    private sealed record PlacedErrors(ErrorSet Errors, string ProjectDirectory);
}
