using System;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.CodeFixes;

/// <summary>What stands behind the text that is compared.</summary>
internal enum SubjectKind
{
    /// <summary>The open struct: compare it itself, or match its <c>Known</c>.</summary>
    Open,

    /// <summary>The enum or its nullable.</summary>
    Enum,

    /// <summary>Only the text: it has to be parsed.</summary>
    Text,

    /// <summary>A JSON value that holds the text.</summary>
    Json,

    /// <summary>Nothing that a repair could be written with.</summary>
    Other,
}

/// <summary>The status that a comparison asks about, as C#.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The expression: the status itself, or its text.</param>
/// <param name="Syntax">The text's expression as it is written.</param>
/// <param name="MayBeNull">Whether it is a nullable enum or stands behind <c>?.</c>.</param>
internal sealed record StatusSubject(SubjectKind Kind, string Code, SyntaxNode Syntax, bool MayBeNull = false)
{
    /// <summary>What the comparison asks about.</summary>
    public static StatusSubject Of(Definition subject, ContractIndex contracts, bool byName)
    {
        if (subject.Kind != DefinitionKind.Value)
        {
            return new StatusSubject(SubjectKind.Other, "", subject.Source.Syntax);
        }

        var operation = subject.Source;
        while (operation is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        var syntax = subject.Source.Syntax;
        if (contracts.IsOpen(operation.Type))
        {
            return new StatusSubject(SubjectKind.Open, syntax.ToString(), syntax);
        }

        var read = operation is IConditionalAccessOperation access ? Innermost(access) : operation;
        var optional = operation is IConditionalAccessOperation;
        switch (read)
        {
            case IPropertyReferenceOperation { Property.Name: "Text", Instance: { } instance } when contracts.IsOpen(instance.Type):
            case IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } open } when contracts.IsOpen(open.Type):
                return Without(syntax, SubjectKind.Open, optional);
            case IInvocationOperation { TargetMethod: { Name: "ToText", IsStatic: true } } call when contracts.Find(call.TargetMethod.ContainingType) is not null:
                return call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax, ArgumentList.Arguments.Count: 0 }
                    ? Without(syntax, SubjectKind.Enum, optional)
                    : call.Arguments[0].Value.Syntax is var argument ? new StatusSubject(SubjectKind.Enum, argument.ToString(), syntax) : throw new InvalidOperationException();
            case IInvocationOperation { TargetMethod.Name: "ToString", Arguments.IsEmpty: true, Instance: { } instance } when byName && contracts.IsEnum(instance.Type):
                return Without(syntax, SubjectKind.Enum, optional || instance.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T });
        }

        return operation.Type switch
        {
            { SpecialType: SpecialType.System_String } => new StatusSubject(SubjectKind.Text, syntax.ToString(), syntax),
            { Name: "JsonElement" } => new StatusSubject(SubjectKind.Json, syntax + ".GetString()", syntax),
            _ => new StatusSubject(SubjectKind.Other, "", syntax),
        };
    }

    private static IOperation Innermost(IConditionalAccessOperation access)
    {
        var inner = access.WhenNotNull;
        while (inner is IConditionalAccessOperation next)
        {
            inner = next.WhenNotNull;
        }

        return inner;
    }

    // response?.Status.Text without its last step: .Text, .ToText() or .ToString(), be it after a dot or after ?.
    private static StatusSubject Without(SyntaxNode syntax, SubjectKind kind, bool mayBeNull)
    {
        var text = syntax.ToString().TrimEnd('!');
        var end = text.LastIndexOf('.');
        if (end < 0)
        {
            // In a property pattern the member stands alone.
            return new StatusSubject(kind, "", syntax, mayBeNull);
        }

        var code = text.Substring(0, end).TrimEnd();
        return new StatusSubject(kind, code.EndsWith("?", StringComparison.Ordinal) ? code.Substring(0, code.Length - 1) : code, syntax, mayBeNull);
    }
}
