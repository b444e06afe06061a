using System.Globalization;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfApplicator(SchemaRule[] rules) : Applicator
{
    internal override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var kind = cursor.Kind;
        var only = Branches.OnlyOne(rules, kind);
        if (only >= 0)
        {
            return Branches.EvaluateOnly("/oneOf/", rules, only, ref cursor, ref evaluation, marks);
        }

        var start = cursor;
        var accepted = -1;
        for (var i = 0; i < rules.Length; i++)
        {
            var attempt = start;
            if (!rules[i].MayBe(kind) || !Branches.Try(rules[i], ref attempt, ref evaluation, marks))
            {
                continue;
            }

            if (accepted >= 0)
            {
                return evaluation.Collects && ReportTwo(accepted, i, start, attempt, ref evaluation);
            }

            accepted = i;
            cursor = attempt;
        }

        return accepted >= 0 || Branches.ReportNone("/oneOf", rules, start, ref evaluation);
    }

    private static bool ReportTwo(int first, int second, JsonCursor start, in JsonCursor cursor, ref Evaluation evaluation) =>
        evaluation.Report(
            cursor, start.Position, "/oneOf",
            "The value fits two alternatives, numbers " + Number(first) + " and " + Number(second) + "; it must fit exactly one.");

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
