using System.Globalization;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfApplicator(SchemaRule[] rules) : Applicator
{
    internal override bool Evaluate(in JsonCursor start, ref Evaluation evaluation, Marks marks, ref JsonCursor after)
    {
        var accepted = -1;
        for (var i = 0; i < rules.Length; i++)
        {
            var attempt = start;
            if (!Branches.Try(rules[i], ref attempt, ref evaluation, marks))
            {
                continue;
            }

            if (accepted >= 0)
            {
                return evaluation.Collects && ReportTwo(accepted, i, start, attempt, ref evaluation);
            }

            accepted = i;
            after = attempt;
        }

        return accepted >= 0 || Branches.ReportNone("/oneOf", rules, start, ref evaluation);
    }

    private static bool ReportTwo(int first, int second, JsonCursor start, in JsonCursor cursor, ref Evaluation evaluation) =>
        evaluation.Report(
            cursor, start.Position, "/oneOf",
            "The value fits two alternatives, numbers " + Number(first) + " and " + Number(second) + "; it must fit exactly one.");

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
