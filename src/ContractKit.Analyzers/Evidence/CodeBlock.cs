using System.Collections.Generic;
using System.Collections.Immutable;
using ContractKit.Analyzers.Comparisons;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Evidence;

/// <summary>A body or initializer with what the rules ask about it, gathered in one pass over its operations.</summary>
internal sealed class CodeBlock
{
    private readonly Dictionary<ISymbol, List<Definition>> _definitions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _calls = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _uses = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> _all = [];
    private readonly Investigation _investigation;
    private volatile IReadOnlyList<Comparison>? _comparisons;

    public CodeBlock(IOperation root, Investigation investigation)
    {
        Root = root;
        _investigation = investigation;
        foreach (var operation in root.Tree())
        {
            _all.Add(operation);
            Gather(operation);
        }
    }

    public IOperation Root { get; }

    /// <summary>All operations, each before what it is made of.</summary>
    public IReadOnlyList<IOperation> All => _all;

    /// <summary>The comparisons of texts with words; read when first asked for, since that may look into other blocks.</summary>
    public IReadOnlyList<Comparison> Comparisons => _comparisons ??= ReadComparisons();

    /// <summary>Where the symbol gets its values in this block.</summary>
    public IReadOnlyList<Definition> DefinitionsOf(ISymbol symbol) => Found(_definitions, symbol);

    /// <summary>The calls of a method or local function, its method groups, and the calls of a delegate that a symbol holds.</summary>
    public IReadOnlyList<IOperation> CallsOf(ISymbol symbol) => Found(_calls, symbol);

    /// <summary>All references to a local, parameter, field or property.</summary>
    public IReadOnlyList<IOperation> UsesOf(ISymbol symbol) => Found(_uses, symbol);

    /// <summary>Whether the symbol is used, set or called here.</summary>
    public bool Mentions(ISymbol symbol) =>
        _uses.ContainsKey(symbol.OriginalDefinition) || _definitions.ContainsKey(symbol.OriginalDefinition) || _calls.ContainsKey(symbol.OriginalDefinition);

    private static IReadOnlyList<T> Found<T>(Dictionary<ISymbol, List<T>> map, ISymbol symbol) =>
        map.TryGetValue(symbol.OriginalDefinition, out var found) ? found : ImmutableArray<T>.Empty;

    private static void Add<T>(Dictionary<ISymbol, List<T>> map, ISymbol? symbol, T value)
    {
        if (symbol is null)
        {
            return;
        }

        symbol = symbol.OriginalDefinition;
        if (!map.TryGetValue(symbol, out var values))
        {
            map[symbol] = values = [];
        }

        values.Add(value);
    }

    private List<Comparison> ReadComparisons()
    {
        var reader = new ComparisonReader(_investigation, this);
        var found = new List<Comparison>();
        foreach (var operation in _all)
        {
            reader.Read(operation, found);
        }

        return found;
    }

    private void Gather(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator when (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initializer:
                Define(local, new Definition(DefinitionKind.Value, initializer.Value));
                break;
            case ISimpleAssignmentOperation assignment:
                Define(assignment.Target.Symbol(), new Definition(DefinitionKind.Value, assignment.Value));
                break;
            case ICoalesceAssignmentOperation coalesce:
                Define(coalesce.Target.Symbol(), new Definition(DefinitionKind.Value, coalesce.Value));
                break;
            case ICompoundAssignmentOperation compound:
                Define(compound.Target.Symbol(), new Definition(DefinitionKind.Computed, compound.Value));
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value);
                break;
            case IForEachLoopOperation loop:
                ForEach(loop);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                Define(argument.Value.Symbol(), new Definition(DefinitionKind.Argument, argument));
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } pattern:
                Define(declared, Matched(pattern));
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } declared } pattern:
                Define(declared, Matched(pattern));
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } instance } invocation:
                Add(_calls, instance.Symbol(), invocation);
                break;
            case IInvocationOperation invocation:
                Add(_calls, invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, invocation);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                Add(_calls, constructor, creation);
                break;
            case IMethodReferenceOperation method:
                Add(_calls, method.Method.ReducedFrom ?? method.Method, method);
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IEventReferenceOperation:
                Add(_uses, operation.Symbol(), operation);
                break;
            case IFieldInitializerOperation initializer:
                foreach (var field in initializer.InitializedFields)
                {
                    Define(field, new Definition(DefinitionKind.Value, initializer.Value));
                }

                break;
            case IPropertyInitializerOperation initializer:
                foreach (var property in initializer.InitializedProperties)
                {
                    Define(property, new Definition(DefinitionKind.Value, initializer.Value));
                }

                break;
        }
    }

    private void Define(ISymbol? symbol, Definition? definition)
    {
        if (definition is { } known)
        {
            Add(_definitions, symbol, known);
        }
    }

    private void Deconstruct(IOperation target, IOperation value)
    {
        var targets = target.Bare() is IDeclarationExpressionOperation declaration ? declaration.Expression : target.Bare();
        if (targets is not ITupleOperation tuple)
        {
            Define(targets.Symbol(), new Definition(DefinitionKind.Value, value));
            return;
        }

        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            if (value.Bare() is ITupleOperation values && values.Elements.Length == tuple.Elements.Length)
            {
                Deconstruct(tuple.Elements[i], values.Elements[i]);
            }
            else if (tuple.Elements[i].Symbol() is { } symbol)
            {
                Define(symbol, new Definition(DefinitionKind.Item, value, i));
            }
        }
    }

    private void ForEach(IForEachLoopOperation loop)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation declarator)
        {
            Define(declarator.Symbol, new Definition(DefinitionKind.Element, loop.Collection));
        }
        else if (loop.LoopControlVariable.Symbol() is { } symbol)
        {
            Define(symbol, new Definition(DefinitionKind.Element, loop.Collection));
        }
        else if ((loop.LoopControlVariable.Bare() is IDeclarationExpressionOperation declaration ? declaration.Expression : loop.LoopControlVariable.Bare()) is ITupleOperation tuple)
        {
            for (var i = 0; i < tuple.Elements.Length; i++)
            {
                Define(tuple.Elements[i].Symbol(), new Definition(DefinitionKind.ElementItem, loop.Collection, i));
            }
        }
    }

    /// <summary>What a pattern is matched with: the value of its <c>is</c> or switch, or the member that a property pattern names.</summary>
    public static Definition? Matched(IOperation pattern)
    {
        for (var at = pattern; ; at = at.Parent!)
        {
            switch (at.Parent)
            {
                case IIsPatternOperation test:
                    return new Definition(DefinitionKind.Value, test.Value);
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice }:
                    return new Definition(DefinitionKind.Value, choice.Value);
                case IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice }:
                    return new Definition(DefinitionKind.Value, choice.Value);
                case IPropertySubpatternOperation property:
                    return new Definition(DefinitionKind.Value, property.Member);
                case IRecursivePatternOperation positional when positional.DeconstructionSubpatterns.IndexOf((at as IPatternOperation)!) is >= 0 and var index:
                    return Matched(positional) is not { } outer ? null
                        : outer is { Kind: DefinitionKind.Value, Source: var source } && source.Bare() is ITupleOperation tuple && index < tuple.Elements.Length
                            ? new Definition(DefinitionKind.Value, tuple.Elements[index])
                            : outer.Kind == DefinitionKind.Value ? new Definition(DefinitionKind.Item, outer.Source, index) : null;
                case IPatternOperation and (IBinaryPatternOperation or INegatedPatternOperation):
                    continue;
                case IListPatternOperation list:
                    return Matched(list) is { Kind: DefinitionKind.Value } whole ? new Definition(DefinitionKind.Element, whole.Source) : null;
                default:
                    return null;
            }
        }
    }
}
