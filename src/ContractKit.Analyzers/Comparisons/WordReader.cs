using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Comparisons;

/// <summary>Reads the words that an operation is known to be: constants of every kind, and collections of them.</summary>
internal sealed class WordReader(Investigation investigation, CodeBlock block)
{
    private const int MaxDepth = 6;

    /// <summary>The words of which the value is one; empty where it is not known to be words.</summary>
    public IReadOnlyList<Word> Single(IOperation operation, int depth = 0)
    {
        var bare = operation.Bare();
        if ((Constant(operation) ?? Constant(bare)) is { } spelt)
        {
            return [new Word(spelt, bare, bare is INameOfOperation)];
        }

        if (depth > MaxDepth)
        {
            return [];
        }

        switch (bare)
        {
            case IUtf8StringOperation utf8:
                return [new Word(utf8.Value, bare)];
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                var (first, second) = (Single(choice.WhenTrue, depth + 1), Single(otherwise, depth + 1));
                return first.Count > 0 && second.Count > 0 ? [.. first, .. second] : [];
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                return At(Initializer(field) is { } held ? Single(held, depth + 1) : [], bare);
            case IPropertyReferenceOperation { Property.Name: "EncodedUtf8Bytes" or "Value" or "Span" or "Memory", Instance: { } holder } when holder.Bare().Type is { } type && Sources.IsPlatform(type):
                return At(Single(holder, depth + 1), bare);
            case IPropertyReferenceOperation { Property: { SetMethod: null } property, Arguments.Length: 0 }:
                return At(Initializer(property) is { } given ? Single(given, depth + 1) : [], bare);
            case ILocalReferenceOperation { Local: var local }:
                return block.DefinitionsOf(local) switch
                {
                    [{ Kind: DefinitionKind.Value, Source: var value }] => At(Single(value, depth + 1), bare),
                    [{ Kind: DefinitionKind.Element, Source: var all }] => At(Many(all, depth + 1), bare),
                    _ => [],
                };
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter:
                return Receiver(parameter) is { } receiver ? At(Many(receiver, depth + 1), bare) : [];
            case IInvocationOperation call:
                return Called(call, depth);
            default:
                return [];
        }
    }

    /// <summary>The words that a collection is known to hold; of a dictionary its keys.</summary>
    public IReadOnlyList<Word> Many(IOperation operation, int depth = 0)
    {
        var bare = operation.Bare();
        if (depth > MaxDepth)
        {
            return [];
        }

        if (bare.Elements() is { } elements)
        {
            return [.. elements.SelectMany(element => element.Syntax is SpreadElementSyntax
                ? element.ChildOperations.SelectMany(spread => Many(spread, depth + 1))
                : Single(element, depth + 1))];
        }

        switch (bare)
        {
            case IFieldReferenceOperation { Field: var field }:
                return At(Initializer(field) is { } held ? Many(held, depth + 1) : [], bare);
            case IPropertyReferenceOperation { Property: var property, Arguments.Length: 0 }:
                return At(Initializer(property) is { } given ? Many(given, depth + 1) : [], bare);
            case ILocalReferenceOperation { Local: var local } when block.DefinitionsOf(local) is [{ Kind: DefinitionKind.Value, Source: var value }]:
                return At(Many(value, depth + 1), bare);
            case IInvocationOperation { TargetMethod.Name: "Split" } split when split.Instance is { } joined && Single(joined, depth + 1) is [var list]:
                return [.. list.Text.Split([',', ';', '|', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => new Word(part.Trim(), list.Source))];
            case IInvocationOperation { TargetMethod: { Name: "Create" or "CreateRange" } } create:
                return [.. create.Arguments.SelectMany(argument => Many(argument.Value, depth + 1) is { Count: > 0 } several ? several : Single(argument.Value, depth + 1))];
            case IInvocationOperation { TargetMethod.Name: var name } copy when name.StartsWith("To", StringComparison.Ordinal) || name is "AsSpan" or "AsEnumerable" or "AsReadOnly" or "AsMemory" or "Concat" or "Append" or "Union":
                var sources = copy.Instance is { } instance ? [instance] : copy.Arguments.Select(static argument => argument.Value);
                return [.. sources.SelectMany(source => Many(source, depth + 1) is { Count: > 0 } several ? several : name is "Append" ? Single(source, depth + 1) : [])];
            default:
                return [];
        }
    }

    /// <summary>Whether something in the expression, or in the collection that it names, compares without regard to case.</summary>
    public bool IgnoresCase(IOperation operation)
    {
        var bare = operation.Bare();
        var made = bare switch
        {
            IFieldReferenceOperation { Field: var field } => Initializer(field),
            IPropertyReferenceOperation { Property: var property } => Initializer(property),
            ILocalReferenceOperation { Local: var local } when block.DefinitionsOf(local) is [{ Kind: DefinitionKind.Value, Source: var value }] => value,
            _ => null,
        };
        return (made ?? bare).Tree().Any(static part => part switch
        {
            IPropertyReferenceOperation { Property: { Name: var name, ContainingType.Name: "StringComparer" } } => name.EndsWith("IgnoreCase", StringComparison.Ordinal),
            IFieldReferenceOperation { Field: { Name: var name, ContainingType.Name: "StringComparison" or "CompareOptions" or "RegexOptions" } } => name.EndsWith("IgnoreCase", StringComparison.Ordinal),
            IArgumentOperation { Parameter.Name: "ignoreCase", Value.ConstantValue: { HasValue: true, Value: true } } => true,
            _ => false,
        });
    }

    private static string? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static IReadOnlyList<Word> At(IReadOnlyList<Word> words, IOperation place) => [.. words.Select(word => word with { Source = place })];

    // Of a field or property of this project that is set once: what it is set to.
    private IOperation? Initializer(ISymbol symbol) => investigation.InitializerOf(symbol);

    private IReadOnlyList<Word> Called(IInvocationOperation call, int depth)
    {
        var value = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        switch (call.TargetMethod.Name)
        {
            case "AsSpan" or "AsMemory" or "ToArray" or "ToString" or "ToCharArray" or "Trim" or "Intern" when value is not null && Text.IsTextual(value.Bare().Type):
                return Single(value, depth + 1);
            case "FromText" or "Parse" when call.Arguments.Length > 0 && investigation.Contracts.Find(call.TargetMethod.ContainingType) is not null:
                return Single(call.Arguments[0].Value, depth + 1);
            case "Encode" when call.TargetMethod.ContainingType.Name == "JsonEncodedText" && call.Arguments.Length > 0:
                return Single(call.Arguments[0].Value, depth + 1);
            case "GetBytes" when call.Arguments.Length == 1:
                return Single(call.Arguments[0].Value, depth + 1);
            case "Create" when call.TargetMethod.ContainingType.Name == "JsonValue" && call.Arguments.Length > 0:
                return Single(call.Arguments[0].Value, depth + 1);
            case "ToUpper" or "ToUpperInvariant" when value is not null:
                return [.. Single(value, depth + 1).Select(static word => word with { Text = word.Text.ToUpperInvariant() })];
            case "ToLower" or "ToLowerInvariant" when value is not null:
                return [.. Single(value, depth + 1).Select(static word => word with { Text = word.Text.ToLowerInvariant() })];
            default:
                return [];
        }
    }

    // words.Any(word => word == status): the collection over which the lambda's parameter runs.
    private static IOperation? Receiver(IParameterReferenceOperation parameter)
    {
        for (var at = parameter.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, parameter.Parameter.ContainingSymbol))
            {
                return function.Around() is IDelegateCreationOperation creation && creation.Around() is IArgumentOperation { Parent: IInvocationOperation call }
                    ? call.Instance ?? call.Arguments[0].Value
                    : null;
            }
        }

        return null;
    }
}
