using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>if</c>, <c>then</c> and <c>else</c>.</summary>
internal sealed class IfApplicator(SchemaRule condition, SchemaRule? then, SchemaRule? @else) : Applicator
{
    internal override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var attempt = cursor;
        var holds = Branches.Try(condition, ref attempt, ref evaluation, marks);
        var rule = holds ? then : @else;
        if (rule is null)
        {
            return true;
        }

        var mark = evaluation.Mark;
        return rule.Evaluate(ref cursor, ref evaluation, marks) || evaluation.Prefix(mark, holds ? "/then" : "/else");
    }
}
