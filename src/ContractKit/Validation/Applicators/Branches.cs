using System.Globalization;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>What <c>anyOf</c> and <c>oneOf</c> have in common.</summary>
internal static class Branches
{
    /// <summary>The only schema that can accept a value of that kind; −1 where there are several, or none.</summary>
    public static int OnlyOne(SchemaRule[] rules, JsonKind kind)
    {
        var only = -1;
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].MayBe(kind))
            {
                if (only >= 0)
                {
                    return -1;
                }

                only = i;
            }
        }

        return only;
    }

    /// <summary>Evaluates the only branch that can accept the value: it need not be tried, and its violations are the value's.</summary>
    public static bool EvaluateOnly(string keyword, SchemaRule[] rules, int index, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var mark = evaluation.Mark;
        return rules[index].Evaluate(ref cursor, ref evaluation, marks)
            || (evaluation.Mark > mark && evaluation.Prefix(mark, keyword + index.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Tries a schema without writing violations down; its marks count only where it accepts the value.</summary>
    public static bool Try(SchemaRule rule, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        evaluation.BeginProbe();
        bool valid;
        if (marks.Kept)
        {
            var own = evaluation.Push(marks.Words);
            valid = rule.Evaluate(ref cursor, ref evaluation, own);
            evaluation.Pop(own, valid ? marks : Marks.None);
        }
        else
        {
            valid = rule.Evaluate(ref cursor, ref evaluation);
        }

        evaluation.EndProbe(cursor);
        return valid;
    }

    /// <summary>
    /// Says that no branch accepts the value: what is wrong with it in the branch that came furthest into it, where one came into it
    /// at all, since that is the one the caller will have meant. Always false.
    /// </summary>
    public static bool ReportNone(string keyword, SchemaRule[] rules, in JsonCursor start, ref Evaluation evaluation)
    {
        if (!evaluation.Collects)
        {
            return false;
        }

        var first = evaluation.Mark;
        var cursor = start;
        var position = cursor.Position;
        var violations = evaluation.Violations!;
        var furthest = position;
        for (var i = 0; i < rules.Length && evaluation.Collects; i++)
        {
            var mark = evaluation.Mark;
            var attempt = start;
            rules[i].Evaluate(ref attempt, ref evaluation);
            var reached = position;
            for (var j = mark; j < violations.Count; j++)
            {
                reached = violations[j].Settled || violations[j].Offset < reached ? reached : violations[j].Offset;
            }

            if (reached > furthest)
            {
                furthest = reached;
                evaluation.Prefix(mark, keyword + "/" + i.ToString(CultureInfo.InvariantCulture));
                RemoveUnsettled(violations, first, mark);
            }
            else
            {
                RemoveUnsettled(violations, mark, violations.Count);
            }
        }

        cursor.Skip();
        return evaluation.Report(cursor, position, keyword, "The value fits none of the " + rules.Length.ToString(CultureInfo.InvariantCulture) + " alternatives allowed here.");
    }

    private static void RemoveUnsettled(System.Collections.Generic.List<Violation> violations, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (!violations[i].Settled)
            {
                violations.RemoveAt(i);
            }
        }
    }
}
