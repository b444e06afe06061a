using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Coverage;

/// <summary>For which members of an enum a loop can end.</summary>
internal sealed class LoopExits(ILoopOperation loop, StatusTest test, Investigation investigation)
{
    /// <summary>The bits of the members for which some way leads out of the loop; everything where something else can end it.</summary>
    public ulong Members()
    {
        var exits = Condition() switch
        {
            { } condition when loop is IWhileLoopOperation { ConditionIsUntil: true } => test.Condition(condition).True,
            { } condition => test.Condition(condition).False,
            null => 0UL,
        };

        foreach (var operation in loop.Body.Tree())
        {
            if (exits == Outcomes.Everything)
            {
                break;
            }

            if (IsExit(operation) && !InFunction(operation) && Exit(operation, test) is { } members)
            {
                exits |= members;
            }
            else if (operation is IInvocationOperation call && !InFunction(call))
            {
                exits |= Thrown(call);
            }
        }

        return exits;
    }

    /// <summary>Whether something in the loop takes a cancellation token: it can be ended from outside.</summary>
    public static bool IsCancelable(ILoopOperation loop) => loop.Tree().Any(static operation => operation switch
    {
        IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue, Value: { Type.Name: "CancellationToken" } value } =>
            value.Bare() is not (IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: "None" } or ILiteralOperation),
        IInvocationOperation { TargetMethod: { Name: "ThrowIfCancellationRequested" } } => true,
        _ => false,
    });

    private IOperation? Condition() => loop switch
    {
        IWhileLoopOperation loop => loop.Condition,
        IForLoopOperation loop => loop.Condition,
        _ => null,
    };

    private bool IsExit(IOperation operation) => operation switch
    {
        IReturnOperation { Kind: OperationKind.Return } => true,
        IThrowOperation => true,
        IBranchOperation { BranchKind: BranchKind.Break } branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
        IBranchOperation { BranchKind: BranchKind.GoTo } branch => !loop.Syntax.Span.Contains(branch.Target.DeclaringSyntaxReferences.FirstOrDefault()?.Span ?? loop.Syntax.Span),
        _ => false,
    };

    private bool InFunction(IOperation operation)
    {
        for (var at = operation.Parent; at is not null && !ReferenceEquals(at, loop); at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    // The members for which the way to this exit is open, or null where the exit is no matter of the status.
    private ulong? Exit(IOperation exit, StatusTest test)
    {
        var open = Outcomes.Everything;
        for (var (child, at) = (exit, exit.Parent); at is not null && !ReferenceEquals(child, loop); (child, at) = (at, at.Parent))
        {
            switch (at)
            {
                case IConditionalOperation choice when ReferenceEquals(child, choice.WhenTrue):
                    open &= test.Condition(choice.Condition).True;
                    break;
                case IConditionalOperation choice when ReferenceEquals(child, choice.WhenFalse):
                    open &= test.Condition(choice.Condition).False;
                    break;
                case ISwitchCaseOperation section when section.Parent is ISwitchOperation choice:
                    open &= Section(section, choice, test);
                    break;
                case ISwitchExpressionArmOperation arm:
                    open &= test.Pattern(arm.Pattern).True & (arm.Guard is null ? Outcomes.Everything : test.Condition(arm.Guard).True);
                    break;
                case ICoalesceOperation when exit is IThrowOperation:
                    // `?? throw` is about a value that is absent, not about a task that ended.
                    return null;
                case ICatchClauseOperation handler:
                    return handler.ExceptionType?.Name is "OperationCanceledException" or "TaskCanceledException" or "TimeoutException" ? Outcomes.Everything : null;
                case IBlockOperation statements:
                    open &= Passed(statements, child, test);
                    break;
            }
        }

        return open;
    }

    // EnsureNotFailed(response): the members for which a helper of this project throws.
    private ulong Thrown(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction)
        {
            return investigation.LocalFunction(call.TargetMethod)?.Tree().OfType<IThrowOperation>().Where(IsJudgement).Aggregate(0UL, (bits, thrown) => bits | (Exit(thrown, test) ?? 0)) ?? 0;
        }

        return investigation.BodyOf(call.TargetMethod) is { } helper
            ? helper.All.OfType<IThrowOperation>().Where(IsJudgement).Aggregate(0UL, (bits, thrown) => bits | (Exit(thrown, test.In(helper)) ?? 0))
            : 0;
    }

    // A throw on some condition, not one that checks an argument or stands for code that is not written yet.
    private static bool IsJudgement(IThrowOperation thrown)
    {
        if (thrown.Exception?.Bare().Type?.Name.StartsWith("Argument", StringComparison.Ordinal) == true)
        {
            return false;
        }

        for (var at = thrown.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static ulong Section(ISwitchCaseOperation section, ISwitchOperation choice, StatusTest test)
    {
        var covered = section.Clauses.Aggregate(0UL, (bits, clause) => bits | Clause(clause, test));
        if (!section.Clauses.Any(static clause => clause is IDefaultCaseClauseOperation))
        {
            return covered;
        }

        var others = choice.Cases.Where(other => other != section).SelectMany(static other => other.Clauses).Aggregate(0UL, (bits, clause) => bits | (Clause(clause, test) is var one && one == Outcomes.Everything ? 0 : one));
        return covered | ~others;
    }

    private static ulong Clause(ICaseClauseOperation clause, StatusTest test) => clause switch
    {
        ISingleValueCaseClauseOperation single => test.Constant(single.Value) ?? Outcomes.Everything,
        IPatternCaseClauseOperation pattern => test.Pattern(pattern.Pattern).True & (pattern.Guard is null ? Outcomes.Everything : test.Condition(pattern.Guard).True),
        _ => 0,
    };

    // if (still running) continue; … then what follows is reached by the others alone.
    private static ulong Passed(IBlockOperation statements, IOperation until, StatusTest test)
    {
        var open = Outcomes.Everything;
        foreach (var statement in statements.Operations)
        {
            if (ReferenceEquals(statement, until))
            {
                break;
            }

            if (statement is IConditionalOperation { WhenFalse: null } choice && Leaves(choice.WhenTrue))
            {
                open &= test.Condition(choice.Condition).False;
            }
        }

        return open;
    }

    private static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation { Operations: { Length: > 0 } inner } => Leaves(inner[inner.Length - 1]),
        IBranchOperation { BranchKind: BranchKind.Continue } => true,
        _ => false,
    };
}
