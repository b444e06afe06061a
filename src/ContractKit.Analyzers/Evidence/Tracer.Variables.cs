using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Evidence;

/// <summary>Variables: locals, parameters, fields, items of tuples.</summary>
internal sealed partial class Tracer
{
    private Origin Variable(ILocalSymbol local) => Once(local, () =>
        Sum(_block.DefinitionsOf(local)).Or(AlsoRead(local)).OrNamed(Contracts.EnumsNamed(local.Name)).Through(local));

    private Origin Sum(IEnumerable<Definition> definitions) =>
        definitions.Aggregate(Origin.Nothing, (origin, definition) => origin.IsStrong ? origin : origin.Or(Trace(definition)));

    // The same bytes are given to a contract's type as well: TaskStatusResponse.Parse(bytes) beside JsonDocument.Parse(bytes).
    private Origin AlsoRead(ISymbol symbol)
    {
        foreach (var use in _block.UsesOf(symbol))
        {
            for (var at = use.Parent; at is IConversionOperation or IParenthesizedOperation or IArgumentOperation or IInvocationOperation or IAwaitOperation or IPropertyReferenceOperation; at = at.Parent)
            {
                if (at is IInvocationOperation call)
                {
                    if (Contracts.RecordOf(call.TargetMethod.ContainingType) is { } record && call.TargetMethod.IsStatic)
                    {
                        return Origin.Of(record);
                    }

                    if (SchemaOf(call.TargetMethod.ContainingType) is { } described && call.TargetMethod.IsStatic)
                    {
                        return Origin.Of(described);
                    }

                    if (call.TargetMethod.TypeArguments.Length > 0 && call.TargetMethod.TypeArguments.Select(type => Contracts.RecordOf(type)).FirstOrDefault(static type => type is not null) is { } read)
                    {
                        return Origin.Of(read);
                    }
                }
            }
        }

        return Origin.Nothing;
    }

    // TaskStatusResponseSchema checks what TaskStatusResponse holds.
    private INamedTypeSymbol? SchemaOf(INamedTypeSymbol type) =>
        type.IsStatic && type.Name.EndsWith("Schema", StringComparison.Ordinal)
            ? Contracts.Records.FirstOrDefault(record => record.Name + "Schema" == type.Name && SymbolEqualityComparer.Default.Equals(record.ContainingNamespace, type.ContainingNamespace))
            : null;

    private Origin Parameter(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        foreach (var (method, call, caller) in _calls)
        {
            if (SymbolEqualityComparer.Default.Equals(method, parameter.ContainingSymbol.OriginalDefinition))
            {
                // Inside a helper that is looked into from a call: the parameter is that call's argument.
                return Within(caller, () => Sum(Arguments(call, parameter))).OrNamed(Contracts.EnumsNamed(parameter.Name)).Through(parameter.OriginalDefinition);
            }
        }

        return Once(parameter, () =>
        {
            var origin = Sum(_block.DefinitionsOf(parameter)).Or(AlsoRead(parameter));
            if (!origin.IsStrong)
            {
                origin = origin.Or(Callers(parameter, reference));
            }

            if (!origin.IsStrong && Sources.IsFilledFromOutside(parameter))
            {
                origin = origin.Or(Origin.Elsewhere);
            }

            return origin.OrNamed(Contracts.EnumsNamed(parameter.Name)).Through(parameter.OriginalDefinition);
        });
    }

    private Origin Callers(IParameterSymbol parameter, IOperation reference)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return parameter.ContainingSymbol is IPropertySymbol { IsIndexer: true } ? Origin.Nothing : Origin.Nothing;
        }

        switch (method.MethodKind)
        {
            case MethodKind.AnonymousFunction:
                return Function(reference, method) is { } function ? FunctionInput(function, parameter.Ordinal) : Origin.Nothing;
            case MethodKind.LocalFunction:
                return Calls(_block, method, parameter);
            case MethodKind.PropertySet:
                return parameter.ContainingSymbol is IMethodSymbol { AssociatedSymbol: { } property } ? Written(property) : Origin.Nothing;
            case MethodKind.Ordinary or MethodKind.Constructor when method.Name == "Main" && method.IsStatic:
                return Origin.Elsewhere;
            case MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator when method.DeclaringSyntaxReferences.Length > 0:
                return Mentioning(method).Aggregate(Origin.Nothing, (origin, caller) => origin.IsStrong ? origin : origin.Or(Within(caller, () => Calls(caller, method, parameter))));
            default:
                return method.Name == "<Main>$" || method.MethodKind == MethodKind.Ordinary && method.IsImplicitlyDeclared ? Origin.Elsewhere : Origin.Nothing;
        }
    }

    private Origin Calls(CodeBlock caller, IMethodSymbol method, IParameterSymbol parameter) =>
        caller.CallsOf(method).Aggregate(Origin.Nothing, (origin, call) => origin.IsStrong ? origin : origin.Or(
            call is IMethodReferenceOperation group ? FunctionInput(group, parameter.Ordinal) : Once((call, parameter), () => Sum(Arguments(call, parameter)))));

    private static IEnumerable<Definition> Arguments(IOperation call, IParameterSymbol parameter)
    {
        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == parameter.Ordinal)
            {
                yield return new Definition(DefinitionKind.Value, argument.Value);
            }
        }
    }

    // The lambda that a parameter belongs to: what is around the reference, or somewhere in the block.
    private IOperation? Function(IOperation reference, IMethodSymbol function)
    {
        for (var at = reference.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, function))
            {
                return lambda;
            }
        }

        return _block.All.OfType<IAnonymousFunctionOperation>().FirstOrDefault(lambda => SymbolEqualityComparer.Default.Equals(lambda.Symbol, function));
    }

    // What a lambda or method group is fed with.
    private Origin FunctionInput(IOperation function, int ordinal)
    {
        var at = function.Around() is IDelegateCreationOperation creation ? creation.Around() : function.Around();
        switch (at)
        {
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                if (investigation.BodyOf(call.TargetMethod) is { } body && argument.Parameter is { } given)
                {
                    var declared = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition.Parameters;
                    var index = given.Ordinal;
                    return index < declared.Length ? Within(body, () => Invoked(body, declared[index], ordinal)) : Origin.Nothing;
                }

                var lambdas = call.Arguments.Count(static other => other.Value.Bare() is IDelegateCreationOperation);
                var receiver = call.Instance ?? call.Arguments.Select(static other => other.Value).FirstOrDefault(static value => value.Bare() is not IDelegateCreationOperation);
                return receiver is null ? Origin.Nothing
                    : call.TargetMethod.Name is "Aggregate" ? ordinal == 1 ? Element(receiver) : Origin.Nothing
                    : ordinal == 0 || lambdas > 1 ? Element(receiver)
                    : Origin.Nothing;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return Invoked(_block, declarator.Symbol, ordinal);
            case ISimpleAssignmentOperation assignment when assignment.Target.Symbol() is { } symbol:
                return InvokedAnywhere(symbol, ordinal);
            case ICompoundAssignmentOperation added when added.Target.Symbol() is { } symbol:
                return InvokedAnywhere(symbol, ordinal);
            case IEventAssignmentOperation { Adds: true } added when added.EventReference.Symbol() is { } raised:
                return InvokedAnywhere(raised, ordinal);
            case IFieldInitializerOperation { InitializedFields: [var field, ..] }:
                return InvokedAnywhere(field, ordinal);
            case IPropertyInitializerOperation { InitializedProperties: [var property, ..] }:
                return InvokedAnywhere(property, ordinal);
            default:
                return Origin.Nothing;
        }
    }

    private Origin InvokedAnywhere(ISymbol symbol, int ordinal) =>
        symbol is ILocalSymbol or IParameterSymbol
            ? Invoked(_block, symbol, ordinal)
            : Mentioning(symbol).Aggregate(Origin.Nothing, (origin, caller) => origin.Or(Within(caller, () => Invoked(caller, symbol, ordinal))));

    // isDone(status): the arguments with which a delegate that a symbol holds is called; or, held by a local and handed on, what that call feeds it.
    private Origin Invoked(CodeBlock caller, ISymbol symbol, int ordinal)
    {
        var origin = caller.CallsOf(symbol).OfType<IInvocationOperation>().Where(call => call.Arguments.Length > ordinal)
            .Aggregate(Origin.Nothing, (sum, call) => sum.Or(Once((call, ordinal), () => Trace(call.Arguments[ordinal].Value))));
        foreach (var use in caller.UsesOf(symbol))
        {
            if (use.Around() is IArgumentOperation { Parent: IInvocationOperation call } && investigation.BodyOf(call.TargetMethod) is null
                && (call.Instance ?? call.Arguments[0].Value) is { } receiver && !ReferenceEquals(receiver.Bare(), use))
            {
                origin = origin.Or(Element(receiver));
            }
        }

        return origin;
    }

    private Origin Field(IFieldReferenceOperation reference)
    {
        var field = reference.Field.OriginalDefinition;
        if (field.DeclaringSyntaxReferences.IsEmpty)
        {
            return Text(field.Type) ? Origin.Elsewhere : Trace(reference.Instance).Tie;
        }

        return Once(field, () => Written(field).OrNamed(Contracts.EnumsNamed(field.Name)).Through(field));
    }

    // All that is ever put into a field or property of this project.
    private Origin Written(ISymbol symbol) => Once((symbol, "written"), () =>
        Mentioning(symbol).Aggregate(Origin.Nothing, (origin, writer) => origin.IsStrong ? origin : origin.Or(Within(writer, () => Sum(writer.DefinitionsOf(symbol))))));

    private Origin TupleField(IOperation tuple, IFieldSymbol field)
    {
        var place = (field.CorrespondingTupleField ?? field).Name;
        var named = Contracts.EnumsNamed(field.Name);
        var origin = place.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(place.Substring(4), out var number) ? Item(tuple, number - 1) : Origin.Nothing;
        return tuple.Symbol() is { } holder ? origin.OrNamed(named).Through((holder, place)) : origin.OrNamed(named);
    }

    private Origin Item(IOperation tuple, int index)
    {
        var bare = tuple.Bare();
        if (bare.Type is INamedTypeSymbol { IsTupleType: false } type && Deconstructed(type, index) is { } property)
        {
            return Given(property);
        }

        switch (bare)
        {
            case ITupleOperation written when index < written.Elements.Length:
                return Trace(written.Elements[index]);
            case IAwaitOperation await:
                return Item(await.Operation, index);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Item(choice.WhenTrue, index).Or(Item(otherwise, index));
            case ISwitchExpressionOperation choice:
                return choice.Arms.Aggregate(Origin.Nothing, (origin, arm) => origin.Or(Item(arm.Value, index)));
            case ILocalReferenceOperation { Local: var local }:
                return Once((local, index), () => Items(_block.DefinitionsOf(local), index));
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } method } parameter }:
                return Function(bare, method) is { } function && function.Around()?.Around() is IArgumentOperation { Parent: IInvocationOperation consumer } && (consumer.Instance ?? consumer.Arguments[0].Value) is { } receiver
                    ? ItemOfElement(receiver, index)
                    : Origin.Nothing;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }:
                return Once((parameter, index), () => Mentioning(method).SelectMany(caller => caller.CallsOf(method).Select(site => (caller, site)))
                    .Aggregate(Origin.Nothing, (origin, at) => origin.Or(Within(at.caller, () => Items(Arguments(at.site, parameter), index)))));
            case IFieldReferenceOperation { Field: var field }:
                return Once((field, index), () => Mentioning(field).Aggregate(Origin.Nothing, (origin, writer) => origin.Or(Within(writer, () => Items(writer.DefinitionsOf(field), index)))));
            case IInvocationOperation { TargetMethod.Name: "FromResult" or "ConfigureAwait" or "First" or "Single" or "Last" or "FirstOrDefault" } call:
                return (call.Instance ?? call.Arguments[0].Value) is var inner && call.TargetMethod.Name is "FromResult" or "ConfigureAwait" ? Item(inner, index) : ItemOfElement(inner, index);
            case IInvocationOperation call:
                return Returned(call, value => Item(value, index));
            default:
                return Origin.Nothing;
        }
    }

    // What a property of a type of this project is given, by assignments and by its constructor.
    private Origin Given(IPropertySymbol property) => Once(property, () =>
        Written(property).Or(FromConstructor(property)).OrNamed(Contracts.EnumsNamed(property.Name)).Through(property));

    // The property that a positional record gives away in that place.
    private static IPropertySymbol? Deconstructed(INamedTypeSymbol type, int index)
    {
        var deconstruct = type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length > index && !method.DeclaringSyntaxReferences.IsEmpty || method.IsImplicitlyDeclared && method.Parameters.Length > index);
        return deconstruct is null ? null : type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, deconstruct.Parameters[index].Name, StringComparison.OrdinalIgnoreCase) && !property.DeclaringSyntaxReferences.IsEmpty);
    }

    private Origin Items(IEnumerable<Definition> definitions, int index) =>
        definitions.Aggregate(Origin.Nothing, (origin, definition) => origin.Or(definition.Kind switch
        {
            DefinitionKind.Value => Item(definition.Source, index),
            DefinitionKind.Element => ItemOfElement(definition.Source, index),
            DefinitionKind.ElementItem => Origin.Nothing,
            _ => Origin.Nothing,
        }));
}
