using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Uses;

/// <summary>Which of the contracts' own types a block uses: what is at hand there need not be written by hand.</summary>
internal static class AtHand
{
    /// <summary>The operations whose client or request the block uses.</summary>
    public static IReadOnlyList<ContractOperation> Operations(Investigation investigation, CodeBlock block)
    {
        if (investigation.Contracts.Operations.IsEmpty)
        {
            return [];
        }

        var types = TypesIn(block);
        return [.. investigation.Contracts.Operations.Where(operation => types.Contains(operation.Client)
            || operation.Client.AllInterfaces.Any(types.Contains)
            || operation.Requests.Any(request => investigation.Contracts.RecordOf(request) is { } record && types.Contains(record)))];
    }

    /// <summary>Whether the block uses one of the operation's answers.</summary>
    public static bool UsesResponse(ContractOperation operation, Investigation investigation, CodeBlock block)
    {
        var types = TypesIn(block);
        return operation.Responses.Any(response => investigation.Contracts.RecordOf(response) is { } record && types.Contains(record));
    }

    private static HashSet<ITypeSymbol> TypesIn(CodeBlock block)
    {
        var types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in block.All)
        {
            if (operation.Type is { } type)
            {
                types.Add(type.OriginalDefinition);
            }

            if (operation is Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { } container } })
            {
                types.Add(container);
            }
        }

        return types;
    }
}
