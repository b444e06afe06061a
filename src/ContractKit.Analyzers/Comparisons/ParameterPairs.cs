using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Comparisons;

/// <summary>Which parameters a helper holds against each other: <c>bool Is(string text, string word) => text == word;</c>.</summary>
internal static class ParameterPairs
{
    public static IEnumerable<(IParameterSymbol Text, IParameterSymbol Word, bool IgnoreCase)> In(CodeBlock body)
    {
        foreach (var operation in body.All)
        {
            switch (operation)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                    if (Parameter(binary.LeftOperand) is { } left && Parameter(binary.RightOperand) is { } right)
                    {
                        yield return (left, right, false);
                        yield return (right, left, false);
                    }

                    break;
                case IInvocationOperation { TargetMethod.Name: "Equals" or "Compare" or "CompareOrdinal" or "Contains" or "SequenceEqual" or "IndexOf" } call:
                    var operands = call.Arguments.Select(static argument => argument.Value).Prepend(call.Instance).OfType<IOperation>().Select(Parameter).OfType<IParameterSymbol>().ToList();
                    if (operands.Count >= 2)
                    {
                        var ignoreCase = call.Tree().Any(static part => part is IFieldReferenceOperation or IPropertyReferenceOperation && part.Syntax.ToString().EndsWith("IgnoreCase", StringComparison.Ordinal));
                        yield return (operands[0], operands[1], ignoreCase);
                        yield return (operands[1], operands[0], ignoreCase);
                    }

                    break;
            }
        }
    }

    private static IParameterSymbol? Parameter(IOperation operation)
    {
        var bare = operation.Bare();
        while (bare is IInvocationOperation { TargetMethod.Name: "Trim" or "AsSpan", Arguments.Length: <= 1 } call)
        {
            bare = (call.Instance ?? call.Arguments[0].Value).Bare();
        }

        return (bare as IParameterReferenceOperation)?.Parameter;
    }
}
