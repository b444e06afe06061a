using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Coverage;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers;

/// <summary>A loop that waits for success only: a failed task never ends it.</summary>
internal static class CK1004_LoopWaitsForSuccessOnly
{
    public const string Id = "CK1004";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A loop waits for success only",
        "Only {0} ends this loop: a task that ends as {1} keeps it running for ever",
        RuleBook.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleBook.PageOf(Id));

    public static void Examine(BlockReport block)
    {
        foreach (var loop in block.Block.All.OfType<ILoopOperation>())
        {
            if (loop is not (IWhileLoopOperation or IForLoopOperation))
            {
                continue;
            }

            foreach (var contract in Tested(loop, block))
            {
                if (Waits(loop, contract, block) is { } succeeded)
                {
                    var failed = string.Join(", ", contract.Members.Where(static member => member.Outcome == Outcome.Failed).Select(static member => member.Name));
                    block.Report(Diagnostic.Create(Descriptor, PlaceOf(loop).GetLocation(), succeeded, failed));
                    break;
                }
            }
        }
    }

    /// <summary>Where the rule is shown: the loop's keyword.</summary>
    public static SyntaxToken PlaceOf(ILoopOperation loop) => loop.Syntax.GetFirstToken();

    /// <summary>The enums that the loop asks about.</summary>
    public static IEnumerable<ContractEnum> Tested(ILoopOperation loop, BlockReport block) =>
        loop.Tree().Select(operation => block.Investigation.Contracts.EnumOf(operation.Type)).OfType<ContractEnum>()
            .Concat(block.Verdicts.Where(verdict => loop.Syntax.Span.Contains(verdict.Comparison.Operation.Syntax.Span)).Select(static verdict => verdict.Contract))
            .Concat(Helpers(loop, block)).Distinct();

    // Helpers that the loop asks: while (!IsDone(answer)), while (!await IsDoneAsync()), while (!Done). A local function or lambda stands in the block itself.
    private static IEnumerable<ContractEnum> Helpers(ILoopOperation loop, BlockReport block) =>
        loop.Tree().Select(operation => operation switch
        {
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke } call when IsYesOrNo(call.Type) => block.Block,
            IInvocationOperation call when IsYesOrNo(call.Type) => block.Investigation.BodyOf(call.TargetMethod),
            IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_Boolean, GetMethod: { } getter } } => block.Investigation.BodyOf(getter),
            _ => null,
        }).OfType<CodeBlock>().Distinct()
            .SelectMany(body => body.All.Select(operation => block.Investigation.Contracts.EnumOf(operation.Type)).OfType<ContractEnum>()
                .Concat(block.VerdictsOf(body).Select(static verdict => verdict.Contract)));

    private static bool IsYesOrNo(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Boolean } or INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    // What alone ends the loop, or null where it is no such loop.
    private static string? Waits(ILoopOperation loop, ContractEnum contract, BlockReport block)
    {
        if (!contract.Members.Any(static member => member.Outcome == Outcome.Failed) || LoopExits.IsCancelable(loop))
        {
            return null;
        }

        var exits = new LoopExits(loop, new StatusTest(block.Investigation, block.Block, contract, block.VerdictsOf), block.Investigation).Members();
        var succeeded = contract.Members.Where(static member => member.Outcome == Outcome.Succeeded).ToList();
        var success = succeeded.Aggregate(Outcomes.WrongSuccess, (bits, member) => bits | StatusTest.Bit(contract, member));

        // A word that the contract lacks may end the loop as well: that does not help a task that has failed.
        var others = contract.Members.Except(succeeded).Aggregate(0UL, (bits, member) => bits | StatusTest.Bit(contract, member));
        return (exits & success) == 0 || (exits & others) != 0 ? null : succeeded.FirstOrDefault()?.Name ?? "a word that the contract lacks";
    }
}
