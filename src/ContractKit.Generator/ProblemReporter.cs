using System.Collections.Concurrent;
using ContractKit.Compiler.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using LinePosition = Microsoft.CodeAnalysis.Text.LinePosition;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace ContractKit.Generator;

/// <summary>Turns problems into diagnostics.</summary>
internal static class ProblemReporter
{
    private static readonly ConcurrentDictionary<ProblemRule, DiagnosticDescriptor> s_descriptors = new();

    /// <summary>A diagnostic at the problem's place, whose text names that place too, since not every editor draws in JSON.</summary>
    public static Diagnostic ToDiagnostic(Problem problem, string projectDirectory)
    {
        var location = Location.Create(
            problem.Path,
            new TextSpan(problem.Span.Start, problem.Span.Length),
            new LinePositionSpan(
                new LinePosition(problem.Start.Line, problem.Start.Character),
                new LinePosition(problem.End.Line, problem.End.Character)));
        var path = projectDirectory.Length > 0 && problem.Path.StartsWith(projectDirectory, System.StringComparison.Ordinal)
            ? problem.Path.Substring(projectDirectory.Length)
            : problem.Path;
        return Diagnostic.Create(
            s_descriptors.GetOrAdd(problem.Rule, DescriptorOf),
            location,
            problem.Message,
            path,
            problem.Start.Line + 1,
            problem.Start.Character + 1);
    }

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor DescriptorOf(ProblemRule rule) => new(
        rule.Id,
        rule.Title,
        "{0} [{1}({2},{3})]",
        "ContractKit",
        rule.Severity switch
        {
            ProblemSeverity.Error => DiagnosticSeverity.Error,
            ProblemSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: rule.HelpLink);
}
