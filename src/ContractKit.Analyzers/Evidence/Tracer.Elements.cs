using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Evidence;

/// <summary>Elements of collections and queries.</summary>
internal sealed partial class Tracer
{
    // Any one of the elements of a collection.
    private Origin Element(IOperation collection)
    {
        var bare = collection.Bare();
        if (++_steps > MaxSteps)
        {
            return Origin.Nothing;
        }

        if (bare.Type is { } held && Sources.IsElsewhere(held))
        {
            return Origin.Elsewhere;
        }

        if (ElementType(bare.Type) is { } type)
        {
            if (Contracts.EnumOf(type) is { } contract)
            {
                return Contracts.IsEnum(type) ? Origin.Of(contract).With(TextShape.MemberName) : Origin.Of(contract);
            }

            if (Contracts.RecordOf(type) is { } record)
            {
                return Origin.Of(record);
            }
        }

        if (bare.Elements() is { } elements)
        {
            return elements.Aggregate(Origin.Nothing, (origin, element) => origin.Or(element.Syntax is SpreadElementSyntax ? element.ChildOperations.Aggregate(Origin.Nothing, (sum, spread) => sum.Or(Element(spread))) : Trace(element)));
        }

        switch (bare)
        {
            case ITranslatedQueryOperation query:
                return Element(query.Operation);
            case IAwaitOperation await:
                return Element(await.Operation);
            case IConditionalAccessOperation access:
                return Element(access.WhenNotNull);
            case ICoalesceOperation coalesce:
                return Element(coalesce.Value).Or(Element(coalesce.WhenNull));
            case ILocalReferenceOperation { Local: var local }:
                return Once((local, "element"), () => Elements(_block, local));
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } reference:
                return Once((parameter, "element"), () => Elements(_block, parameter).Or(ElementsPassed(reference, parameter, method)));
            case IFieldReferenceOperation { Field: var field } when !field.DeclaringSyntaxReferences.IsEmpty:
                return Once((field, "element"), () => Mentioning(field).Aggregate(Origin.Nothing, (origin, writer) => origin.Or(Within(writer, () => Elements(writer, field.OriginalDefinition)))));
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property } when !property.DeclaringSyntaxReferences.IsEmpty && Contracts.RecordOf(property.ContainingType) is null:
                return Once((property, "element"), () => Mentioning(property).Aggregate(Origin.Nothing, (origin, writer) => origin.Or(Within(writer, () => Elements(writer, property.OriginalDefinition)))));
            case IInvocationOperation call:
                return ElementOfCall(call);
            default:
                return Trace(bare).Tie;
        }
    }

    private Origin ElementsPassed(IOperation reference, IParameterSymbol parameter, IMethodSymbol method)
    {
        if (method.Name == "Main" && method.IsStatic || method.Name == "<Main>$")
        {
            return Origin.Elsewhere;
        }

        foreach (var (helper, call, caller) in _calls)
        {
            if (SymbolEqualityComparer.Default.Equals(helper, method.OriginalDefinition))
            {
                return Arguments(call, parameter).Aggregate(Origin.Nothing, (origin, argument) => origin.Or(Within(caller, () => Element(argument.Source))));
            }
        }

        return method.MethodKind == MethodKind.AnonymousFunction
            ? Function(reference, method) is { } function && FunctionInput(function, parameter.Ordinal) is var input ? input.Tie : Origin.Nothing
            : Mentioning(method).SelectMany(caller => caller.CallsOf(method).Select(call => (caller, call)))
                .Aggregate(Origin.Nothing, (origin, at) => origin.Or(Within(at.caller, () => Arguments(at.call, parameter).Aggregate(Origin.Nothing, (sum, argument) => sum.Or(Element(argument.Source))))));
    }

    // What a variable's collection is made of: its definitions, and what is added to it.
    private Origin Elements(CodeBlock where, ISymbol symbol)
    {
        var origin = where.DefinitionsOf(symbol).Aggregate(Origin.Nothing, (sum, definition) => definition.Kind == DefinitionKind.Value ? sum.Or(Element(definition.Source)) : sum.Or(Trace(definition).Tie));
        foreach (var use in where.UsesOf(symbol))
        {
            switch (use.Around())
            {
                case IInvocationOperation { TargetMethod.Name: "Add" or "Enqueue" or "Push" or "Insert" or "TryAdd" or "Append" } add when ReferenceEquals(add.Instance?.Bare(), use) && add.Arguments.Length > 0:
                    origin = origin.Or(Trace(add.Arguments[add.Arguments.Length - 1].Value));
                    break;
                case IPropertyReferenceOperation { Property.IsIndexer: true, Parent: ISimpleAssignmentOperation assignment } indexer when ReferenceEquals(assignment.Target, indexer):
                    origin = origin.Or(Trace(assignment.Value));
                    break;
                case IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation assignment } element when ReferenceEquals(assignment.Target, element):
                    origin = origin.Or(Trace(assignment.Value));
                    break;
            }
        }

        return origin;
    }

    private Origin ElementOfCall(IInvocationOperation call)
    {
        var value = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        switch (call.TargetMethod.Name)
        {
            case "Select" or "SelectMany" or "ConvertAll" when Lambda(call) is { } projection:
                var results = ReturnsOf(projection.Body).ToList();
                return results.Aggregate(Origin.Nothing, (origin, result) => origin.Or(call.TargetMethod.Name == "SelectMany" ? Element(result) : Trace(result)));
            case "Join" or "GroupJoin" or "Zip" or "LeftJoin" or "RightJoin" when Result(call) is { } joined:
                return ReturnsOf(joined.Body).Aggregate(Origin.Nothing, (origin, result) => origin.Or(Trace(result)));
            case "ToDictionary" or "ToLookup" when call.Arguments.Select(static argument => argument.Value.Bare()).OfType<IDelegateCreationOperation>().Select(static creation => creation.Target).OfType<IAnonymousFunctionOperation>().ToList() is { Count: > 1 } lambdas:
                return ReturnsOf(lambdas[1].Body).Aggregate(Origin.Nothing, (origin, result) => origin.Or(Trace(result)));
            case "Split" when Text(value?.Bare().Type):
                return Trace(value).Tie;
            case "Values" or "Keys":
                return value is null ? Origin.Nothing : Element(value);
            case "EnumerateArray" or "EnumerateObject" or "AsArray" or "AsObject" or "Children" or "Properties" or "SelectTokens":
                return Trace(value).Tie;
        }

        if (call.TargetMethod.DeclaringSyntaxReferences.Length > 0)
        {
            return Returned(call, Element).Or(Yielded(call));
        }

        return value is null ? Origin.Nothing : Sources.IsElsewhere(call.TargetMethod.ContainingType) ? Origin.Elsewhere : Element(value);
    }

    private Origin Yielded(IInvocationOperation call) =>
        investigation.BodyOf(call.TargetMethod) is { } body
            ? Within(body, () => body.All.OfType<IReturnOperation>().Where(static returned => returned.Kind == OperationKind.YieldReturn && returned.ReturnedValue is not null)
                .Aggregate(Origin.Nothing, (origin, returned) => origin.Or(Trace(returned.ReturnedValue))))
            : Origin.Nothing;

    private Origin ItemOfElement(IOperation collection, int index)
    {
        if (ElementType(collection.Bare().Type) is INamedTypeSymbol { IsTupleType: false } type && Deconstructed(type, index) is { } property)
        {
            return Given(property);
        }

        switch (collection.Bare())
        {
            case IInvocationOperation { TargetMethod.Name: "Select" or "SelectMany" or "Join" or "GroupJoin" or "Zip" or "LeftJoin" or "RightJoin" } call when Result(call) is { } projection:
                return ReturnsOf(projection.Body).Aggregate(Origin.Nothing, (origin, result) => origin.Or(Item(result, index)));
            case IInvocationOperation call when (call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null)) is { } source && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty:
                return ItemOfElement(source, index);
            case ILocalReferenceOperation { Local: var local }:
                return Once((local, index, "element"), () => _block.DefinitionsOf(local).Where(static definition => definition.Kind == DefinitionKind.Value)
                    .Aggregate(Origin.Nothing, (origin, definition) => origin.Or(ItemOfElement(definition.Source, index))));
            case var written when written.Elements() is { } elements:
                return elements.Aggregate(Origin.Nothing, (origin, element) => origin.Or(Item(element, index)));
            default:
                return Origin.Nothing;
        }
    }

    // group.Key: what the elements are grouped by.
    private Origin Key(IOperation group)
    {
        if (group.Bare() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } method }
            && Function(group.Bare(), method)?.Around()?.Around() is IArgumentOperation { Parent: IInvocationOperation call })
        {
            return Keys(call.Instance ?? call.Arguments[0].Value);
        }

        return group.Bare() is ILocalReferenceOperation { Local: var local } && _block.DefinitionsOf(local) is [{ Kind: DefinitionKind.Element, Source: var groups }] ? Keys(groups) : Origin.Nothing;
    }

    private Origin Keys(IOperation groups)
    {
        for (var at = groups.Bare(); ;)
        {
            if (at is ITranslatedQueryOperation query)
            {
                at = query.Operation.Bare();
            }
            else if (at is IInvocationOperation { TargetMethod.Name: "GroupBy" or "ToDictionary" or "ToLookup" or "CountBy" } call && Lambda(call) is { } key)
            {
                return ReturnsOf(key.Body).Aggregate(Origin.Nothing, (origin, result) => origin.Or(Trace(result)));
            }
            else if (at is IInvocationOperation { Arguments.Length: > 0 } other && (other.Instance ?? other.Arguments[0].Value) is { } source)
            {
                at = source.Bare();
            }
            else if (at is ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } && at.Symbol() is { } symbol)
            {
                return Once((symbol, "key"), () => symbol is ILocalSymbol ? KeysIn(_block, symbol)
                    : symbol.DeclaringSyntaxReferences.IsEmpty ? Origin.Nothing
                    : Mentioning(symbol).Aggregate(Origin.Nothing, (origin, writer) => origin.Or(Within(writer, () => KeysIn(writer, symbol)))));
            }
            else
            {
                return Origin.Nothing;
            }
        }
    }

    // Under what keys this project puts things into a dictionary.
    private Origin KeysIn(CodeBlock where, ISymbol map)
    {
        var origin = where.DefinitionsOf(map).Where(static definition => definition.Kind == DefinitionKind.Value).Aggregate(Origin.Nothing, (sum, definition) => sum.Or(Keys(definition.Source)));
        foreach (var use in where.UsesOf(map))
        {
            origin = origin.Or(use.Around() switch
            {
                IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "AddOrUpdate" or "GetOrAdd", Arguments: [var under, ..] } add when ReferenceEquals(add.Instance?.Bare(), use) => Trace(under.Value),
                IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var under], Parent: IAssignmentOperation or IIncrementOrDecrementOperation } indexer when !ReferenceEquals((indexer.Parent as IAssignmentOperation)?.Value, indexer) => Trace(under.Value),
                _ => Origin.Nothing,
            });
        }

        return origin;
    }

    // The lambda that makes the elements of a joined or paired sequence.
    private static IAnonymousFunctionOperation? Result(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value.Bare()).OfType<IDelegateCreationOperation>().Select(static creation => creation.Target).OfType<IAnonymousFunctionOperation>().LastOrDefault();

    private static IAnonymousFunctionOperation? Lambda(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value.Bare()).OfType<IDelegateCreationOperation>().Select(static creation => creation.Target).OfType<IAnonymousFunctionOperation>().FirstOrDefault();

    private static ITypeSymbol? ElementType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { SpecialType: SpecialType.System_String } => null,
        INamedTypeSymbol { TypeArguments: [var only] } => only,
        INamedTypeSymbol { TypeArguments: [_, var value], Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "ConcurrentDictionary" or "KeyValuePair" } => value,
        _ => null,
    };
}
