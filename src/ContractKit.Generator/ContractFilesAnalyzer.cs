using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using ContractKit.Compiler;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.Generator;

/// <summary>
/// Reports the warnings and infos about the JSON files. The errors are the generator's, so that switching analyzers off hides
/// none.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractFilesAnalyzer : DiagnosticAnalyzer
{
    private static readonly ConditionalWeakTable<SourceText, JsonDocument> s_read = new();
    private static Bound? s_last;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleBook.All.Where(static rule => rule.Severity != ProblemSeverity.Error).Select(ProblemReporter.DescriptorOf).ToImmutableArray();

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var options = start.Options;
            var files = options.AdditionalFiles
                .Where(file => ContractFiles.Includes(file, options.AnalyzerConfigOptionsProvider))
                .ToList();
            if (files.Count == 0)
            {
                return;
            }

            var consumer = ConsumerReader.Read(start.Compilation, options.AnalyzerConfigOptionsProvider);
            var problems = new Lazy<ILookup<string, Problem>>(() => ProblemsOf(files, consumer, start.CancellationToken));
            start.RegisterAdditionalFileAction(file =>
            {
                foreach (var problem in problems.Value[file.AdditionalFile.Path.Replace('\\', '/')])
                {
                    file.ReportDiagnostic(ProblemReporter.ToDiagnostic(problem, consumer.ProjectDirectory));
                }
            });
        });
    }

    private static ILookup<string, Problem> ProblemsOf(List<AdditionalText> files, Consumer consumer, CancellationToken cancellation)
    {
        var documents = files.Select(file => Read(file, cancellation)).ToEquatableArray();
        var last = s_last;
        if (last is null || last.Consumer != consumer || last.Documents != documents)
        {
            last = new Bound(documents, consumer, ContractCompiler.Compile(documents, consumer, cancellation).Problems
                .Where(static problem => problem.Rule.Severity != ProblemSeverity.Error)
                .ToEquatableArray());
            s_last = last;
        }

        return last.Problems.ToLookup(static problem => problem.Path);
    }

    private static JsonDocument Read(AdditionalText file, CancellationToken cancellation)
    {
        if (file.GetText(cancellation) is not { } text)
        {
            return ContractCompiler.Read(file.Path, "");
        }

        var document = s_read.GetValue(text, source => ContractCompiler.Read(file.Path, source.ToString()));
        return document.Path == file.Path.Replace('\\', '/') ? document : ContractCompiler.Read(file.Path, text.ToString());
    }

    // What was bound last: an edit of C# alone finds it again.
    private sealed record Bound(EquatableArray<JsonDocument> Documents, Consumer Consumer, EquatableArray<Problem> Problems);
}
