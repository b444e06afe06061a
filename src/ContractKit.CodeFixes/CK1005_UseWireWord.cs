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

/// <summary>CK1005: takes the enum to and from its wire word.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CK1005_UseWireWord : ContractCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(CK1005_EnumTakenToTextByName.Id);

    private protected override IEnumerable<Repair> Repairs(SyntaxNode place, Diagnostic diagnostic, RepairScope scope)
    {
        foreach (var operation in scope.Block.Block.All)
        {
            if (Verdict.PlaceOf(operation).Span == diagnostic.Location.SourceSpan && Change(operation, scope) is { } change)
            {
                yield return scope.Repair("Use the wire word", "CK1005", change);
                yield break;
            }
        }
    }

    private static TextChange? Change(IOperation operation, RepairScope scope)
    {
        var contracts = scope.Block.Investigation.Contracts;
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } call when contracts.EnumOf(instance.Type) is { Text: { } text }:
                scope.Import(text, call.Syntax.SpanStart);
                return ToText(call, instance);
            case IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_Enum } call:
                return FromEnum(call, scope);
            case INameOfOperation { Argument: IFieldReferenceOperation { Field: var field } argument } name when contracts.Find(field.ContainingType) is { Text: { } text }:
                scope.Import(text, name.Syntax.SpanStart);
                return new TextChange(name.Syntax.Span, argument.Syntax + ".ToText()");
            case IInterpolationOperation { Expression: var value, FormatString: null } when contracts.EnumOf(value.Type) is { Text: { } text }:
                scope.Import(text, value.Syntax.SpanStart);
                return new TextChange(value.Syntax.Span, Operand(value.Syntax) + (IsNullable(value.Type) ? "?" : "") + ".ToText()");
            case IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object, Operand: var boxed, Parent: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } } when contracts.EnumOf(boxed.Type) is { Text: { } text }:
                scope.Import(text, boxed.Syntax.SpanStart);
                return new TextChange(boxed.Syntax.Span, Operand(boxed.Syntax) + (IsNullable(boxed.Type) ? "?" : "") + ".ToText()");
            default:
                return null;
        }
    }

    private static TextChange? ToText(IInvocationOperation call, IOperation instance)
    {
        if (call.Syntax is not InvocationExpressionSyntax invocation)
        {
            return null;
        }

        // Nullable's ToString gives "" for null.
        if (IsNullable(instance.Type) && invocation.Expression is MemberAccessExpressionSyntax access)
        {
            var code = access.Expression + "?.ToText() ?? \"\"";
            return new TextChange(invocation.Span, invocation.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or AssignmentExpressionSyntax or ArrowExpressionClauseSyntax or AnonymousObjectMemberDeclaratorSyntax ? code : $"({code})");
        }

        var name = invocation.Expression switch { MemberAccessExpressionSyntax member => member.Name, MemberBindingExpressionSyntax binding => binding.Name, _ => null };
        return name is null ? null : new TextChange(TextSpan.FromBounds(name.SpanStart, invocation.Span.End), "ToText()");
    }

    private static TextChange? FromEnum(IInvocationOperation call, RepairScope scope)
    {
        var contracts = scope.Block.Investigation.Contracts;
        var contract = call.TargetMethod.TypeArguments.Select(contracts.EnumOf).Concat(call.Arguments.Select(argument => argument.Value.Bare() is ITypeOfOperation type ? contracts.EnumOf(type.TypeOperand) : null)).FirstOrDefault(static found => found is not null);
        if (contract?.Text is not { } text || call.Syntax is not InvocationExpressionSyntax invocation)
        {
            return null;
        }

        var position = invocation.SpanStart;
        var values = call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Where(static argument => argument.Value.Bare() is not ITypeOfOperation && argument.Parameter!.Type.SpecialType != SpecialType.System_Boolean).ToList();
        switch (call.TargetMethod.Name)
        {
            case "TryParse" when values.Count == 2:
                return new TextChange(invocation.Span, $"{scope.NameOf(text, position)}.TryParse({values[0].Syntax}, {values[1].Syntax})");
            case "Parse" when values.Count == 1:
                SyntaxNode replaced = invocation.Parent is CastExpressionSyntax cast ? cast : invocation;
                var state = scope.Local("state", invocation);
                return new TextChange(replaced.Span, Parenthesized($"{scope.NameOf(text, position)}.TryParse({values[0].Syntax}, out var {state}) ? {state} : throw new {scope.Platform("System", "FormatException", position)}()", replaced));
            case "GetName" when values.Count == 1 && contracts.IsEnum(values[0].Value.Bare().Type):
                scope.Import(text, position);
                return new TextChange(invocation.Span, Operand(values[0].Value.Bare().Syntax) + ".ToText()");
            default:
                return null;
        }
    }

    private static string Parenthesized(string code, SyntaxNode replaced) =>
        replaced.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or AssignmentExpressionSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax ? code : $"({code})";

    private static string Operand(SyntaxNode syntax) =>
        syntax is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax or ThisExpressionSyntax ? syntax.ToString() : $"({syntax})";

    private static bool IsNullable(ITypeSymbol? type) => type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
}
