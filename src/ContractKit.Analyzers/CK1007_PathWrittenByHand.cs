using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using ContractKit.Analyzers.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers;

/// <summary>A contract's path written by hand where the generated client is at hand.</summary>
internal static class CK1007_PathWrittenByHand
{
    public const string Id = "CK1007";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A contract's path is written by hand",
        "{0} {1} is {2}.{3}: call the client",
        RuleBook.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RuleBook.PageOf(Id));

    public static void Examine(BlockReport block)
    {
        if (block.Investigation.Contracts.Operations.IsEmpty || !block.Block.All.Any(CallsHttp))
        {
            return;
        }

        IReadOnlyList<ContractOperation>? atHand = null;
        foreach (var operation in block.Block.All)
        {
            if (Spelt(operation) is not { } path)
            {
                continue;
            }

            foreach (var contract in block.Investigation.Contracts.Operations)
            {
                if (!PathTemplate.Matches(path, contract.Path) || !IsAddress(operation, block.Block))
                {
                    continue;
                }

                atHand ??= AtHand.Operations(block.Investigation, block.Block);
                if (atHand.Contains(contract) || AtHand.UsesResponse(contract, block.Investigation, block.Block))
                {
                    block.Report(Diagnostic.Create(Descriptor, operation.Syntax.GetLocation(), contract.HttpMethod, contract.Path, contract.Client.Name, contract.Method.Name));
                    break;
                }
            }
        }
    }

    // A text as it is spelt, with "{}" for what is filled in; null for what is part of a longer text.
    private static string? Spelt(IOperation operation)
    {
        if (operation.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsConst: true } } || operation.Parent is IFieldInitializerOperation)
        {
            // A constant counts where it is used.
            return null;
        }

        if (operation.Parent is IInterpolatedStringTextOperation or IInterpolationOperation { Expression.Type.SpecialType: SpecialType.System_String } || operation.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
        {
            return null;
        }

        return operation switch
        {
            ILiteralOperation or IFieldReferenceOperation or ILocalReferenceOperation => operation.ConstantValue is { HasValue: true, Value: string text } ? text : null,
            IInterpolatedStringOperation whole => string.Concat(whole.Parts.Select(static part => part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } } ? text : "{}")),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Sum(sum),
            _ => null,
        };
    }

    private static string Sum(IOperation operation) => operation.Bare() switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Sum(sum.LeftOperand) + Sum(sum.RightOperand),
        _ => "{}",
    };

    private static bool CallsHttp(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.ContainingType: var type } => IsHttp(type),
        IObjectCreationOperation { Type: { } type } => IsHttp(type),
        _ => false,
    };

    private static bool IsHttp(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString().StartsWith("System.Net", StringComparison.Ordinal) == true
        || type.Name.IndexOf("Http", StringComparison.Ordinal) >= 0 || type.Name.StartsWith("Rest", StringComparison.Ordinal) || type.Name.IndexOf("Flurl", StringComparison.Ordinal) >= 0;

    // Where the text goes: to a parameter or property that takes an address. Logged, compared, mapped or asserted paths are not called.
    private static bool IsAddress(IOperation operation, CodeBlock block, int depth = 0)
    {
        for (var (child, at) = (operation, operation.Parent); at is not null && depth < 4; (child, at) = (at, at.Parent))
        {
            switch (at)
            {
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IVariableInitializerOperation:
                case IConditionalOperation choice when !ReferenceEquals(choice.Condition, child):
                    continue;
                case IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod: { Name: "Combine" or "Concat" or "Format" or "Join" or "Create" or "ToString" or "TrimStart" or "TrimEnd" } } call }:
                    return IsAddress(call, block, depth + 1);
                case IArgumentOperation { Parameter: { } parameter }:
                    return IsAddress(parameter.Name) && !(at.Parent is IInvocationOperation { TargetMethod: var method } && NeverCalls(method))
                        && (at.Parent is not IObjectCreationOperation { Type.Name: "Uri" or "UriBuilder" } address || address.Around() is null || Taken(address, block, depth));
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return block.UsesOf(local).Any(use => IsAddress(use, block, depth + 1));
                case ISimpleAssignmentOperation { Target: var target } assignment when ReferenceEquals(assignment.Value, child):
                    return target.Symbol() is ILocalSymbol held ? block.UsesOf(held).Any(use => !ReferenceEquals(use, target) && IsAddress(use, block, depth + 1)) : target.Symbol() is { } member && IsAddress(member.Name);
                default:
                    return false;
            }
        }

        return false;
    }

    // new Uri("/getImage") is called where the Uri is.
    private static bool Taken(IOperation address, CodeBlock block, int depth) => address.Around() switch
    {
        IArgumentOperation or IVariableInitializerOperation or ISimpleAssignmentOperation => IsAddress(address, block, depth + 1),
        IPropertyReferenceOperation or IInvocationOperation or IReturnOperation => true,
        _ => false,
    };

    private static bool IsAddress(string name)
    {
        foreach (var kind in (ReadOnlySpan<string>)["uri", "url", "address", "path", "resource", "endpoint", "route", "urlSegment", "relative", "href", "link"])
        {
            if (name.IndexOf(kind, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool NeverCalls(IMethodSymbol method) =>
        method.Name.StartsWith("Map", StringComparison.Ordinal) || method.Name.StartsWith("Log", StringComparison.Ordinal) || method.Name.StartsWith("Write", StringComparison.Ordinal)
        || method.Name is "Equals" or "Contains" or "StartsWith" or "EndsWith" or "StartsWithSegments" || method.ContainingType.Name.IndexOf("Assert", StringComparison.Ordinal) >= 0
        || method.ContainingType.Name.IndexOf("Listener", StringComparison.Ordinal) >= 0;
}
