using System.Globalization;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>allOf</c>.</summary>
internal sealed class AllOfApplicator(SchemaRule[] rules) : Applicator
{
    internal override bool Evaluate(in JsonCursor start, ref Evaluation evaluation, Marks marks, ref JsonCursor after)
    {
        var valid = true;
        for (var i = 0; i < rules.Length; i++)
        {
            after = start;
            var mark = evaluation.Mark;
            if (!rules[i].Evaluate(ref after, ref evaluation, marks))
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
}
