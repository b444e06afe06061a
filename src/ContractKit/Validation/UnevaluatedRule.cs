using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>unevaluatedItems</c> and <c>unevaluatedProperties</c> (JSON Schema 2020-12 of the core, section 11). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnevaluatedRule
{
    private readonly SchemaRule? _items;
    private readonly SchemaRule? _properties;

    /// <summary>The keywords' schemas; null where one is not there.</summary>
    public UnevaluatedRule(SchemaRule? items = null, SchemaRule? properties = null)
    {
        _items = items;
        _properties = properties;
    }

    internal bool Concerns(JsonKind kind) => kind == JsonKind.Array ? _items is not null : kind == JsonKind.Object && _properties is not null;

    /// <summary>How many words of marks the value that stands next needs.</summary>
    internal static int WordsFor(JsonCursor cursor)
    {
        var count = 0;
        if (cursor.Kind == JsonKind.Array)
        {
            cursor.StartArray();
            for (; cursor.NextItem(); count++)
            {
                cursor.Skip();
            }
        }
        else
        {
            cursor.StartObject();
            for (; cursor.NextMember(out _); count++)
            {
                cursor.Skip();
            }
        }

        return (count >> 6) + 1;
    }

    /// <summary>Evaluates the members or items without a mark, and marks them.</summary>
    internal bool Evaluate(JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var valid = true;
        var place = 0;
        if (cursor.Kind == JsonKind.Array)
        {
            cursor.StartArray();
            for (; cursor.NextItem(); place++)
            {
                if (!EvaluateOne(_items!, "/unevaluatedItems", place, isMember: false, ref cursor, ref evaluation, marks))
                {
                    if (evaluation.Stops)
                    {
                        return false;
                    }

                    valid = false;
                }
            }

            return valid;
        }

        cursor.StartObject();
        for (; cursor.NextMember(out _); place++)
        {
            if (!EvaluateOne(_properties!, "/unevaluatedProperties", place, isMember: true, ref cursor, ref evaluation, marks))
            {
                if (evaluation.Stops)
                {
                    return false;
                }

                valid = false;
            }
        }

        return valid;
    }

    private static bool EvaluateOne(
        SchemaRule rule, string keyword, int place, bool isMember, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        if (evaluation.Has(marks, place))
        {
            cursor.Skip();
            return true;
        }

        evaluation.Add(marks, place);
        if (rule.IsNothing && evaluation.Collects)
        {
            var position = cursor.Position;
            var message = isMember ? "The member '" + cursor.MemberText + "' is not allowed here." : "No item is allowed here.";
            cursor.Skip();
            return evaluation.Report(cursor, position, keyword, message);
        }

        var mark = evaluation.Mark;
        return rule.Evaluate(ref cursor, ref evaluation) || evaluation.Prefix(mark, keyword);
    }
}
