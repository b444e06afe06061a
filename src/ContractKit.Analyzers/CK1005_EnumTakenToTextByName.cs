using System;
using System.Linq;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using ContractKit.Analyzers.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers;

/// <summary>A contract enum taken to or from text by its C# name or number, which is not the wire word.</summary>
internal static class CK1005_EnumTakenToTextByName
{
    public const string Id = "CK1005";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A contract enum is taken to or from text by its C# name or number",
        "{0} does not give the wire word of {1}: use {2}",
        RuleBook.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleBook.PageOf(Id));

    public static void Examine(BlockReport block)
    {
        foreach (var operation in block.Block.All)
        {
            if (Find(operation, block) is var (what, contract, instead))
            {
                block.Report(Diagnostic.Create(Descriptor, Verdict.PlaceOf(operation).GetLocation(), what, contract.Name, $"{contract.Text?.Name ?? contract.Name}.{instead}"));
            }
        }
    }

    private static (string What, ContractEnum Contract, string Instead)? Find(IOperation operation, BlockReport block)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } text when EnumOf(instance, block) is { } contract:
                return !IsCompared(text, block) && new Destination(block.Investigation, block.Block).IsWire(Outermost(text)) ? ("ToString", contract, "ToText") : null;
            case IInvocationOperation { TargetMethod: { ContainingType: { SpecialType: SpecialType.System_Enum } } } call when Subject(call, block) is { } contract:
                return Call(call, contract, block);
            case IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType: { Name: "Convert" } }, Arguments: [var converted, ..] } call when EnumOf(converted.Value, block) is { } contract:
                return !IsCompared(call, block) && new Destination(block.Investigation, block.Block).IsWire(call) ? ("Convert.ToString", contract, "ToText") : null;
            case IInvocationOperation { TargetMethod: { ContainingType: { Name: "Convert" } }, Arguments: [var converted, ..] } call when EnumOf(converted.Value, block) is { NumbersAreWords: false } contract:
                return new NumberUse(block.Investigation, block.Block).LeavesAs(call, contract) ? ("The number", contract, "ToText") : null;
            case INameOfOperation { Argument: IFieldReferenceOperation { Field: var field } } name when block.Investigation.Contracts.Find(field.ContainingType) is { } contract && field.HasConstantValue:
                return IsNameCompared(name, block) ?? new Destination(block.Investigation, block.Block).IsWire(name) ? ("nameof", contract, "ToText") : null;
            case IInterpolationOperation { Expression: var value, Parent: IInterpolatedStringOperation whole } hole when EnumOf(value, block) is { } contract && value.Type is not null:
                return whole.Parts.Length == 1 ? !IsCompared(whole, block) && new Destination(block.Investigation, block.Block).IsWire(whole) ? ("Interpolation", contract, "ToText") : null
                    : new Destination(block.Investigation, block.Block).IsWire(value) ? ("Interpolation", contract, "ToText") : null;
            case IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object, Parent: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } } boxed when EnumOf(boxed.Operand, block) is { } contract:
                return new Destination(block.Investigation, block.Block).IsWire(boxed) ? ("Concatenation", contract, "ToText") : null;
            case IConversionOperation { IsImplicit: false } cast:
                return Cast(cast, block);
            default:
                return null;
        }
    }

    private static (string What, ContractEnum Contract, string Instead)? Call(IInvocationOperation call, ContractEnum contract, BlockReport block)
    {
        switch (call.TargetMethod.Name)
        {
            case "Parse" or "TryParse":
                return ("Enum." + call.TargetMethod.Name, contract, "TryParse");
            case "IsDefined" when call.Arguments.Any(static argument => Comparisons.Text.IsTextual(argument.Value.Bare().Type)):
                return ("Enum.IsDefined", contract, "TryParse");
            case "ToObject" when !contract.NumbersAreWords && call.Arguments.Any(argument => !argument.Value.ConstantValue.HasValue && argument.Value.Bare() is not ITypeOfOperation && new NumberUse(block.Investigation, block.Block).ComesFromOutside(argument.Value, contract)):
                return ("Enum.ToObject", contract, "TryParse");
            case "GetName" or "Format":
                return !IsCompared(call, block) && new Destination(block.Investigation, block.Block).IsWire(call) ? ("Enum." + call.TargetMethod.Name, contract, "ToText") : null;
            case "GetNames" when call.Around() is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Contains" or "Any" or "IndexOf" or "Exists" } }:
                return ("Enum.GetNames", contract, "TryParse");
            default:
                return null;
        }
    }

    private static (string What, ContractEnum Contract, string Instead)? Cast(IConversionOperation cast, BlockReport block)
    {
        if (block.Investigation.Contracts.IsEnum(cast.Operand.Type) && IsNumber(cast.Type) && block.Investigation.Contracts.EnumOf(cast.Operand.Type) is { NumbersAreWords: false } from)
        {
            return new NumberUse(block.Investigation, block.Block).LeavesAs(cast, from) ? ("The number", from, "ToText") : null;
        }

        if (block.Investigation.Contracts.IsEnum(cast.Type) && block.Investigation.Contracts.EnumOf(cast.Type) is { NumbersAreWords: false } to && IsNumber(cast.Operand.Type))
        {
            return new NumberUse(block.Investigation, block.Block).ComesFromOutside(cast.Operand, to) ? ("A number", to, "TryParse") : null;
        }

        return null;
    }

    // Of Enum.Parse<T>, Enum.Parse(typeof(T), …), Enum.TryParse(text, out T value), Enum.GetName(value).
    private static ContractEnum? Subject(IInvocationOperation call, BlockReport block)
    {
        var contracts = block.Investigation.Contracts;
        foreach (var type in call.TargetMethod.TypeArguments)
        {
            if (contracts.IsEnum(type))
            {
                return contracts.EnumOf(type);
            }
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Bare() is ITypeOfOperation { TypeOperand: var named } && contracts.IsEnum(named))
            {
                return contracts.EnumOf(named);
            }
        }

        return null;
    }

    private static ContractEnum? EnumOf(IOperation value, BlockReport block)
    {
        // (int)state is a number: only conversions that the compiler put there are looked through.
        while (value is IParenthesizedOperation or IConversionOperation { IsImplicit: true })
        {
            value = value is IParenthesizedOperation parenthesized ? parenthesized.Operand : ((IConversionOperation)value).Operand;
        }

        return block.Investigation.Contracts.IsEnum(value.Type) ? block.Investigation.Contracts.EnumOf(value.Type) : null;
    }

    // state?.ToString(): what is looked at is the whole access.
    private static IOperation Outermost(IOperation text) => text.Parent is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, text) ? access : text;

    // A comparison with a word is one CK1001 or CK1002, not a CK1005 as well.
    private static bool IsCompared(IOperation text, BlockReport block) =>
        block.Verdicts.Any(verdict => (!verdict.Right.IsEmpty || !verdict.Wrong.IsEmpty)
            && verdict.Comparison.Subject.Source.Syntax.FullSpan.Contains(text.Syntax.Span) && verdict.Comparison.Subject.Source.Syntax.SyntaxTree == text.Syntax.SyntaxTree);

    // nameof(TaskState.Success) held against a text: wrong for the wire word, right for the enum's own ToString, which is a CK1001.
    private static bool? IsNameCompared(INameOfOperation name, BlockReport block)
    {
        foreach (var comparison in block.Block.Comparisons)
        {
            if (comparison.Words.Any(word => word.Source.Syntax == name.Syntax))
            {
                return (new Tracer(block.Investigation, block.Block).Trace(comparison.Subject).Shape & TextShape.MemberName) == 0;
            }
        }

        return null;
    }

    private static bool IsNumber(ITypeSymbol? type) => ContractIndex.Unwrap(type)?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
