using System.Collections.Immutable;
using ContractKit.Compiler;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractKit.Generator;

/// <summary>
/// The Roslyn shell around <see cref="ContractCompiler"/>: it wires the steps and decides nothing. Sources and problems are two
/// outputs, so that a moved squiggle never re-emits code. All that passes from step to step is a class or a pair of classes
/// (<see cref="Held{T}"/> says why).
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static file => ContractFiles.Includes(file.Left, file.Right))
            .Select(static (file, _) => file.Left)
            .Select(static (text, cancellation) =>
                ContractCompiler.Read(text.Path, () => text.GetText(cancellation)?.ToString()))
            .WithTrackingName(Steps.Read);
        var all = documents.Collect().Select(static (list, _) => new Held<ImmutableArray<JsonDocument>>(list));

        var consumer = context.CompilationProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (input, _) => new Project(input.Left, input.Right))
            .Combine(all.Select(static (list, _) => new Held<EquatableArray<string>>(ContractCompiler.NamespacesOf(list.Value))))
            .Select(static (input, _) => ConsumerReader.Read(input.Left.Compilation, input.Left.Options, input.Right.Value))
            .WithTrackingName(Steps.Consumer);

        var linked = all
            .Combine(consumer)
            .Select(static (input, cancellation) => ContractCompiler.Link(input.Left.Value, input.Right, cancellation))
            .WithTrackingName(Steps.Link);

        // A unit a document, keyed by the document: an added schema is one new unit, and moves no other.
        var bound = documents
            .Combine(linked)
            .SelectMany(static (input, _) => input.Right.UnitsOf(input.Left.Path))
            .WithTrackingName(Steps.Unit)
            .Select(static (unit, cancellation) => ContractCompiler.Bind(unit, cancellation))
            .WithTrackingName(Steps.Bind);

        var files = bound.Select(static (document, _) => document.Contract)
            .Collect()
            .SelectMany(static (contracts, _) => ContractCompiler.Group(contracts))
            .Select(static (group, cancellation) => ContractCompiler.Render(group, cancellation))
            .WithTrackingName(Steps.Render);
        context.RegisterSourceOutput(files.SelectMany(static (group, _) => group.Files), static (output, file) =>
            output.AddSource(file.HintName, new GeneratedSourceText(file.Source)));

        var clashes = linked.Select(static (link, _) => new Held<EquatableArray<GeneratedName>>(link.Names))
            .Combine(context.CompilationProvider)
            .Select(static (input, _) => new ErrorSet(OwnTypes.Clashes(input.Left.Value, input.Right)))
            .WithTrackingName(Steps.OwnTypes);

        var errors = ErrorSet.Collect(bound.Select(static (document, _) => new ErrorSet(document.Problems)))
            .Combine(linked.Select(static (link, _) => new ErrorSet(link.Problems)))
            .Select(static (input, _) => input.Left.With(input.Right))
            .Combine(ErrorSet.Collect(files.Select(static (group, _) => new ErrorSet(group.Problems))))
            .Select(static (input, _) => input.Left.With(input.Right))
            .Combine(clashes)
            .Select(static (input, _) => input.Left.With(input.Right))
            .WithTrackingName(Steps.Problems);
        context.RegisterSourceOutput(
            errors.Combine(consumer.Select(static (c, _) => c.ProjectDirectory)),
            static (output, input) =>
            {
                foreach (var problem in input.Left.Problems)
                {
                    output.ReportDiagnostic(ProblemReporter.ToDiagnostic(problem, input.Right));
                }
            });
    }

    /// <summary>A compilation and its options, together another object whenever either is.</summary>
    private sealed class Project(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        public Compilation Compilation { get; } = compilation;

        public AnalyzerConfigOptionsProvider Options { get; } = options;
    }
}
