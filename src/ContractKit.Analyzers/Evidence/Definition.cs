using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Evidence;

/// <summary>How a variable gets what it holds.</summary>
internal enum DefinitionKind
{
    /// <summary>The value itself.</summary>
    Value,

    /// <summary>An element of the value, one after the other.</summary>
    Element,

    /// <summary>A key of the value, which is a dictionary or lookup, one after the other.</summary>
    Key,

    /// <summary>An item of a tuple, or of what is deconstructed like one.</summary>
    Item,

    /// <summary>Such an item of each element, one after the other.</summary>
    ElementItem,

    /// <summary>An <c>out</c> or <c>ref</c> argument of a call.</summary>
    Argument,

    /// <summary>Something computed, like <c>+=</c>.</summary>
    Computed,
}

/// <summary>A place where a variable gets a value.</summary>
/// <param name="Kind">How the value is got from <paramref name="Source"/>.</param>
/// <param name="Source">The value, the collection, the tuple or the argument.</param>
/// <param name="Item">The item's place, for <see cref="DefinitionKind.Item"/> and <see cref="DefinitionKind.ElementItem"/>.</param>
internal readonly record struct Definition(DefinitionKind Kind, IOperation Source, int Item = 0);
