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
/// none; of those that a code fix repairs a hidden twin is reported here, since editors ask analyzers alone for what can be fixed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractFilesAnalyzer : DiagnosticAnalyzer
{
    private static readonly ConditionalWeakTable<SourceText, JsonDocument> s_read = new();
    private static Bound? s_last;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleBook.All.Select(static rule => rule.Severity == ProblemSeverity.Error ? ProblemReporter.TwinOf(rule) : ProblemReporter.DescriptorOf(rule)).ToImmutableArray();

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

            var consumer = ConsumerReader.Read(start.Compilation, options.AnalyzerConfigOptionsProvider, default);
            var problems = new Lazy<ILookup<string, Problem>>(() => ProblemsOf(files, consumer, start.CancellationToken));
            start.RegisterAdditionalFileAction(file =>
            {
                foreach (var problem in problems.Value[file.AdditionalFile.Path])
                {
                    file.ReportDiagnostic(problem.Rule.Severity == ProblemSeverity.Error
                        ? ProblemReporter.ToTwin(problem, consumer.ProjectDirectory)
                        : ProblemReporter.ToDiagnostic(problem, consumer.ProjectDirectory));
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
            last = new Bound(documents, consumer, ContractCompiler.Check(documents, consumer, cancellation)
                .Where(static problem => problem.Rule.Severity != ProblemSeverity.Error || problem.Remedy is not null)
                .ToEquatableArray());
            s_last = last;
        }

        return last.Problems.ToLookup(static problem => problem.GivenPath);
    }

    private static JsonDocument Read(AdditionalText file, CancellationToken cancellation)
    {
        SourceText? text = null;
        var unread = ContractCompiler.Read(file.Path, () => (text = file.GetText(cancellation)) is null ? null : "");
        if (text is null)
        {
            return unread;
        }

        var document = s_read.GetValue(text, source => ContractCompiler.Read(file.Path, source.ToString()));
        return document.Text.GivenPath == file.Path ? document : ContractCompiler.Read(file.Path, text.ToString());
    }

    // What was bound last: an edit of C# alone finds it again.
    private sealed record Bound(EquatableArray<JsonDocument> Documents, Consumer Consumer, EquatableArray<Problem> Problems);
}
