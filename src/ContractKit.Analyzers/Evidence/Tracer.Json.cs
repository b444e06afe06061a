using System;
using System.Collections.Immutable;
using System.Linq;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Evidence;

/// <summary>Members of JSON objects.</summary>
internal sealed partial class Tracer
{
    /// <summary>The member that a JSON call or indexer reads by a constant name, or null.</summary>
    public static (IOperation Json, string Name)? MemberRead(IOperation operation) => MemberRead(operation, static _ => null);

    private static (IOperation Json, string Name)? MemberRead(IOperation operation, Func<IOperation, string?> resolve)
    {
        var (instance, method, arguments) = operation switch
        {
            IInvocationOperation { TargetMethod: var target } call => (call.Instance ?? (target.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null), target.Name, call.Arguments),
            IPropertyReferenceOperation { Property.IsIndexer: true } indexer => (indexer.Instance, "[]", indexer.Arguments),
            _ => (null, "", ImmutableArray<IArgumentOperation>.Empty),
        };
        if (instance is null || !(method is "[]" or "GetProperty" or "TryGetProperty" or "GetValue" or "TryGetValue" or "Value" or "SelectToken" or "Property" or "TryGetPropertyValue" or "GetValueOrDefault" or "ContainsKey" or "GetPropertyValue"))
        {
            return null;
        }

        var type = instance.Bare().Type;
        if (!Json.IsValue(type) && !Json.IsMap(type) && type?.TypeKind != TypeKind.Dynamic)
        {
            return null;
        }

        foreach (var argument in arguments)
        {
            if (ReferenceEquals(argument.Value, instance))
            {
                continue;
            }

            if (argument.Value.Bare().ConstantValue is { HasValue: true, Value: string name })
            {
                return (instance, method == "SelectToken" ? LastSegment(name) : name);
            }

            if (argument.Value.Bare() is IUtf8StringOperation utf8)
            {
                return (instance, utf8.Value);
            }

            if (resolve(argument.Value) is { } given)
            {
                return (instance, given);
            }
        }

        return null;
    }

    // Also where a helper reads the member whose name its caller gives: Get(json, "status").
    private (IOperation Json, string Name)? MemberReadHere(IOperation operation) => MemberRead(operation, NameGiven);

    private string? NameGiven(IOperation name)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            var bare = name.Bare();
            if (bare.ConstantValue is { HasValue: true, Value: string spelt })
            {
                return spelt;
            }

            if (bare is not IParameterReferenceOperation { Parameter: var parameter })
            {
                return null;
            }

            var call = _calls.FirstOrDefault(frame => SymbolEqualityComparer.Default.Equals(frame.Method, parameter.ContainingSymbol.OriginalDefinition)).Call;
            if (call is null || Arguments(call, parameter).FirstOrDefault().Source is not { } argument)
            {
                return null;
            }

            name = argument;
        }

        return null;
    }

    private static string LastSegment(string path) => path.Substring(path.LastIndexOf('.') + 1).TrimStart('$');

    // What stands under a name in a JSON object.
    private Origin JsonMember(IOperation json, string name)
    {
        var tie = Trace(json);
        if (tie.IsStrong)
        {
            // dynamic: the Text of a status.
            return tie;
        }

        if (!Comparisons.Json.IsValue(json.Bare().Type) && json.Bare().Type?.TypeKind != TypeKind.Dynamic && Stored(json, name) is var stored && (stored.IsStrong || stored.IsElsewhere))
        {
            return stored;
        }

        object key = (name, json.Symbol() ?? (json.Bare() as IPropertyReferenceOperation)?.Instance?.Symbol() ?? (object)"");
        if (tie.Records.Length > 0)
        {
            var properties = tie.Records.Select(record => Contracts.PropertyOf(record, name)).OfType<ContractProperty>().ToList();
            var enums = properties.Select(static property => property.Values).OfType<ContractEnum>().Distinct().ToImmutableArray();
            if (!enums.IsEmpty)
            {
                return new Origin { Enums = enums }.Through(key);
            }

            // Another member of the contract's JSON: what is under it has its own meaning. A wrapper around it has not.
            return properties.Count > 0 ? Origin.Elsewhere : Contracts.EnumsNamed(name).IsEmpty ? new Origin { Records = tie.Records } : new Origin { Named = Contracts.EnumsNamed(name) }.Through(key);
        }

        if (tie.IsElsewhere)
        {
            return Origin.Elsewhere;
        }

        var named = Contracts.EnumsNamed(name);
        return named.IsEmpty ? new Origin { Keys = ImmutableArray.Create(key), IsElsewhere = Leaf(json, name) } : new Origin { Named = named }.Through(key);
    }

    // What this project puts into a dictionary under a name.
    private Origin Stored(IOperation map, string name)
    {
        var bare = map.Bare();
        switch (bare)
        {
            case IInvocationOperation:
                return Element(bare);
            case IObjectCreationOperation { Initializer: { } initializer }:
                return initializer.Initializers.Aggregate(Origin.Nothing, (origin, part) => origin.Or(part switch
                {
                    IInvocationOperation { Arguments: [var under, var value, ..] } when MayBe(under.Value, name) => Trace(value.Value),
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var under, ..] }, Value: var value } when MayBe(under.Value, name) => Trace(value),
                    _ => Origin.Nothing,
                }));
            case ILocalReferenceOperation { Local: var local }:
                return Once((local, name), () => StoredIn(_block, local, name));
            case IFieldReferenceOperation or IPropertyReferenceOperation when bare.Symbol() is { DeclaringSyntaxReferences.IsEmpty: false } symbol:
                return Once((symbol, name), () => Mentioning(symbol).Aggregate(Origin.Nothing, (origin, writer) => origin.Or(Within(writer, () => StoredIn(writer, symbol, name)))));
            default:
                return Origin.Nothing;
        }
    }

    private Origin StoredIn(CodeBlock where, ISymbol map, string name)
    {
        var origin = where.DefinitionsOf(map).Where(static definition => definition.Kind == DefinitionKind.Value).Aggregate(Origin.Nothing, (sum, definition) => sum.Or(Stored(definition.Source, name)));
        foreach (var use in where.UsesOf(map))
        {
            origin = origin.Or(use.Around() switch
            {
                IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: [var under, var value, ..] } add when ReferenceEquals(add.Instance?.Bare(), use) && MayBe(under.Value, name) => Trace(value.Value),
                IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var under, ..], Parent: ISimpleAssignmentOperation assignment } indexer when ReferenceEquals(assignment.Target, indexer) && MayBe(under.Value, name) => Trace(assignment.Value),
                _ => Origin.Nothing,
            });
        }

        return origin;
    }

    private static bool MayBe(IOperation key, string name) => key.Bare().ConstantValue is not { HasValue: true, Value: string spelt } || spelt == name;

    // properties.First(property => property.Name == "status"): the member that a condition picks out.
    private Origin Picked(IOperation chosen)
    {
        if (chosen.Bare() is not IInvocationOperation call || Lambda(call) is not { } condition)
        {
            return Origin.Nothing;
        }

        foreach (var comparison in _block.Comparisons.Where(comparison => condition.Syntax.Span.Contains(comparison.Operation.Syntax.Span)))
        {
            foreach (var word in comparison.Words.Where(word => !Contracts.EnumsNamed(word.Text).IsEmpty))
            {
                var tie = Trace(call.Instance ?? call.Arguments[0].Value).Tie;
                var enums = tie.Records.Select(record => Contracts.PropertyOf(record, word.Text)?.Values).OfType<ContractEnum>().ToImmutableArray();
                return tie.IsElsewhere ? Origin.Elsewhere : !enums.IsEmpty ? new Origin { Enums = enums } : new Origin { Named = Contracts.EnumsNamed(word.Text) }.Through((word.Text, (object)call));
            }
        }

        return Origin.Nothing;
    }

    // A text that JSON calls by another name is another text; but { "data": { "status": … } } only wraps it.
    private static bool Leaf(IOperation json, string name)
    {
        var read = json.Parent;
        while (read is IConversionOperation or IParenthesizedOperation)
        {
            read = read.Parent;
        }

        for (var at = read?.Parent; at is not null; at = at.Parent)
        {
            if (at is IInvocationOperation { TargetMethod.Name: "GetString" or "GetRawText" or "ToString" } || at.Type?.SpecialType == SpecialType.System_String || at is IBinaryOperation)
            {
                return name.Length > 0;
            }

            if (at is not (IConversionOperation or IConditionalAccessOperation or IInvocationOperation or IArgumentOperation or IParenthesizedOperation))
            {
                return false;
            }
        }

        return false;
    }

    // reader.GetString() in a block that looks for the property name: reader.ValueTextEquals("status").
    public Origin ReaderValue(IOperation reader)
    {
        if (reader.Symbol() is not { } symbol)
        {
            return Origin.Nothing;
        }

        var tie = Trace(reader).Tie;
        foreach (var comparison in _block.Comparisons)
        {
            foreach (var word in comparison.Words)
            {
                if (!Contracts.EnumsNamed(word.Text).IsEmpty && comparison.Subject.Source.Tree().Any(part => SymbolEqualityComparer.Default.Equals(part.Symbol(), symbol))
                    | comparison.Operation.Tree().Take(12).Any(part => SymbolEqualityComparer.Default.Equals(part.Symbol(), symbol)))
                {
                    var enums = tie.Records.Select(record => Contracts.PropertyOf(record, word.Text)?.Values).OfType<ContractEnum>().ToImmutableArray();
                    return tie.IsElsewhere ? Origin.Elsewhere
                        : !enums.IsEmpty ? new Origin { Enums = enums, Shape = TextShape.Positional }.Through((word.Text, symbol))
                        : new Origin { Named = Contracts.EnumsNamed(word.Text), Shape = TextShape.Positional }.Through((word.Text, symbol));
                }
            }
        }

        return tie.Tie;
    }
}
