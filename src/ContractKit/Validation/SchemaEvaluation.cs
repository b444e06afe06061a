using System;
using System.Collections.Generic;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>Evaluates whole documents.</summary>
public static class SchemaEvaluation
{
    /// <summary>Whether a document is valid; stops at the first violation.</summary>
    public static bool IsValid(ReadOnlySpan<byte> utf8Json, SchemaEvaluator evaluator, Strictness strictness)
    {
        var cursor = new JsonCursor(utf8Json);
        var evaluation = new Evaluation(strictness);
        var valid = evaluator(ref cursor, ref evaluation);
        cursor.End();
        return valid && !cursor.Failed;
    }

    /// <summary>Where a document is not valid, up to 100 places.</summary>
    public static IReadOnlyList<ContractViolation> Validate(ReadOnlySpan<byte> utf8Json, SchemaEvaluator evaluator, Strictness strictness)
    {
        var cursor = new JsonCursor(utf8Json);
        var evaluation = new Evaluation(strictness);
        evaluator(ref cursor, ref evaluation);
        cursor.End();
        return cursor.Failed ? [cursor.Fault.ToViolation(utf8Json)] : [];
    }
}
