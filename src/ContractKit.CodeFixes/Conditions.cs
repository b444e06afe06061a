using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractKit.CodeFixes;

/// <summary>Writes conditions on a status.</summary>
internal static class Conditions
{
    /// <summary>The condition that a status is one of the members, or none of them; null where it cannot be written.</summary>
    public static string? Of(StatusSubject subject, ContractEnum contract, IReadOnlyList<ContractMember> members, bool negated, RepairScope scope)
    {
        var position = subject.Syntax.SpanStart;
        var names = members.Select(member => scope.NameOf(contract, member, position)).ToList();
        switch (subject.Kind)
        {
            case SubjectKind.Open when names.Count == 1:
            case SubjectKind.Enum when names.Count == 1:
                return $"{subject.Code} {(negated ? "!=" : "==")} {names[0]}";
            case SubjectKind.Open:
                return Any(subject.Code + (subject.MayBeNull ? "?" : "") + ".Known", names, negated, scope);
            case SubjectKind.Enum:
                return Any(subject.Code, names, negated, scope);
            case SubjectKind.Text or SubjectKind.Json when contract.Text is { } text:
                var state = scope.Local("state", subject.Syntax);
                var parsed = $"{scope.NameOf(text, position)}.TryParse({subject.Code}, out var {state})";
                return negated ? $"!{parsed} || {Any(state, names, negated, scope)}" : $"{parsed} && {Any(state, names, negated, scope)}";
            default:
                return null;
        }
    }

    /// <summary>The condition in parentheses, where what is around it binds tighter.</summary>
    public static string Fit(string condition, SyntaxNode replaced)
    {
        var loose = condition.Contains(" || ") ? 2 : condition.Contains(" && ") ? 1 : 0;
        var fits = replaced.Parent switch
        {
            ParenthesizedExpressionSyntax or StatementSyntax or ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or WhenClauseSyntax or InitializerExpressionSyntax or WhereClauseSyntax or SwitchExpressionArmSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Right == replaced,
            ConditionalExpressionSyntax choice => choice.Condition == replaced,
            BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.LogicalOrExpression) => true,
            BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.LogicalAndExpression) => loose < 2,
            _ => false,
        };
        return fits ? condition : $"({condition})";
    }

    private static string Any(string code, List<string> names, bool negated, RepairScope scope)
    {
        if (names.Count == 1)
        {
            return $"{code} {(negated ? "!=" : "==")} {names[0]}";
        }

        return scope.HasPatternCombinators
            ? negated ? $"{code} is not ({string.Join(" or ", names)})" : $"{code} is {string.Join(" or ", names)}"
            : "(" + string.Join(negated ? " && " : " || ", names.Select(name => $"{code} {(negated ? "!=" : "==")} {name}")) + ")";
    }
}
