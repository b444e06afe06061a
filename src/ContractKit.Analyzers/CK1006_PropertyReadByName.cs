using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using ContractKit.Analyzers.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers;

/// <summary>A contract property read by name from raw JSON where its record is at hand.</summary>
internal static class CK1006_PropertyReadByName
{
    public const string Id = "CK1006";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A contract property is read from raw JSON by name",
        "\"{0}\" is {1}.{2}: read the record instead of its JSON",
        RuleBook.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RuleBook.PageOf(Id));

    public static void Examine(BlockReport block)
    {
        IReadOnlyList<ContractOperation>? operations = null;
        foreach (var operation in block.Block.All)
        {
            if (Tracer.MemberRead(operation) is not var (json, name) || !Json.IsValue(json.Bare().Type) || !block.Investigation.Contracts.JsonNames.Contains(name) || IsWritten(operation))
            {
                continue;
            }

            operations ??= AtHand.Operations(block.Investigation, block.Block);
            if (Property(json, name, operations, block) is { } property)
            {
                block.Report(Diagnostic.Create(Descriptor, operation.Syntax.GetLocation(), name, property.Symbol.ContainingType.Name, property.Symbol.Name));
            }
        }
    }

    private static ContractProperty? Property(IOperation json, string name, IReadOnlyList<ContractOperation> operations, BlockReport block)
    {
        var contracts = block.Investigation.Contracts;
        var tie = new Tracer(block.Investigation, block.Block).Trace(json);
        if (!tie.Records.IsEmpty)
        {
            // JSON of a record that the block uses as well, or of an operation whose client or request it uses.
            var used = tie.Records.Where(record => operations.Any(operation => operation.Responses.Contains(record, SymbolEqualityComparer.Default)) || Uses(block.Block, record));
            return used.Select(record => contracts.PropertyOf(record, name)).FirstOrDefault(static property => property is not null);
        }

        return tie.IsElsewhere || IsNested(json)
            ? null
            : operations.SelectMany(static operation => operation.Responses).Select(record => contracts.PropertyOf(record, name)).FirstOrDefault(static property => property is not null);
    }

    private static bool Uses(CodeBlock block, INamedTypeSymbol record) => block.All.Any(operation =>
        SymbolEqualityComparer.Default.Equals(operation.Type, record) || operation is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: var type } } && (SymbolEqualityComparer.Default.Equals(type, record) || type.Name == record.Name + "Schema"));

    // json.GetProperty("data").GetProperty("status") is a member of something inside.
    private static bool IsNested(IOperation json) => json.Tree().Any(static part => Tracer.MemberRead(part) is not null);

    private static bool IsWritten(IOperation operation) => operation.Parent is ISimpleAssignmentOperation { Target: var target } && ReferenceEquals(target, operation);
}
