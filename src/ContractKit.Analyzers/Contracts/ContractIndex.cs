using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Contracts;

/// <summary>All contract types that a compilation sees; made once per compilation, and only read afterwards.</summary>
internal sealed class ContractIndex
{
    private readonly Dictionary<ISymbol, ContractEnum> _byType = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ContractProperty> _properties = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, ImmutableArray<ContractEnum>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImmutableHashSet<ISymbol> _records;
    private readonly ConcurrentDictionary<string, bool> _near = new(StringComparer.Ordinal);
    private ImmutableHashSet<string>? _namespaces;

    public ContractIndex(
        ImmutableArray<ContractEnum> enums,
        ImmutableArray<ContractProperty> properties,
        ImmutableArray<ContractOperation> operations,
        ImmutableHashSet<ISymbol> records)
    {
        Enums = enums;
        Operations = operations;
        _records = records;
        foreach (var contract in enums)
        {
            foreach (var type in new[] { contract.Type, contract.Text, contract.Open }.OfType<INamedTypeSymbol>())
            {
                _byType[type] = contract;
            }
        }

        foreach (var property in properties)
        {
            _properties[property.Symbol] = property;
            JsonNames = JsonNames.Add(property.JsonName);
            if (property.Values is { } values)
            {
                Name(property.JsonName, values);
                Name(property.Symbol.Name, values);
            }
        }
    }

    public ImmutableArray<ContractEnum> Enums { get; }

    public ImmutableArray<ContractOperation> Operations { get; }

    /// <summary>The JSON names of all contract properties.</summary>
    public ImmutableHashSet<string> JsonNames { get; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The names of properties that hold values of contract enums, in JSON and in C#.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    public IEnumerable<INamedTypeSymbol> Records => _records.OfType<INamedTypeSymbol>();

    /// <summary>The namespaces of the contracts.</summary>
    public ImmutableHashSet<string> Namespaces => _namespaces ??= Enums.Select(static contract => contract.Type).Concat(Records).Concat(Operations.Select(static operation => operation.Client))
        .Select(static type => type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString()).ToImmutableHashSet(StringComparer.Ordinal);

    public IEnumerable<ContractProperty> Properties => _properties.Values;

    public bool IsEmpty => Enums.IsEmpty && Operations.IsEmpty && _records.IsEmpty;

    /// <summary>The contract enum that a type holds values of: the enum, its open struct, its nullables.</summary>
    public ContractEnum? EnumOf(ITypeSymbol? type)
    {
        var bare = Unwrap(type);
        return bare is null || bare.TypeKind is not (TypeKind.Enum or TypeKind.Struct) ? null : Find(bare);
    }

    /// <summary>The contract enum that a type belongs to, its static text class included.</summary>
    public ContractEnum? Find(ITypeSymbol? type) =>
        type is not null && _byType.TryGetValue(type.OriginalDefinition, out var found) ? found : null;

    public bool IsOpen(ITypeSymbol? type) =>
        Unwrap(type) is { } bare && Find(bare) is { Open: { } open } && SymbolEqualityComparer.Default.Equals(open, bare.OriginalDefinition);

    public bool IsEnum(ITypeSymbol? type) =>
        Unwrap(type) is { TypeKind: TypeKind.Enum } bare && Find(bare) is not null;

    /// <summary>The contract record that a type is, or promises: through <c>Task&lt;T&gt;</c> and the like, and through the answers nested in a result.</summary>
    public INamedTypeSymbol? RecordOf(ITypeSymbol? type)
    {
        for (var depth = 0; depth < 4 && type is INamedTypeSymbol named; depth++)
        {
            if (_records.Contains(named.OriginalDefinition))
            {
                return named;
            }

            type = named.TypeArguments.Length == 1 && named.Name is "Task" or "ValueTask" or "Nullable" ? named.TypeArguments[0] : named.ContainingType;
        }

        return null;
    }

    public ContractProperty? PropertyOf(IPropertySymbol symbol) =>
        _properties.TryGetValue(symbol.OriginalDefinition, out var found) ? found : null;

    /// <summary>The property of a record that JSON calls so.</summary>
    public ContractProperty? PropertyOf(INamedTypeSymbol record, string jsonName)
    {
        for (var type = record; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IPropertySymbol symbol && PropertyOf(symbol) is { } property && string.Equals(property.JsonName, jsonName, StringComparison.OrdinalIgnoreCase))
                {
                    return property;
                }
            }
        }

        return null;
    }

    /// <summary>Whether any contract has the word, or one that it may be a slip for.</summary>
    public bool IsNearAnyWord(string word) => _near.GetOrAdd(word, text => Enums.Any(contract => contract.Nearest(text) is not null));

    /// <summary>The enums of the properties that are named so, case and leading underscores aside.</summary>
    public ImmutableArray<ContractEnum> EnumsNamed(string name) =>
        _byName.TryGetValue(name.TrimStart('_'), out var found) ? found : ImmutableArray<ContractEnum>.Empty;

    public static ITypeSymbol? Unwrap(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private void Name(string name, ContractEnum values)
    {
        var key = name.TrimStart('_');
        var known = _byName.TryGetValue(key, out var found) ? found : ImmutableArray<ContractEnum>.Empty;
        _byName[key] = known.Contains(values) ? known : known.Add(values);
    }
}
