using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Coverage;

/// <summary>What a switch over a contract enum leaves out.</summary>
/// <param name="Contract">The enum.</param>
/// <param name="Missing">The members without an arm.</param>
/// <param name="MissesUnknown">Whether a word that the contract does not have finds no arm.</param>
/// <param name="HasDefault">Whether a default or discard arm takes what no other does.</param>
internal sealed record SwitchCoverage(ContractEnum Contract, ImmutableArray<ContractMember> Missing, bool MissesUnknown, bool HasDefault)
{
    public bool IsComplete => HasDefault || (Missing.IsEmpty && !MissesUnknown);

    /// <summary>What the switch covers, or null where it is not over a contract enum.</summary>
    public static SwitchCoverage? Of(IOperation operation, Investigation investigation, CodeBlock block)
    {
        var governing = operation switch { ISwitchOperation choice => choice.Value, ISwitchExpressionOperation choice => choice.Value, _ => null };
        if (governing is null || investigation.Contracts.EnumOf(governing.Type) is not { } contract || governing.ConstantValue.HasValue)
        {
            return null;
        }

        var test = new StatusTest(investigation, block, contract, static _ => []);
        var (covered, hasDefault, tests) = (0UL, false, false);
        foreach (var (outcomes, always) in Arms(operation, test))
        {
            covered |= always ? 0 : outcomes;
            hasDefault |= always;
            tests |= !always;
        }

        if (!tests)
        {
            return null;
        }

        // Known is null for a word that the contract lacks; the enum itself has only its members.
        var canBeUnknown = ContractIndex.Unwrap(governing.Type) is { } bare && (!SymbolEqualityComparer.Default.Equals(bare, governing.Type) || investigation.Contracts.IsOpen(governing.Type));
        return new SwitchCoverage(
            contract,
            contract.Members.Where(member => (covered & StatusTest.Bit(contract, member)) == 0).ToImmutableArray(),
            canBeUnknown && (covered & Outcomes.Unknown) == 0,
            hasDefault);
    }

    private static IEnumerable<(ulong Covered, bool Always)> Arms(IOperation operation, StatusTest test)
    {
        if (operation is ISwitchExpressionOperation expression)
        {
            foreach (var arm in expression.Arms)
            {
                if (IsOpen(arm.Guard))
                {
                    yield return Arm(arm.Pattern, test);
                }
                else
                {
                    yield return (0, false);
                }
            }

            yield break;
        }

        foreach (var clause in ((ISwitchOperation)operation).Cases.SelectMany(static section => section.Clauses))
        {
            yield return clause switch
            {
                IDefaultCaseClauseOperation => (Outcomes.Everything, true),
                ISingleValueCaseClauseOperation single => (test.Constant(single.Value) ?? 0, false),
                IPatternCaseClauseOperation pattern when IsOpen(pattern.Guard) => Arm(pattern.Pattern, test),
                _ => (0, false),
            };
        }
    }

    // The bits for which the pattern surely matches: those for which it cannot fail.
    private static (ulong Covered, bool Always) Arm(IPatternOperation pattern, StatusTest test)
    {
        var outcomes = test.Pattern(pattern);
        return (outcomes.True & ~outcomes.False, pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true });
    }

    private static bool IsOpen(IOperation? guard) => guard is null || guard.ConstantValue is { HasValue: true, Value: true };
}
