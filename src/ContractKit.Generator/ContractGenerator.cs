using System.Linq;
using System.Text;
using ContractKit.Compiler;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

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
        var documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static file => ContractFiles.Includes(file.Left, file.Right))
            .Select(static (file, _) => file.Left)
            .Select(static (text, cancellation) =>
                ContractCompiler.Read(text.Path, () => text.GetText(cancellation)?.ToString()))
            .WithTrackingName(Steps.Read);

        var consumer = context.CompilationProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Combine(documents.Collect().Select(static (all, _) => ContractCompiler.NamespacesOf(all)))
            .Select(static (input, _) => ConsumerReader.Read(input.Left.Left, input.Left.Right, input.Right))
            .WithTrackingName(Steps.Consumer);

        var linked = documents.Collect()
            .Combine(consumer)
            .Select(static (input, cancellation) => ContractCompiler.Link(input.Left, input.Right, cancellation))
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
            output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8)));

        var clashes = linked.Select(static (link, _) => link.Names)
            .Combine(context.CompilationProvider)
            .Select(static (input, _) => OwnTypes.Clashes(input.Left, input.Right))
            .WithTrackingName(Steps.OwnTypes);

        var problems = bound.Select(static (document, _) => document.Problems)
            .Collect()
            .Combine(linked.Select(static (link, _) => link.Problems))
            .Combine(files.Select(static (group, _) => group.Problems).Collect())
            .Combine(clashes)
            .Select(static (input, _) => input.Left.Left.Left.Concat(input.Left.Right).SelectMany(static list => list).Concat(input.Left.Left.Right).Concat(input.Right)
                .Where(static problem => problem.Rule.Severity == ProblemSeverity.Error)
                .Distinct()
                .OrderBy(static problem => problem)
                .ToEquatableArray())
            .WithTrackingName(Steps.Problems);
        context.RegisterSourceOutput(
            problems.Combine(consumer.Select(static (c, _) => c.ProjectDirectory)),
            static (output, input) =>
            {
                foreach (var problem in input.Left)
                {
                    output.ReportDiagnostic(ProblemReporter.ToDiagnostic(problem, input.Right));
                }
            });
    }
}
