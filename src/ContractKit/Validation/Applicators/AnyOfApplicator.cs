using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfApplicator(SchemaRule[] rules) : Applicator
{
    internal override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var kind = cursor.Kind;
        var only = Branches.OnlyOne(rules, kind);
        if (only >= 0)
        {
            return Branches.EvaluateOnly("/anyOf/", rules, only, ref cursor, ref evaluation, marks);
        }

        var start = cursor;
        var valid = false;
        foreach (var rule in rules)
        {
            if (!rule.MayBe(kind))
            {
                continue;
            }

            var attempt = start;
            if (Branches.Try(rule, ref attempt, ref evaluation, marks))
            {
                cursor = attempt;
                valid = true;

                // Where somebody asks what was evaluated, every branch that accepts the value has its say.
                if (!marks.Kept)
                {
                    return true;
                }
            }
        }

        return valid || Branches.ReportNone("/anyOf", rules, start, ref evaluation);
    }
}
