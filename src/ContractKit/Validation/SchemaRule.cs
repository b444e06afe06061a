using System;
using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>What one schema asks of a value: the tables that generated code makes of its keywords, and their evaluation. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaRule
{
    private readonly JsonTypes _types;
    private readonly JsonTypes _plain;
    private readonly ValuesRule? _constant;
    private readonly ValuesRule? _values;
    private readonly NumberRule? _number;
    private readonly TextRule? _text;
    private readonly ArrayRule? _array;
    private readonly ObjectRule? _object;
    private readonly ScalarLimit _limit;
    private readonly JsonTypes _recordTypes;
    private readonly Applicator[] _applicators;
    private readonly UnevaluatedRule? _unevaluated;
    private readonly bool _nothing;

    /// <summary>A schema with those keywords; what is left out allows everything.</summary>
    /// <param name="types"><c>type</c>.</param>
    /// <param name="constant"><c>const</c>.</param>
    /// <param name="values"><c>enum</c>.</param>
    /// <param name="number">Keywords for numbers.</param>
    /// <param name="text">Keywords for strings.</param>
    /// <param name="array">Keywords for arrays.</param>
    /// <param name="members">Keywords for objects.</param>
    /// <param name="limit">What the C# type of a record's property asks beside.</param>
    /// <param name="applicators">Keywords that apply other schemas to the same value.</param>
    /// <param name="unevaluated"><c>unevaluatedItems</c> and <c>unevaluatedProperties</c>.</param>
    public SchemaRule(
        JsonTypes types = JsonTypes.Any,
        ValuesRule? constant = null,
        ValuesRule? values = null,
        NumberRule? number = null,
        TextRule? text = null,
        ArrayRule? array = null,
        ObjectRule? members = null,
        ScalarLimit limit = ScalarLimit.None,
        Applicator[]? applicators = null,
        UnevaluatedRule? unevaluated = null)
    {
        _types = types;
        _constant = constant;
        _values = values;
        _number = number;
        _text = text;
        _array = array;
        _object = members;
        _limit = limit;
        _recordTypes = limit switch { ScalarLimit.Object => JsonTypes.Object, ScalarLimit.Array => JsonTypes.Array, _ => JsonTypes.Any };
        _applicators = applicators ?? [];
        _unevaluated = unevaluated;
        _plain = constant is not null || values is not null ? JsonTypes.None : PlainKinds();
    }

    private SchemaRule(bool nothing)
        : this()
    {
        _nothing = nothing;
        _plain = nothing ? JsonTypes.None : JsonTypes.Any;
    }

    /// <summary>The schema <c>true</c>.</summary>
    public static SchemaRule Anything { get; } = new(nothing: false);

    /// <summary>The schema <c>false</c>.</summary>
    public static SchemaRule Nothing { get; } = new(nothing: true);

    /// <summary><c>{"type": "string"}</c>, the commonest schema of all.</summary>
    public static SchemaRule String { get; } = new(JsonTypes.String);

    /// <summary><c>{"type": "boolean"}</c>.</summary>
    public static SchemaRule Boolean { get; } = new(JsonTypes.Boolean);

    /// <summary>A schema whose rule may not have been made yet.</summary>
    public static SchemaRule Later(Func<SchemaRule> rule) => new(applicators: [new ReferenceApplicator("", rule)]);

    /// <summary><c>{"$ref": …}</c> and nothing else.</summary>
    public static SchemaRule Reference(SchemaRule rule) => new(applicators: [new ReferenceApplicator("/$ref", rule)]);

    /// <summary><c>{"$ref": …}</c> and nothing else, to a schema whose rule may not have been made yet.</summary>
    public static SchemaRule Reference(Func<SchemaRule> rule) => new(applicators: [new ReferenceApplicator("/$ref", rule)]);

    /// <summary>A schema in the dynamic scope of a resource.</summary>
    public static SchemaRule InScope(Func<SchemaScope> scope, SchemaRule rule) => new(applicators: [Applicator.Scope(scope, rule)]);

    /// <summary>A schema that asks for nothing but those types.</summary>
    public static SchemaRule OfTypes(JsonTypes types) => new(types);

    /// <summary>A string with those keywords.</summary>
    public static SchemaRule OfText(int minLength = 0, int maxLength = int.MaxValue, string? pattern = null, string? format = null) =>
        new(JsonTypes.String, text: new TextRule(minLength, maxLength, pattern, format));

    /// <summary>A value of an array's items.</summary>
    public static SchemaRule ArrayOf(SchemaRule items) => new(JsonTypes.Array, array: new ArrayRule(items));

    /// <summary>Whether the schema refuses every value.</summary>
    internal bool IsNothing => _nothing;

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
            return EvaluateOwn(ref cursor, ref evaluation, marks);
        }

        var position = cursor.Position;
        if (!evaluation.Step(cursor, position))
        {
            cursor.Skip();
            return false;
        }

        return _unevaluated is null
            ? EvaluateApplicators(ref cursor, ref evaluation, marks)
            : EvaluateUnevaluated(ref cursor, ref evaluation, marks);
    }

    private bool EvaluateUnevaluated(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var start = cursor;
        var kind = cursor.Kind;
        if (!_unevaluated!.Concerns(kind))
        {
            return EvaluateApplicators(ref cursor, ref evaluation, marks);
        }

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
        var start = cursor;
        var after = cursor;
        var valid = true;
        foreach (var applicator in _applicators)
        {
            if (!applicator.Evaluate(start, ref evaluation, marks, ref after))
            {
                if (evaluation.Stops)
                {
                    return false;
                }

                valid = false;
            }
        }

        // A branch that has walked the whole value needs no second walk where this schema asks for nothing itself.
        if (((int)_plain >> (int)kind & 1) != 0 && after.Consumed > start.Consumed)
        {
            cursor = after;
            return valid;
        }

        return EvaluateOwn(ref cursor, ref evaluation, marks) && valid;
    }

    private bool EvaluateOwn(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var kind = cursor.Kind;
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
            return _nothing ? RefuseAll(kind, ref cursor, ref evaluation) : RefuseKind(kind, "/type", _types, ref cursor, ref evaluation);
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
        var start = cursor;
        var position = cursor.Position;
        if (!cursor.ReadStringUtf8(out var text))
        {
            return false;
        }

        var valid = true;
        if (_constant is not null && !_constant.HasText(text, evaluation.Strictness))
        {
            valid = _constant.Report(cursor, position, start, ref evaluation);
        }

        if (_values is not null && !_values.HasText(text, evaluation.Strictness) && (valid || !evaluation.Stops))
        {
            valid = _values.Report(cursor, position, start, ref evaluation);
        }

        if (_text is not null && (valid || !evaluation.Stops))
        {
            valid &= _text.Check(cursor, position, text, ref evaluation);
        }

        if (_limit != ScalarLimit.None && evaluation.IsRecord && valid)
        {
            valid = !IsTextLimit || LimitCheck.Holds(_limit, start, cursor, position, ref evaluation);
        }

        return valid;
    }

    private bool EvaluateNumber(ref JsonCursor cursor, ref Evaluation evaluation)
    {
        var start = cursor;
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
            valid = _constant.Report(cursor, position, start, ref evaluation);
        }

        if (_values is not null && !_values.HasNumber(number, evaluation.Strictness) && (valid || !evaluation.Stops))
        {
            valid = _values.Report(cursor, position, start, ref evaluation);
        }

        if (_number is not null && (valid || !evaluation.Stops))
        {
            valid &= _number.Check(cursor, position, number, ref evaluation);
        }

        if (_limit != ScalarLimit.None && evaluation.IsRecord && valid)
        {
            valid = IsTextLimit || LimitCheck.Holds(_limit, start, cursor, position, ref evaluation);
        }

        return valid;
    }

    private bool EvaluateLiteral(JsonKind kind, ref JsonCursor cursor, ref Evaluation evaluation)
    {
        var start = cursor;
        var position = cursor.Position;
        cursor.Skip();
        var valid = true;
        if (_constant is not null && !_constant.HasLiteral(kind))
        {
            valid = _constant.Report(cursor, position, start, ref evaluation);
        }

        if (_values is not null && !_values.HasLiteral(kind))
        {
            valid = _values.Report(cursor, position, start, ref evaluation);
        }

        return valid;
    }

    private bool EvaluateArray(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var valid = CheckNested(ref cursor, ref evaluation);
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
        var valid = CheckNested(ref cursor, ref evaluation);
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
    private bool CheckNested(ref JsonCursor cursor, ref Evaluation evaluation)
    {
        var valid = true;
        if (_constant is not null && !_constant.HasNested(cursor, ref evaluation))
        {
            valid = _constant.Report(cursor, cursor.Position, cursor, ref evaluation);
        }

        if (_values is not null && !_values.HasNested(cursor, ref evaluation))
        {
            valid = _values.Report(cursor, cursor.Position, cursor, ref evaluation);
        }

        return valid;
    }

    private static bool RefuseKind(JsonKind kind, string keyword, JsonTypes types, ref JsonCursor cursor, ref Evaluation evaluation)
    {
        var position = cursor.Position;
        cursor.Skip();
        return evaluation.Collects && kind != JsonKind.None
            && evaluation.Report(cursor, position, keyword, "This is " + JsonTypeWords.Of(kind) + "; " + JsonTypeWords.Of(types) + " is expected.");
    }

    private static bool RefuseAll(JsonKind kind, ref JsonCursor cursor, ref Evaluation evaluation)
    {
        var position = cursor.Position;
        cursor.Skip();
        return evaluation.Collects && kind != JsonKind.None && evaluation.Report(cursor, position, "", "No value is allowed here.");
    }

    /// <summary>The kinds of which the schema asks nothing more than that they are of its types.</summary>
    private JsonTypes PlainKinds()
    {
        var plain = _nothing ? JsonTypes.None : _types & JsonTypes.Any;
        if (_number is not null || (_types & (JsonTypes.Whole | JsonTypes.WrittenWhole)) != 0 || _limit != ScalarLimit.None)
        {
            plain &= ~JsonTypes.Number;
        }

        if (_text is not null || _limit != ScalarLimit.None)
        {
            plain &= ~JsonTypes.String;
        }

        if (_array is not null)
        {
            plain &= ~JsonTypes.Array;
        }

        if (_object is not null)
        {
            plain &= ~JsonTypes.Object;
        }

        return plain & _recordTypes;
    }
}
