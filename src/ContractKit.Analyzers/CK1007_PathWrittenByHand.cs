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
                if (!PathTemplate.Matches(path, contract.Path) || !IsAddress(operation))
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

    // Logged, compared, mapped or asserted paths are not called.
    private static bool IsAddress(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: var type } }:
                    if (name.StartsWith("Map", StringComparison.Ordinal) || name.StartsWith("Log", StringComparison.Ordinal) || name.StartsWith("Write", StringComparison.Ordinal)
                        || name is "Equals" or "Contains" or "StartsWith" or "EndsWith" or "StartsWithSegments" || type.IndexOf("Assert", StringComparison.Ordinal) >= 0)
                    {
                        return false;
                    }

                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsPatternOperation or ICaseClauseOperation or IThrowOperation:
                    return false;
                case IBlockOperation:
                    return true;
            }
        }

        return true;
    }
}
