using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Contracts;

/// <summary>An operation of a contract: where its path leads, and what goes over it.</summary>
internal sealed class ContractOperation(
    IMethodSymbol method, string httpMethod, string path, ImmutableArray<INamedTypeSymbol> requests, ImmutableArray<INamedTypeSymbol> responses)
{
    public IMethodSymbol Method { get; } = method;

    public string HttpMethod { get; } = httpMethod;

    /// <summary>The path template, as in <c>/tasks/{id}</c>.</summary>
    public string Path { get; } = path;

    public ImmutableArray<INamedTypeSymbol> Requests { get; } = requests;

    public ImmutableArray<INamedTypeSymbol> Responses { get; } = responses;

    public INamedTypeSymbol Client => Method.ContainingType;
}
