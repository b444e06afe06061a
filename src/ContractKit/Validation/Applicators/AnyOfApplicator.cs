using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfApplicator(SchemaRule[] rules) : Applicator
{
    internal override bool Evaluate(in JsonCursor start, ref Evaluation evaluation, Marks marks, ref JsonCursor after)
    {
        var valid = false;
        foreach (var rule in rules)
        {
            var attempt = start;
            if (Branches.Try(rule, ref attempt, ref evaluation, marks))
            {
                after = attempt;
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
