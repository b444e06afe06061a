using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>not</c>.</summary>
internal sealed class NotApplicator(SchemaRule rule) : Applicator
{
    internal override bool Evaluate(in JsonCursor start, ref Evaluation evaluation, Marks marks, ref JsonCursor after)
    {
        var attempt = start;
        if (!Branches.Try(rule, ref attempt, ref evaluation, Marks.None))
        {
            return true;
        }

        var position = start;
        return evaluation.Collects && evaluation.Report(attempt, position.Position, "/not", "The value is of a kind that is not allowed here.");
    }
}
