using System;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>$ref</c>.</summary>
internal sealed class ReferenceApplicator : Applicator
{
    private readonly string _keyword;
    private readonly Func<SchemaRule>? _target;
    private SchemaRule? _rule;

    public ReferenceApplicator(string keyword, SchemaRule rule)
    {
        _keyword = keyword;
        _rule = rule;
    }

    public ReferenceApplicator(string keyword, Func<SchemaRule> target)
    {
        _keyword = keyword;
        _target = target;
    }

    /// <summary>What is referred to.</summary>
    internal SchemaRule Target => _rule ??= _target!();

    internal override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var mark = evaluation.Mark;
        return Target.Evaluate(ref cursor, ref evaluation, marks) || evaluation.Prefix(mark, _keyword);
    }
}

/// <summary><c>$dynamicRef</c> and <c>$recursiveRef</c>.</summary>
internal sealed class DynamicReferenceApplicator(string keyword, string anchor, Func<SchemaRule> initial) : Applicator
{
    internal override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var mark = evaluation.Mark;
        var rule = evaluation.Resolve(anchor) ?? initial();
        return rule.Evaluate(ref cursor, ref evaluation, marks) || evaluation.Prefix(mark, keyword);
    }
}

/// <summary>The dynamic scope that a schema resource opens.</summary>
internal sealed class ScopeApplicator(Func<SchemaScope> scope, SchemaRule rule) : Applicator
{
    internal override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        evaluation.Enter(scope());
        var valid = rule.Evaluate(ref cursor, ref evaluation, marks);
        evaluation.Leave();
        return valid;
    }
}
