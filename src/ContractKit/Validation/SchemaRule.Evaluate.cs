using ContractKit.Json;

namespace ContractKit.Validation;

/// <content>The evaluation of one value.</content>
public sealed partial class SchemaRule
{
    private bool IsTextLimit => _limit is ScalarLimit.DateTimeOffset or ScalarLimit.DateOnly or ScalarLimit.Guid or ScalarLimit.Base64;

    /// <summary>Evaluates the value that stands next, and consumes it (in full where the evaluation goes on after violations).</summary>
    /// <param name="cursor">Stands before the value.</param>
    /// <param name="evaluation">The evaluation that this is part of.</param>
    /// <returns>Whether the value keeps the schema.</returns>
    public bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation) => Evaluate(ref cursor, ref evaluation, Marks.None);

    /// <summary>Evaluates the value that stands next, and marks those of its members or items that keywords of the schema have evaluated.</summary>
    internal bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        if (_applicators.Length == 0 && _unevaluated is null)
        {
            return EvaluateOwn(cursor.Kind, ref cursor, ref evaluation, marks);
        }

        if (!evaluation.Step(ref cursor))
        {
            return false;
        }

        if (evaluation.Stops && !marks.Kept && !ReferenceEquals(Joined, this))
        {
            return EvaluateJoined(ref cursor, ref evaluation);
        }

        return _unevaluated is null
            ? EvaluateApplicators(ref cursor, ref evaluation, marks)
            : EvaluateUnevaluated(ref cursor, ref evaluation, marks);
    }

    private bool EvaluateJoined(ref JsonCursor cursor, ref Evaluation evaluation)
    {
        // What is free there is free here: noted again and again, since that costs less than asking.
        _free = Joined._free;
        return Joined.Evaluate(ref cursor, ref evaluation, Marks.None);
    }

    private bool EvaluateUnevaluated(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var kind = cursor.Kind;
        if (!_unevaluated!.Concerns(kind))
        {
            return EvaluateApplicators(ref cursor, ref evaluation, marks);
        }

        var start = cursor;
        var own = evaluation.Push(UnevaluatedRule.WordsFor(cursor));
        var valid = EvaluateApplicators(ref cursor, ref evaluation, own);
        if (valid || !evaluation.Stops)
        {
            valid &= _unevaluated.Evaluate(start, ref evaluation, own);
        }

        evaluation.Pop(own, marks);
        return valid;
    }

    private bool EvaluateApplicators(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var kind = cursor.Kind;
        var isPlain = ((int)_plain >> (int)kind & 1) != 0;
        if (isPlain && _applicators.Length == 1)
        {
            return EvaluateLast(_applicators[0], ref cursor, ref evaluation, marks);
        }

        if (((int)_types >> (int)kind & 1) == 0 && evaluation.Stops)
        {
            return false;
        }

        var valid = true;
        var last = isPlain ? _applicators.Length - 1 : _applicators.Length;
        for (var i = 0; i < last; i++)
        {
            var attempt = cursor;
            if (!_applicators[i].Evaluate(ref attempt, ref evaluation, marks))
            {
                if (evaluation.Stops)
                {
                    return false;
                }

                valid = false;
            }
        }

        return (isPlain && last >= 0
            ? EvaluateLast(_applicators[last], ref cursor, ref evaluation, marks)
            : EvaluateOwn(kind, ref cursor, ref evaluation, marks)) && valid;
    }

    /// <summary>Applies a keyword behind which nothing is asked of the value: what it has walked need not be walked again.</summary>
    private static bool EvaluateLast(Applicator applicator, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var position = cursor.Position;
        var valid = applicator.Evaluate(ref cursor, ref evaluation, marks);
        if (valid ? cursor.Consumed == position : !evaluation.Stops && cursor.Consumed == position)
        {
            evaluation.Skip(ref cursor);
        }

        return valid;
    }

    private bool EvaluateOwn(JsonKind kind, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        if (((int)_plain >> (int)kind & 1) != 0)
        {
            if (kind > JsonKind.Array)
            {
                cursor.Skip();
            }
            else
            {
                evaluation.Skip(ref cursor);
            }

            return true;
        }

        if (((int)_types >> (int)kind & 1) == 0 || _nothing)
        {
            return !evaluation.Stops && (_nothing ? RefuseAll(kind, ref cursor, ref evaluation) : RefuseKind(kind, "/type", _types, ref cursor, ref evaluation));
        }

        if (_recordTypes != JsonTypes.Any && evaluation.IsRecord && ((int)_recordTypes >> (int)kind & 1) == 0)
        {
            return RefuseKind(kind, "", _recordTypes, ref cursor, ref evaluation);
        }

        return kind switch
        {
            JsonKind.Object => EvaluateObject(ref cursor, ref evaluation, marks),
            JsonKind.Array => EvaluateArray(ref cursor, ref evaluation, marks),
            JsonKind.String => EvaluateString(ref cursor, ref evaluation),
            JsonKind.Number => EvaluateNumber(ref cursor, ref evaluation),
            _ => EvaluateLiteral(kind, ref cursor, ref evaluation),
        };
    }

    private bool EvaluateString(ref JsonCursor cursor, ref Evaluation evaluation)
    {
        if (_limit != ScalarLimit.None && evaluation.IsRecord && IsTextLimit && !KeepsLimit(cursor, ref evaluation))
        {
            if (evaluation.Stops)
            {
                return false;
            }

            EvaluateText(ref cursor, ref evaluation);
            return false;
        }

        return EvaluateText(ref cursor, ref evaluation);
    }

    private bool EvaluateText(ref JsonCursor cursor, ref Evaluation evaluation)
    {
        var position = cursor.Position;
        if (!cursor.ReadStringUtf8(out var text))
        {
            return false;
        }

        var valid = true;
        if (_constant is not null && !_constant.HasText(text, evaluation.Strictness))
        {
            valid = _constant.ReportText(cursor, position, text, ref evaluation);
        }

        if (_values is not null && !_values.HasText(text, evaluation.Strictness) && (valid || !evaluation.Stops))
        {
            valid = _values.ReportText(cursor, position, text, ref evaluation);
        }

        if (_text is not null && (valid || !evaluation.Stops))
        {
            valid &= _text.Check(cursor, position, text, ref evaluation);
        }

        return valid;
    }

    private bool EvaluateNumber(ref JsonCursor cursor, ref Evaluation evaluation)
    {
        if (_limit != ScalarLimit.None && evaluation.IsRecord && !IsTextLimit && !KeepsLimit(cursor, ref evaluation))
        {
            if (!evaluation.Stops)
            {
                cursor.Skip();
            }

            return false;
        }

        var position = cursor.Position;
        if (!cursor.ReadNumber(out var number))
        {
            return false;
        }

        var valid = true;
        if ((_types & (JsonTypes.Whole | JsonTypes.WrittenWhole)) != 0 && !NumberRule.IsWhole(number, _types))
        {
            return evaluation.Collects && evaluation.Report(cursor, position, "/type", "This is a number with a fraction; " + JsonTypeWords.Of(_types) + " is expected.");
        }

        if (_constant is not null && !_constant.HasNumber(number, evaluation.Strictness))
        {
            valid = _constant.ReportJson(cursor, position, number, ref evaluation);
        }

        if (_values is not null && !_values.HasNumber(number, evaluation.Strictness) && (valid || !evaluation.Stops))
        {
            valid = _values.ReportJson(cursor, position, number, ref evaluation);
        }

        if (_number is not null && (valid || !evaluation.Stops))
        {
            valid &= _number.Check(cursor, position, number, ref evaluation);
        }

        return valid;
    }

    private bool KeepsLimit(JsonCursor value, ref Evaluation evaluation)
    {
        var position = value.Position;
        var after = value;
        return LimitCheck.Holds(_limit, value, after, position, ref evaluation);
    }

    private bool EvaluateLiteral(JsonKind kind, ref JsonCursor cursor, ref Evaluation evaluation)
    {
        var position = cursor.Position;
        cursor.Skip();
        var valid = true;
        if (_constant is not null && !_constant.HasLiteral(kind))
        {
            valid = _constant.ReportJson(cursor, position, JsonTypeWords.Utf8(kind), ref evaluation);
        }

        if (_values is not null && !_values.HasLiteral(kind))
        {
            valid = _values.ReportJson(cursor, position, JsonTypeWords.Utf8(kind), ref evaluation);
        }

        return valid;
    }

    private bool EvaluateArray(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var valid = (_constant is null && _values is null) || CheckNested(cursor, ref evaluation);
        if (!valid && evaluation.Stops)
        {
            return false;
        }

        if (_array is not null)
        {
            return _array.Evaluate(ref cursor, ref evaluation, marks) && valid;
        }

        evaluation.Skip(ref cursor);
        return valid;
    }

    private bool EvaluateObject(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var valid = (_constant is null && _values is null) || CheckNested(cursor, ref evaluation);
        if (!valid && evaluation.Stops)
        {
            return false;
        }

        if (_object is not null)
        {
            return _object.Evaluate(ref cursor, ref evaluation, marks) && valid;
        }

        evaluation.Skip(ref cursor);
        return valid;
    }

    /// <summary>Compares an object or array with <c>const</c> and <c>enum</c>.</summary>
    private bool CheckNested(JsonCursor cursor, ref Evaluation evaluation)
    {
        var valid = true;
        var position = cursor.Position;
        if (_constant is not null && !_constant.HasNested(cursor, ref evaluation))
        {
            valid = evaluation.Collects && Report(_constant, cursor, position, ref evaluation);
        }

        if (_values is not null && !_values.HasNested(cursor, ref evaluation))
        {
            valid = evaluation.Collects && Report(_values, cursor, position, ref evaluation);
        }

        return valid;
    }

    private static bool Report(ValuesRule values, JsonCursor cursor, int position, ref Evaluation evaluation)
    {
        var json = cursor.ReadRaw();
        return values.ReportJson(cursor, position, json, ref evaluation);
    }

    private static bool RefuseKind(JsonKind kind, string keyword, JsonTypes types, ref JsonCursor cursor, ref Evaluation evaluation)
    {
        if (evaluation.Stops)
        {
            return false;
        }

        var position = cursor.Position;
        cursor.Skip();
        return kind != JsonKind.None
            && evaluation.Report(cursor, position, keyword, "This is " + JsonTypeWords.Of(kind) + "; " + JsonTypeWords.Of(types) + " is expected.");
    }

    private static bool RefuseAll(JsonKind kind, ref JsonCursor cursor, ref Evaluation evaluation)
    {
        var position = cursor.Position;
        cursor.Skip();
        return kind != JsonKind.None && evaluation.Report(cursor, position, "", "No value is allowed here.");
    }
}
