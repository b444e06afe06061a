using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Contracts;

/// <summary>A property of a generated record.</summary>
internal sealed class ContractProperty(IPropertySymbol symbol, string jsonName, ContractEnum? values)
{
    public IPropertySymbol Symbol { get; } = symbol;

    /// <summary>The member's name in JSON.</summary>
    public string JsonName { get; } = jsonName;

    /// <summary>The enum that its values are of; null for a property of another kind.</summary>
    public ContractEnum? Values { get; } = values;
}
