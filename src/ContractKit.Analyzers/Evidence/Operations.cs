using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Evidence;

/// <summary>What operations say in common, whatever their kind.</summary>
internal static class Operations
{
    /// <summary>The operation without conversions and parentheses around it.</summary>
    public static IOperation Bare(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The operation around it that is more than a conversion or parentheses.</summary>
    public static IOperation? Around(this IOperation operation)
    {
        var at = operation.Parent;
        while (at is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at;
    }

    /// <summary>The symbol that a plain reference names, or null.</summary>
    public static ISymbol? Symbol(this IOperation operation) => operation.Bare() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation property => property.Property.OriginalDefinition,
        IEventReferenceOperation raised => raised.Event.OriginalDefinition,
        IConditionalAccessInstanceOperation instance => instance.Accessed()?.Symbol(),
        IDeclarationExpressionOperation declaration => Symbol(declaration.Expression),
        _ => null,
    };

    /// <summary>What a step behind <c>?.</c> is a step from.</summary>
    public static IOperation? Accessed(this IConditionalAccessInstanceOperation instance)
    {
        for (var (at, child) = (instance.Parent, (IOperation)instance); at is not null; (at, child) = (at.Parent, at))
        {
            if (at is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, child))
            {
                return access.Operation;
            }
        }

        return null;
    }

    /// <summary>The values in an array or collection that is written out, or null where it is not.</summary>
    public static IReadOnlyList<IOperation>? Elements(this IOperation operation)
    {
        switch (operation.Bare())
        {
            case IArrayInitializerOperation initializer:
                return initializer.ElementValues;
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues;
            case IObjectCreationOperation { Initializer: { } initializer } creation:
                return Added(initializer, creation);
            case IObjectCreationOperation creation:
                return First(creation);
            case { Syntax: CollectionExpressionSyntax } collection:
                // Roslyn 4.8 has no operation kind for collection expressions; their elements are the children in every version.
                return [.. collection.ChildOperations];
            case { IsImplicit: true, Kind: (OperationKind)0x7f } collection:
                // The arguments of a `params` span: a collection expression that nobody wrote. The kind is newer than Roslyn 4.8.
                return [.. collection.ChildOperations];
            default:
                return null;
        }
    }

    /// <summary>The operations under it, itself first, in the order of evaluation; without recursion, since sums of strings nest deeply.</summary>
    public static IEnumerable<IOperation> Tree(this IOperation root)
    {
        var pending = new Stack<IOperation>();
        pending.Push(root);
        var children = new List<IOperation>();
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            children.Clear();
            foreach (var child in operation.ChildOperations)
            {
                children.Add(child);
            }

            for (var i = children.Count - 1; i >= 0; i--)
            {
                pending.Push(children[i]);
            }
        }
    }

    // { "a", "b" } and { ["a"] = x, ["b"] = y }: what is added, or the keys.
    private static List<IOperation>? Added(IObjectOrCollectionInitializerOperation initializer, IObjectCreationOperation creation)
    {
        var added = new List<IOperation>();
        foreach (var part in initializer.Initializers)
        {
            if (part is IInvocationOperation { Arguments.Length: > 0 } add)
            {
                added.Add(add.Arguments[0].Value);
            }
            else if (part is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0 } indexer })
            {
                added.Add(indexer.Arguments[0].Value);
            }
            else
            {
                return null;
            }
        }

        if (First(creation) is { } copied)
        {
            added.AddRange(copied);
        }

        return added;
    }

    // new HashSet<string>(["a", "b"]): the elements of the collection that is copied.
    private static IReadOnlyList<IOperation>? First(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument.Value.Bare() is IArrayCreationOperation or { Syntax: CollectionExpressionSyntax })
            {
                return Elements(argument.Value);
            }
        }

        return null;
    }
}
