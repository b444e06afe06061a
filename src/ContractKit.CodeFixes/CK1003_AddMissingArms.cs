using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using ContractKit.Analyzers;
using ContractKit.Analyzers.Coverage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.CodeFixes;

/// <summary>CK1003: adds the arms that a switch misses. They do what happened without them, until someone says better.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CK1003_AddMissingArms : ContractCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(CK1003_SwitchMissesMembers.Id);

    private protected override IEnumerable<Repair> Repairs(SyntaxNode place, Diagnostic diagnostic, RepairScope scope)
    {
        foreach (var operation in scope.Block.Block.All.Where(operation => operation is ISwitchOperation or ISwitchExpressionOperation && CK1003_SwitchMissesMembers.PlaceOf(operation).Span == diagnostic.Location.SourceSpan))
        {
            if (SwitchCoverage.Of(operation, scope.Block.Investigation, scope.Block.Block) is not { } coverage)
            {
                continue;
            }

            var governing = operation is ISwitchOperation statement ? statement.Value : ((ISwitchExpressionOperation)operation).Value;
            var isOpen = scope.Block.Investigation.Contracts.IsOpen(governing.Type);
            var patterns = coverage.Missing.Select(member => scope.NameOf(coverage.Contract, member, operation.Syntax.SpanStart))
                .Concat(coverage.MissesUnknown && !coverage.HasDefault ? ["null"] : Array.Empty<string>())
                .Select(pattern => isOpen ? $"{{ Known: {pattern} }}" : pattern).ToList();
            if (patterns.Count > 0)
            {
                yield return scope.Repair("Add the missing arms", "CK1003", operation.Syntax is SwitchExpressionSyntax expression ? Arms(expression, patterns, scope) : Sections((SwitchStatementSyntax)operation.Syntax, patterns, scope));
            }
        }
    }

    private static TextChange Arms(SwitchExpressionSyntax choice, List<string> patterns, RepairScope scope)
    {
        var discard = choice.Arms.FirstOrDefault(static arm => arm.Pattern is DiscardPatternSyntax);
        var value = discard?.Expression.ToString() ?? $"throw new {scope.Platform("System", "NotImplementedException", choice.SpanStart)}()";
        var arms = patterns.Select(pattern => $"{pattern} => {value}").ToList();
        if (discard is not null)
        {
            var gap = IsOnOneLine(choice) ? ", " : "," + scope.NewLine + scope.IndentAt(discard.SpanStart);
            return new TextChange(new TextSpan(discard.SpanStart, 0), string.Concat(arms.Select(arm => arm + gap)));
        }

        var last = choice.Arms.Last();
        var separator = IsOnOneLine(choice) ? ", " : "," + scope.NewLine + scope.IndentAt(last.SpanStart);
        return choice.Arms.SeparatorCount == choice.Arms.Count
            ? new TextChange(new TextSpan(choice.Arms.GetSeparator(choice.Arms.Count - 1).Span.End, 0), string.Concat(arms.Select(arm => separator.Substring(1) + arm + ",")))
            : new TextChange(new TextSpan(last.Span.End, 0), string.Concat(arms.Select(arm => separator + arm)));
    }

    private static TextChange Sections(SwitchStatementSyntax choice, List<string> patterns, RepairScope scope)
    {
        var other = choice.Sections.SelectMany(static section => section.Labels).FirstOrDefault(static label => label is DefaultSwitchLabelSyntax);
        var labels = patterns.Select(static pattern => $"case {pattern}:").ToList();
        if (IsOnOneLine(choice))
        {
            return other is not null
                ? new TextChange(new TextSpan(other.SpanStart, 0), string.Concat(labels.Select(static label => label + " ")))
                : new TextChange(new TextSpan(choice.CloseBraceToken.SpanStart, 0), string.Join(" ", labels) + " break; ");
        }

        if (other is not null)
        {
            return new TextChange(new TextSpan(other.SpanStart, 0), string.Concat(labels.Select(label => label + scope.NewLine + scope.IndentAt(other.SpanStart))));
        }

        var indent = choice.Sections.Count > 0 ? scope.IndentAt(choice.Sections[0].SpanStart) : scope.IndentAt(choice.SpanStart) + "    ";
        var line = choice.SyntaxTree.GetText().Lines.GetLineFromPosition(choice.CloseBraceToken.SpanStart);
        return new TextChange(new TextSpan(line.Start, 0), string.Concat(labels.Select(label => indent + label + scope.NewLine)) + indent + "    break;" + scope.NewLine);
    }

    // With the closing brace behind an arm there is no line of its own to write on.
    private static bool IsOnOneLine(SyntaxNode choice)
    {
        var text = choice.SyntaxTree.GetText();
        var brace = choice.GetLastToken();
        return text.Lines.GetLineFromPosition(brace.SpanStart).LineNumber == text.Lines.GetLineFromPosition(brace.GetPreviousToken().Span.End).LineNumber;
    }
}
