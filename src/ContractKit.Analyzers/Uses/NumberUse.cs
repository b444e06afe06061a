using System;
using System.Linq;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Uses;

/// <summary>Whether the C# number of a contract enum leaves the program, or one from outside is taken for it.</summary>
internal sealed class NumberUse(Investigation investigation, CodeBlock block)
{
    /// <summary>Whether the number that a value was cast to goes into text, JSON or a property that is called like the contract's.</summary>
    public bool LeavesAs(IOperation number, ContractEnum contract)
    {
        for (var (child, at) = (number, number.Parent); at is not null; (child, at) = (at, at.Parent))
        {
            switch (at)
            {
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalAccessOperation or IConditionalOperation:
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ToString" } text when ReferenceEquals(text.Instance, child):
                    return new Destination(investigation, block).IsWire(text);
                case IInterpolationOperation { Parent: IInterpolatedStringOperation whole } hole:
                    var index = whole.Parts.IndexOf(hole);
                    return index > 0 && whole.Parts[index - 1] is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string before } } && Destination.IsWireText(before);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                    return sum.LeftOperand.ConstantValue is { HasValue: true, Value: string left } && Destination.IsWireText(left);
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return IsData(call.TargetMethod.ContainingType) && !call.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal)
                        || call.TargetMethod is { Name: "ToString", ContainingType.Name: "Convert" }
                        || call.TargetMethod.Name is "Add" or "AddWithValue" or "TryAdd" && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string key } && Names(key.TrimStart('@'), contract));
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation or IFieldReferenceOperation } assignment:
                    return assignment.Target.Symbol() is { } target && target is not ILocalSymbol
                        && (Names(target.Name, contract) || target is IPropertySymbol { IsIndexer: true } && assignment.Target is IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] } && Names(key, contract));
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a number that is cast to the enum was read from text or JSON, or is called like the contract's property.</summary>
    public bool ComesFromOutside(IOperation number, ContractEnum contract)
    {
        var bare = number.Bare();
        if (bare.ConstantValue.HasValue)
        {
            return false;
        }

        if (bare is ILocalReferenceOperation { Local: var local })
        {
            var definitions = block.DefinitionsOf(local);
            return definitions.Any(definition => definition.Kind is DefinitionKind.Value ? !ReferenceEquals(definition.Source.Bare(), bare) && Read(definition.Source)
                : definition is { Kind: DefinitionKind.Argument, Source.Parent: IInvocationOperation { TargetMethod.Name: "TryParse" or "TryGetInt32" or "TryGetInt64" } });
        }

        return Read(bare) || bare.Symbol() is { } symbol && Names(symbol.Name, contract);
    }

    private static bool Read(IOperation operation) => operation.Tree().Any(static part => part switch
    {
        IInvocationOperation call => call.TargetMethod.Name is "Parse" or "GetInt32" or "GetInt64" or "GetInt16" or "GetByte" or "ToInt32" or "ToInt64" or "ToInt16" or "ToByte" or "GetValue" or "ReadInt32" or "Value" or "ToObject" or "GetUInt32",
        IConversionOperation conversion => Json.IsValue(conversion.Operand.Type),
        _ => false,
    });

    private bool Names(string name, ContractEnum contract) => investigation.Contracts.EnumsNamed(name).Contains(contract);

    private static bool IsData(ITypeSymbol type) => Json.IsValue(type) || type.Name is "Utf8JsonWriter" or "JsonWriter" or "JsonTextWriter" or "JValue" or "JToken" or "JsonSerializer" or "JsonConvert" or "BinaryWriter";
}
