using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Coverage;

/// <summary>Evaluates conditions and patterns over the members of one contract enum, whether they test members or words.</summary>
internal sealed class StatusTest(Investigation investigation, CodeBlock block, ContractEnum contract, Func<CodeBlock, IReadOnlyList<Verdict>> verdictsOf)
{
    private const int MaxDepth = 8;

    /// <summary>The same test in another block.</summary>
    public StatusTest In(CodeBlock other) => new(investigation, other, contract, verdictsOf);

    /// <summary>The bit of a member, by its place in the enum; members past the 62nd share the bit for the unknown.</summary>
    public static ulong Bit(ContractEnum contract, ContractMember member)
    {
        var index = contract.Members.IndexOf(member);
        return index is >= 0 and < 62 ? 1UL << index : Outcomes.Unknown;
    }

    public Outcomes Condition(IOperation? operation, int depth = 0)
    {
        if (operation is null || depth > MaxDepth)
        {
            return Outcomes.Free;
        }

        var bare = operation.Bare();
        if (bare.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant ? Outcomes.Always : Outcomes.Never;
        }

        switch (bare)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Condition(not.Operand, depth + 1).Not;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and:
                return Condition(and.LeftOperand, depth + 1).And(Condition(and.RightOperand, depth + 1));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or:
                return Condition(or.LeftOperand, depth + 1).Or(Condition(or.RightOperand, depth + 1));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                var equals = Equality(binary, depth);
                return binary.OperatorKind == BinaryOperatorKind.Equals ? equals : equals.Not;
            case IIsPatternOperation test:
                return IsStatus(test.Value) || VerdictOf(test) is not null || LooksInside(test.Pattern) ? Pattern(test.Pattern) : Outcomes.Free;
            case IInvocationOperation { TargetMethod.Name: "WaitForNextTickAsync" }:
                return Outcomes.Always;
            case IInvocationOperation call:
                return Call(call, depth);
            case IPropertyReferenceOperation { Property.GetMethod: { } getter } when investigation.BodyOf(getter) is { } body:
                return Returned(body, depth);
            case ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } local }:
                return Variable(local, depth);
            case IFieldReferenceOperation { Field: { Type.SpecialType: SpecialType.System_Boolean } field }:
                return Variable(field, depth);
            case IAwaitOperation await:
                return Condition(await.Operation, depth + 1);
            case IConditionalOperation choice:
                var asked = Condition(choice.Condition, depth + 1);
                return asked.And(Condition(choice.WhenTrue, depth + 1)).Or(asked.Not.And(Condition(choice.WhenFalse, depth + 1)));
            case ISwitchExpressionOperation choice:
                return Chosen(choice, depth);
            default:
                return Outcomes.Free;
        }
    }

    // What the arms of a switch come to, each for the members that no arm before it surely takes.
    private Outcomes Chosen(ISwitchExpressionOperation choice, int depth)
    {
        var aboutStatus = IsStatus(choice.Value) || VerdictOf(choice) is not null;
        var (left, can, cannot) = (Outcomes.Everything, 0UL, 0UL);
        foreach (var arm in choice.Arms)
        {
            var matched = aboutStatus || arm.Pattern is IDiscardPatternOperation or IRecursivePatternOperation ? Pattern(arm.Pattern) : Outcomes.Free;
            matched = arm.Guard is null ? matched : matched.And(Condition(arm.Guard, depth + 1));
            var value = arm.Value.Bare() is IThrowOperation ? default : Condition(arm.Value, depth + 1);
            can |= left & matched.True & value.True;
            cannot |= left & matched.True & value.False;
            left &= matched.False;
        }

        return new Outcomes(can, cannot);
    }

    /// <summary>For which members a pattern matches.</summary>
    public Outcomes Pattern(IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Constant(constant.Value) is { } bits ? Outcomes.When(bits) : Outcomes.Free;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return Pattern(or.LeftPattern).Or(Pattern(or.RightPattern));
            case IBinaryPatternOperation and:
                return Pattern(and.LeftPattern).And(Pattern(and.RightPattern));
            case INegatedPatternOperation not:
                return Pattern(not.Pattern).Not;
            case IDiscardPatternOperation:
                return Outcomes.Always;
            case IDeclarationPatternOperation declaration:
                return declaration.MatchesNull ? Outcomes.Always : Outcomes.When(~Outcomes.Unknown);
            case ITypePatternOperation:
                return Outcomes.When(~Outcomes.Unknown);
            case IRecursivePatternOperation recursive:
                return Recursive(recursive);
            default:
                return Outcomes.Free;
        }
    }

    // is not { Status.Known: TaskState.Success }: about a member of what is matched, not about the value itself.
    private static bool LooksInside(IPatternOperation pattern) => pattern switch
    {
        IRecursivePatternOperation => true,
        INegatedPatternOperation not => LooksInside(not.Pattern),
        IBinaryPatternOperation both => LooksInside(both.LeftPattern) && LooksInside(both.RightPattern),
        _ => false,
    };

    private Outcomes Recursive(IRecursivePatternOperation pattern)
    {
        if (pattern.PropertySubpatterns.IsEmpty && pattern.DeconstructionSubpatterns.IsEmpty)
        {
            return investigation.Contracts.IsEnum(pattern.InputType) ? Outcomes.When(~Outcomes.Unknown) : Outcomes.Free;
        }

        var all = Outcomes.Always;
        foreach (var part in pattern.PropertySubpatterns)
        {
            all = all.And(IsStatus(part.Member) || VerdictOf(part) is not null || part.Pattern is IRecursivePatternOperation { PropertySubpatterns.IsEmpty: false } ? Pattern(part.Pattern) : Outcomes.Free);
        }

        return pattern.DeconstructionSubpatterns.IsEmpty ? all : all.And(Outcomes.Free);
    }

    /// <summary>The bits of a constant: a member, a word of a comparison that is about the enum, or null; null where it is none of these.</summary>
    public ulong? Constant(IOperation operation)
    {
        var bare = operation.Bare();
        if (bare is IFieldReferenceOperation { Field: var field } && SymbolEqualityComparer.Default.Equals(field.ContainingType, contract.Type))
        {
            return contract.ByName(field.Name) is { } member ? Bit(contract, member) : Outcomes.Unknown;
        }

        if (operation.ConstantValue is { HasValue: true, Value: null } || bare.ConstantValue is { HasValue: true, Value: null })
        {
            return Outcomes.Unknown;
        }

        foreach (var verdict in verdictsOf(block))
        {
            if (Bits(verdict, bare) is { } bits)
            {
                return bits;
            }
        }

        return null;
    }

    private ulong? Bits(Verdict verdict, IOperation word)
    {
        if (verdict.Contract != contract)
        {
            return null;
        }

        foreach (var right in verdict.Right)
        {
            if (right.Word.Source.Syntax == word.Syntax)
            {
                return Bit(contract, right.Member);
            }
        }

        foreach (var wrong in verdict.Wrong)
        {
            if (wrong.Word.Source.Syntax == word.Syntax)
            {
                return Wrong(wrong);
            }
        }

        return null;
    }

    private static ulong Wrong(WrongWord wrong) => OutcomeWords.Read(wrong.Word.Text) == Outcome.Succeeded ? Outcomes.WrongSuccess : Outcomes.Unknown;

    private Outcomes Equality(IBinaryOperation binary, int depth)
    {
        foreach (var (subject, constant) in new[] { (binary.LeftOperand, binary.RightOperand), (binary.RightOperand, binary.LeftOperand) })
        {
            if (constant.ConstantValue is { HasValue: true, Value: bool wanted } && !subject.ConstantValue.HasValue)
            {
                return wanted ? Condition(subject, depth + 1) : Condition(subject, depth + 1).Not;
            }

            if (constant.ConstantValue is { HasValue: true, Value: 0 } && subject.Bare() is IInvocationOperation compared && VerdictOf(compared) is { } ordered)
            {
                return Outcomes.When(AllBits(ordered));
            }

            if (IsStatus(subject) && Constant(constant) is { } bits)
            {
                return Outcomes.When(bits);
            }
        }

        return VerdictOf(binary) is { } verdict ? Outcomes.When(AllBits(verdict)) : Outcomes.Free;
    }

    private Outcomes Call(IInvocationOperation call, int depth)
    {
        if (VerdictOf(call) is { } verdict)
        {
            return call.Type?.SpecialType == SpecialType.System_Boolean ? Outcomes.When(AllBits(verdict)) : Outcomes.Free;
        }

        if (call.TargetMethod.Name == "Equals" && call.Instance is { } instance && IsStatus(instance) && call.Arguments.Length == 1 && Constant(call.Arguments[0].Value) is { } bits)
        {
            return Outcomes.When(bits);
        }

        if (call.TargetMethod.Name is "ConfigureAwait" && call.Instance is { } task)
        {
            return Condition(task, depth + 1);
        }

        return call.TargetMethod.MethodKind switch
        {
            MethodKind.LocalFunction => block.All.OfType<ILocalFunctionOperation>().FirstOrDefault(function => SymbolEqualityComparer.Default.Equals(function.Symbol, call.TargetMethod.OriginalDefinition)) is { } function ? Returned(function, depth) : Outcomes.Free,
            MethodKind.DelegateInvoke => call.Instance?.Symbol() is ILocalSymbol held && block.DefinitionsOf(held) is [{ Kind: DefinitionKind.Value, Source: var value }]
                && value.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? Returned(lambda, depth) : Outcomes.Free,
            _ => investigation.BodyOf(call.TargetMethod) is { } body ? Returned(body, depth) : Outcomes.Free,
        };
    }

    // A local function or lambda of this block.
    private Outcomes Returned(IOperation function, int depth) =>
        function.Tree().OfType<IReturnOperation>().Where(static one => one.ReturnedValue is not null).ToList() is [{ ReturnedValue: var value }] ? Condition(value, depth + 1) : Outcomes.Free;

    private Outcomes Returned(CodeBlock body, int depth)
    {
        var returns = body.All.OfType<IReturnOperation>().Where(static one => one.ReturnedValue is not null).ToList();
        return returns is [{ ReturnedValue: var value }] ? new StatusTest(investigation, body, contract, verdictsOf).Condition(value, depth + 1) : Outcomes.Free;
    }

    private Outcomes Variable(ISymbol symbol, int depth)
    {
        var definitions = block.DefinitionsOf(symbol);
        return definitions.Count == 0 || definitions.Any(static definition => definition.Kind != DefinitionKind.Value)
            ? Outcomes.Free
            : definitions.Select(definition => Condition(definition.Source, depth + 1)).Aggregate(static (all, one) => all.Either(one));
    }

    private ulong AllBits(Verdict verdict) =>
        verdict.Right.Aggregate(0UL, (bits, right) => bits | Bit(contract, right.Member)) | verdict.Wrong.Aggregate(0UL, static (bits, wrong) => bits | Wrong(wrong));

    private Verdict? VerdictOf(IOperation operation) =>
        verdictsOf(block).FirstOrDefault(verdict => verdict.Contract == contract && ReferenceEquals(verdict.Comparison.Operation, operation));

    private bool IsStatus(IOperation operation) => investigation.Contracts.EnumOf(operation.Bare().Type) == contract || investigation.Contracts.EnumOf(operation.Type) == contract;
}
