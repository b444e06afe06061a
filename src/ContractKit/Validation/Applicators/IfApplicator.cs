using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>if</c>, <c>then</c> and <c>else</c>.</summary>
internal sealed class IfApplicator(SchemaRule condition, SchemaRule? then, SchemaRule? @else) : Applicator
{
    internal override bool Evaluate(in JsonCursor start, ref Evaluation evaluation, Marks marks, ref JsonCursor after)
    {
        var attempt = start;
        var holds = Branches.Try(condition, ref attempt, ref evaluation, marks);
        if (holds)
        {
            after = attempt;
        }

        var rule = holds ? then : @else;
        if (rule is null)
        {
            return true;
        }

        after = start;
        var mark = evaluation.Mark;
        return rule.Evaluate(ref after, ref evaluation, marks) || evaluation.Prefix(mark, holds ? "/then" : "/else");
    }
}
