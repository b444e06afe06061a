using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>not</c>.</summary>
internal sealed class NotApplicator(SchemaRule rule) : Applicator
{
    internal override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var attempt = cursor;
        if (!Branches.Try(rule, ref attempt, ref evaluation, Marks.None))
        {
            return true;
        }

        return evaluation.Collects && evaluation.Report(attempt, cursor.Position, "/not", "The value is of a kind that is not allowed here.");
    }
}
