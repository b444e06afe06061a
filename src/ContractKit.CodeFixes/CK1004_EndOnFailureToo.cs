using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using ContractKit.Analyzers;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.CodeFixes;

/// <summary>CK1004: throws out of the loop when the task has failed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CK1004_EndOnFailureToo : ContractCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(CK1004_LoopWaitsForSuccessOnly.Id);

    private protected override IEnumerable<Repair> Repairs(SyntaxNode place, Diagnostic diagnostic, RepairScope scope)
    {
        foreach (var loop in scope.Block.Block.All.OfType<ILoopOperation>().Where(loop => CK1004_LoopWaitsForSuccessOnly.PlaceOf(loop).Span == diagnostic.Location.SourceSpan))
        {
            if (loop.Body.Syntax is not BlockSyntax body)
            {
                continue;
            }

            foreach (var (subject, contract) in Subjects(loop, scope))
            {
                var failed = contract.Members.Where(static member => member.Outcome == Outcome.Failed).ToList();
                if (!subject.Syntax.DescendantNodesAndSelf().Any(static node => node is AwaitExpressionSyntax or InvocationExpressionSyntax) && Conditions.Of(subject, contract, failed, negated: false, scope) is { } condition)
                {
                    yield return scope.Repair("End the loop when the task has failed", "CK1004", Insertion(body, subject, condition, scope));
                    break;
                }
            }
        }
    }

    // The statuses that the loop asks about, as they are written there.
    private static IEnumerable<(StatusSubject Subject, ContractEnum Contract)> Subjects(ILoopOperation loop, RepairScope scope)
    {
        var contracts = scope.Block.Investigation.Contracts;
        foreach (var verdict in scope.Block.Verdicts.Where(verdict => loop.Syntax.Span.Contains(verdict.Comparison.Operation.Syntax.Span)))
        {
            yield return (StatusSubject.Of(verdict.Comparison.Subject, contracts, byName: false), verdict.Contract);
        }

        foreach (var operation in loop.Tree())
        {
            var tested = operation switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary =>
                    binary.RightOperand.Bare() is IFieldReferenceOperation { Field.HasConstantValue: true } ? binary.LeftOperand : binary.RightOperand,
                IIsPatternOperation test => test.Value,
                ISwitchOperation choice => choice.Value,
                _ => null,
            };
            var bare = tested?.Bare();
            if (bare is not null && contracts.EnumOf(bare.Type) is { } contract)
            {
                yield return (new StatusSubject(contracts.IsOpen(bare.Type) ? SubjectKind.Open : SubjectKind.Enum, bare.Syntax.ToString(), bare.Syntax), contract);
            }
        }
    }

    // Before the statement that asks; where the loop's own condition asks, at the end of the body.
    private static TextChange Insertion(BlockSyntax body, StatusSubject subject, string condition, RepairScope scope)
    {
        var exception = scope.Platform("System", "InvalidOperationException", body.SpanStart);
        var asking = body.Statements.FirstOrDefault(statement => statement.Span.Contains(subject.Syntax.Span));
        var oneLine = body.OpenBraceToken.GetLocation().GetLineSpan().StartLinePosition.Line == body.CloseBraceToken.GetLocation().GetLineSpan().StartLinePosition.Line;
        var at = asking?.SpanStart ?? body.CloseBraceToken.SpanStart;
        if (oneLine)
        {
            return new TextChange(new TextSpan(at, 0), $"if ({condition}) {{ throw new {exception}(\"The task has failed.\"); }} ");
        }

        var indent = asking is not null ? scope.IndentAt(at) : body.Statements.Count > 0 ? scope.IndentAt(body.Statements[0].SpanStart) : scope.IndentAt(at) + "    ";
        var end = scope.NewLine;
        var code = $"if ({condition}){end}{indent}{{{end}{indent}    throw new {exception}(\"The task has failed.\");{end}{indent}}}{end}";
        return asking is not null
            ? new TextChange(new TextSpan(at, 0), code + end + indent)
            : new TextChange(new TextSpan(body.SyntaxTree.GetText().Lines.GetLineFromPosition(at).Start, 0), end + indent + code);
    }
}
