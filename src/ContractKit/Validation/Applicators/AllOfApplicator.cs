using System.Globalization;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>allOf</c>.</summary>
internal sealed class AllOfApplicator(SchemaRule[] rules) : Applicator
{
    /// <summary>The branches.</summary>
    internal SchemaRule[] Rules => rules;

    internal override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var valid = true;
        var last = rules.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            var mark = evaluation.Mark;
            if (!(i == last ? rules[i].Evaluate(ref cursor, ref evaluation, marks) : EvaluateCopy(rules[i], cursor, ref evaluation, marks)))
            {
                if (evaluation.Stops)
                {
                    return false;
                }

                valid = evaluation.Prefix(mark, "/allOf/" + i.ToString(CultureInfo.InvariantCulture));
            }
        }

        return valid;
    }

    private static bool EvaluateCopy(SchemaRule rule, JsonCursor cursor, ref Evaluation evaluation, Marks marks) => rule.Evaluate(ref cursor, ref evaluation, marks);
}
