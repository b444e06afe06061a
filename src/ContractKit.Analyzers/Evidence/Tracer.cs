using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Evidence;

/// <summary>
/// Follows a value back to where it comes from. One tracer answers one question; depth and steps are bounded, and what is
/// not found within the bounds counts as not known.
/// </summary>
internal sealed partial class Tracer(Investigation investigation, CodeBlock block, bool near = false)
{
    private const int MaxDepth = 24;
    private const int MaxSteps = 600;

    private readonly HashSet<object> _active = [];
    private readonly Stack<(IMethodSymbol Method, IOperation Call, CodeBlock Caller)> _calls = new();
    private CodeBlock _block = block;
    private int _steps;
    private int _depth;

    private ContractIndex Contracts => investigation.Contracts;

    public Origin Trace(Definition definition) => definition.Kind switch
    {
        DefinitionKind.Value => Trace(definition.Source),
        DefinitionKind.Element => Element(definition.Source),
        DefinitionKind.Key => Keys(definition.Source),
        DefinitionKind.Item => Item(definition.Source, definition.Item),
        DefinitionKind.ElementItem => ItemOfElement(definition.Source, definition.Item),
        DefinitionKind.Argument => Passed((IArgumentOperation)definition.Source),
        _ => Trace(definition.Source).Tie,
    };

    public Origin Trace(IOperation? operation)
    {
        if (operation is null || ++_steps > MaxSteps || _depth > MaxDepth)
        {
            return Origin.Nothing;
        }

        _depth++;
        try
        {
            return ByType(operation) ?? ByKind(operation);
        }
        finally
        {
            _depth--;
        }
    }

    // Other members of the project are searched where a contract's word is at stake; for any other text only those that are private.
    private IEnumerable<CodeBlock> Mentioning(ISymbol symbol) =>
        !near || symbol.DeclaredAccessibility == Accessibility.Private || symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } ? investigation.Mentioning(symbol) : [];

    // A contract type tells by itself what the value is, however it got here.
    private Origin? ByType(IOperation operation)
    {
        if (Contracts.EnumOf(operation.Type) is { } contract)
        {
            var origin = Origin.Of(contract);
            return Contracts.IsEnum(operation.Type) ? origin.With(TextShape.MemberName) : origin;
        }

        return Contracts.RecordOf(operation.Type) is { } record ? Origin.Of(record) : null;
    }

    private Origin ByKind(IOperation operation)
    {
        switch (operation)
        {
            case { ConstantValue.HasValue: true }:
                return operation.ConstantValue.Value is string spelt ? Constant(spelt) : Origin.Nothing;
            case IConversionOperation conversion:
                return Trace(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Trace(parenthesized.Operand);
            case IAwaitOperation await:
                return Trace(await.Operation);
            case IConditionalAccessOperation access:
                return Trace(access.WhenNotNull);
            case IConditionalAccessInstanceOperation instance:
                return Trace(instance.Accessed());
            case ICoalesceOperation coalesce:
                return Trace(coalesce.Value).Or(Trace(coalesce.WhenNull));
            case ICoalesceAssignmentOperation coalesce:
                return Trace(coalesce.Target).Or(Trace(coalesce.Value));
            case IConditionalOperation choice:
                return Trace(choice.WhenTrue).Or(Trace(choice.WhenFalse));
            case ISwitchExpressionOperation choice:
                return choice.Arms.Aggregate(Origin.Nothing, (origin, arm) => origin.Or(Trace(arm.Value)));
            case ISimpleAssignmentOperation assignment:
                return Trace(assignment.Value);
            case IDeclarationExpressionOperation declaration:
                return Trace(declaration.Expression);
            case IArgumentOperation argument:
                return Trace(argument.Value);
            case ILocalReferenceOperation local:
                return Variable(local.Local);
            case IParameterReferenceOperation parameter:
                return Parameter(parameter);
            case IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } item:
                return TupleField(tuple, item.Field);
            case IFieldReferenceOperation field:
                return Field(field);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IInvocationOperation call:
                return Call(call);
            case IObjectCreationOperation creation:
                return Created(creation);
            case IArrayElementReferenceOperation element:
                return Element(element.ArrayReference);
            case IImplicitIndexerReferenceOperation indexer:
                // list[^1] is one of the elements; text[..4] is a part of the text, which is another text.
                return Text(indexer.Instance.Type) ? Trace(indexer.Instance).Tie : Element(indexer.Instance);
            case IDynamicMemberReferenceOperation { Instance: { } instance } member:
                return JsonMember(instance, member.MemberName);
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { Instance: { } instance } }:
                return Trace(instance);
            case IDynamicIndexerAccessOperation indexer when indexer.Arguments is [{ ConstantValue: { HasValue: true, Value: string name } }]:
                return JsonMember(indexer.Operation, name);
            case IDynamicIndexerAccessOperation indexer:
                return Trace(indexer.Operation);
            case IInterpolatedStringOperation text:
                return Interpolated(text);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } input:
                return PatternInput(input);
            case ITranslatedQueryOperation query:
                return Trace(query.Operation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Constant(Sum(sum)) is { Records.IsEmpty: false } path ? path : Trace(sum.LeftOperand).Or(Trace(sum.RightOperand)).Tie;
            case IArrayCreationOperation array:
                return Element(array).Tie;
            case IUtf8StringOperation:
                return Origin.Nothing;
            default:
                return Origin.Nothing;
        }
    }

    // A constant says nothing about a status, but a contract's path does about the answer that is got by it.
    private Origin Constant(string text)
    {
        var records = Contracts.Operations.Where(operation => PathTemplate.Matches(text, operation.Path)).SelectMany(static operation => operation.Responses).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToImmutableArray();
        return !records.IsEmpty ? new Origin { Records = records }
            : PathTemplate.LooksLikePath(text) ? Origin.Elsewhere
            : Origin.Nothing;
    }

    private Origin Interpolated(IInterpolatedStringOperation text)
    {
        var holes = text.Parts.OfType<IInterpolationOperation>().ToList();
        if (holes is [var only] && text.Parts.Length == 1)
        {
            return Trace(only.Expression);
        }

        var spelt = string.Concat(text.Parts.Select(static part => part is IInterpolatedStringTextOperation { Text.ConstantValue.Value: string literal } ? literal : "{}"));
        var constant = Constant(spelt);
        return constant.Records.IsEmpty && constant.IsElsewhere && spelt.StartsWith("{}", System.StringComparison.Ordinal) && spelt.Length < 4 ? Origin.Nothing
            : !constant.Records.IsEmpty ? constant
            : holes.Aggregate(constant, (origin, hole) => origin.Or(Trace(hole.Expression).Tie));
    }

    // A sum of strings as far as it is spelt, with "{}" for the rest.
    private static string Sum(IOperation operation, int depth = 0) => operation.Bare() switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when depth < 32 => Sum(sum.LeftOperand, depth + 1) + Sum(sum.RightOperand, depth + 1),
        _ => "{}",
    };

    private Origin PatternInput(IOperation input)
    {
        for (var at = input.Parent; at is not null; at = at.Parent)
        {
            if (at is IRecursivePatternOperation pattern)
            {
                return CodeBlock.Matched(pattern) is { } matched ? Trace(matched) : Origin.Nothing;
            }
        }

        return Origin.Nothing;
    }

    // Runs in another block, as when a value comes out of a helper, and comes back to this one.
    private Origin Within(CodeBlock other, System.Func<Origin> trace)
    {
        var before = _block;
        _block = other;
        try
        {
            return trace();
        }
        finally
        {
            _block = before;
        }
    }

    // Each variable is followed once on one way: assignments in loops lead back to themselves.
    private Origin Once(object key, System.Func<Origin> trace)
    {
        if (!_active.Add(key))
        {
            return Origin.Nothing;
        }

        try
        {
            return trace();
        }
        finally
        {
            _active.Remove(key);
        }
    }
}
