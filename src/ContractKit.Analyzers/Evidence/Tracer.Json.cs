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
    public static (IOperation Json, string Name)? MemberRead(IOperation operation)
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
