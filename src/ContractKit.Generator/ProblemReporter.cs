using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
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
    private static readonly ConcurrentDictionary<ProblemRule, DiagnosticDescriptor> s_twins = new();

    /// <summary>A diagnostic at the problem's place, whose text names that place too, since not every editor draws in JSON.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="projectDirectory">The project's folder, to which the text's path is relative.</param>
    public static Diagnostic ToDiagnostic(Problem problem, string projectDirectory) => Create(s_descriptors.GetOrAdd(problem.Rule, DescriptorOf), problem, projectDirectory);

    /// <summary>The hidden twin of an error: see <see cref="TwinOf"/>.</summary>
    public static Diagnostic ToTwin(Problem problem, string projectDirectory) => Create(s_twins.GetOrAdd(problem.Rule, TwinOf), problem, projectDirectory);

    /// <summary>The descriptor of a rule. An error cannot be configured: whoever could switch it off would get no code, and not be told why.</summary>
    public static DiagnosticDescriptor DescriptorOf(ProblemRule rule) => rule.Severity switch
    {
        ProblemSeverity.Error => Descriptor(rule, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable),
        ProblemSeverity.Warning => Descriptor(rule, DiagnosticSeverity.Warning),
        _ => Descriptor(rule, DiagnosticSeverity.Info),
    };

    /// <summary>
    /// The descriptor of an error's twin, which an analyzer reports and nobody sees: editors look for code fixes where analyzers have
    /// found something, and not where a generator has.
    /// </summary>
    public static DiagnosticDescriptor TwinOf(ProblemRule rule) => Descriptor(rule, DiagnosticSeverity.Hidden, WellKnownDiagnosticTags.NotConfigurable);

    private static DiagnosticDescriptor Descriptor(ProblemRule rule, DiagnosticSeverity severity, params string[] tags) =>
        new(rule.Id, rule.Title, "{0} [{1}({2},{3})]", "ContractKit", severity, isEnabledByDefault: true, helpLinkUri: rule.HelpLink, customTags: tags);

    private static Diagnostic Create(DiagnosticDescriptor descriptor, Problem problem, string projectDirectory) => Diagnostic.Create(
        descriptor,
        Location.Create(
            problem.GivenPath,
            new TextSpan(problem.Span.Start, problem.Span.Length),
            new LinePositionSpan(
                new LinePosition(problem.Start.Line, problem.Start.Character),
                new LinePosition(problem.End.Line, problem.End.Character))),
        problem.Remedy is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty
            .Add(RemedyProperties.Text, problem.Remedy)
            .Add(RemedyProperties.Start, problem.RemedySpan.Start.ToString(CultureInfo.InvariantCulture))
            .Add(RemedyProperties.Length, problem.RemedySpan.Length.ToString(CultureInfo.InvariantCulture)),
        problem.Message,
        DocumentPath.Relative(projectDirectory, problem.Path),
        problem.Start.Line + 1,
        problem.Start.Character + 1);
}
