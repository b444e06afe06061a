using System;
using System.Collections.Generic;
using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>Evaluates whole documents. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SchemaEvaluation
{
    /// <summary>Deeper documents than records take are judged by the standard too, as far as the stack of any thread allows.</summary>
    private const int StandardDepth = 512;

    /// <summary>Whether a document is valid; stops at the first violation.</summary>
    public static bool IsValid(ReadOnlySpan<byte> utf8Json, SchemaRule rule)
    {
        var cursor = new JsonCursor(utf8Json, StandardDepth);
        var evaluation = new Evaluation(utf8Json.Length, Strictness.Standard, collects: false);
        return Finish(rule.Evaluate(ref cursor, ref evaluation), ref cursor, ref evaluation);
    }

    /// <summary>Where a document is not valid, up to 100 places.</summary>
    public static IReadOnlyList<ContractViolation> Validate(ReadOnlySpan<byte> utf8Json, SchemaRule rule) =>
        Validate(utf8Json, rule.Evaluate, Strictness.Standard);

    /// <summary>Whether a document is valid; stops at the first violation.</summary>
    public static bool IsValid(ReadOnlySpan<byte> utf8Json, SchemaEvaluator evaluator, Strictness strictness)
    {
        var cursor = new JsonCursor(utf8Json, DepthOf(strictness));
        var evaluation = new Evaluation(utf8Json.Length, strictness, collects: false);
        return Finish(evaluator(ref cursor, ref evaluation), ref cursor, ref evaluation);
    }

    /// <summary>Where a document is not valid, up to 100 places.</summary>
    public static IReadOnlyList<ContractViolation> Validate(ReadOnlySpan<byte> utf8Json, SchemaEvaluator evaluator, Strictness strictness)
    {
        var cursor = new JsonCursor(utf8Json, DepthOf(strictness));
        var evaluation = new Evaluation(utf8Json.Length, strictness, collects: true);
        if (Finish(evaluator(ref cursor, ref evaluation), ref cursor, ref evaluation))
        {
            return [];
        }

        var violations = new List<ContractViolation>();
        foreach (var violation in evaluation.Violations!)
        {
            violations.Add(new ContractViolation(JsonLocation.PointerAt(utf8Json, violation.Offset), violation.Keyword, violation.Message));
        }

        if (cursor.Failed)
        {
            violations.Add(cursor.Fault.ToViolation(utf8Json));
        }

        return violations;
    }

    private static int DepthOf(Strictness strictness) => strictness == Strictness.Record ? JsonCursor.DefaultMaxDepth : StandardDepth;

    private static bool Finish(bool valid, ref JsonCursor cursor, ref Evaluation evaluation)
    {
        evaluation.Release();
        if (valid || !evaluation.Stops)
        {
            cursor.End();
        }

        return valid && !cursor.Failed && !evaluation.Refused;
    }
}
