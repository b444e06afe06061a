using System.ComponentModel;
using System.Globalization;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>The keywords for arrays (JSON Schema 2020-12, sections 6.4 of validation and 10.3.1 of the core). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArrayRule
{
    private readonly SchemaRule[] _prefix;
    private readonly SchemaRule? _rest;
    private readonly string _prefixKeyword;
    private readonly string _restKeyword;
    private readonly SchemaRule? _contains;
    private readonly long _minContains;
    private readonly long _maxContains;
    private readonly bool _containsMarks;
    private readonly long _minItems;
    private readonly long _maxItems;
    private readonly bool _uniqueItems;

    /// <summary>The keywords' values.</summary>
    /// <param name="items">The schema of all items, or of those behind the <paramref name="prefix"/>.</param>
    /// <param name="prefix">The schemas of the first items: <c>prefixItems</c>, or <c>items</c> where that is a list.</param>
    /// <param name="listItems">Whether the keywords are <c>items</c> and <c>additionalItems</c>, as before 2020-12.</param>
    /// <param name="contains"><c>contains</c>.</param>
    /// <param name="minContains"><c>minContains</c>.</param>
    /// <param name="maxContains"><c>maxContains</c>.</param>
    /// <param name="containsMarks">Whether items that <c>contains</c> accepts count as evaluated, as from 2020-12 on.</param>
    /// <param name="minItems"><c>minItems</c>.</param>
    /// <param name="maxItems"><c>maxItems</c>.</param>
    /// <param name="uniqueItems"><c>uniqueItems</c>.</param>
    public ArrayRule(
        SchemaRule? items = null,
        SchemaRule[]? prefix = null,
        bool listItems = false,
        SchemaRule? contains = null,
        long minContains = 1,
        long maxContains = long.MaxValue,
        bool containsMarks = true,
        long minItems = 0,
        long maxItems = long.MaxValue,
        bool uniqueItems = false)
    {
        _rest = items;
        _prefix = prefix ?? [];
        _prefixKeyword = listItems ? "/items/" : "/prefixItems/";
        _restKeyword = listItems ? "/additionalItems" : "/items";
        _contains = contains;
        _minContains = minContains;
        _maxContains = maxContains;
        _containsMarks = containsMarks;
        _minItems = minItems;
        _maxItems = maxItems;
        _uniqueItems = uniqueItems;
    }

    internal bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        return _uniqueItems ? EvaluateFrom(cursor, ref cursor, ref evaluation, marks) : EvaluateFrom(default, ref cursor, ref evaluation, marks);
    }

    private bool EvaluateFrom(JsonCursor start, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var position = cursor.Position;
        if (!cursor.StartArray())
        {
            return false;
        }

        var valid = true;
        var count = 0;
        var contained = 0L;
        var free = _prefix.Length == 0 && _contains is null && _rest is not null && !marks.Kept ? _rest.FreeScalars : 0;
        while (cursor.NextItem())
        {
            if (cursor.SkipIf(free))
            {
                count++;
                continue;
            }

            if (_contains is not null && Contains(cursor, ref evaluation))
            {
                contained++;
                if (_containsMarks)
                {
                    evaluation.Add(marks, count);
                }
            }

            if (!EvaluateItem(count, ref cursor, ref evaluation, marks))
            {
                if (evaluation.Stops)
                {
                    return false;
                }

                valid = false;
            }

            count++;
        }

        return ((count >= _minItems && count <= _maxItems && _contains is null && !_uniqueItems) || CheckCounts(start, cursor, position, count, contained, ref evaluation)) && valid;
    }

    private bool EvaluateItem(int index, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var rule = index < _prefix.Length ? _prefix[index] : _rest;
        if (rule is null)
        {
            evaluation.Skip(ref cursor);
            return true;
        }

        evaluation.Add(marks, index);
        var mark = evaluation.Mark;
        return rule.Evaluate(ref cursor, ref evaluation) || (evaluation.Mark > mark && evaluation.Prefix(
            mark, index < _prefix.Length ? _prefixKeyword + Number(index) : _restKeyword));
    }

    private bool Contains(JsonCursor cursor, ref Evaluation evaluation)
    {
        evaluation.BeginProbe();
        var found = _contains!.Evaluate(ref cursor, ref evaluation);
        evaluation.EndProbe(cursor);
        return found;
    }

    private bool CheckCounts(in JsonCursor start, in JsonCursor cursor, int position, int count, long contained, ref Evaluation evaluation)
    {
        var valid = true;
        if (count < _minItems)
        {
            valid = evaluation.Collects && evaluation.Report(cursor, position, "/minItems", "The array has " + Items(count) + "; it must have at least " + Number(_minItems) + ".");
        }

        if (count > _maxItems)
        {
            valid = evaluation.Collects && evaluation.Report(cursor, position, "/maxItems", "The array has " + Items(count) + "; it must have at most " + Number(_maxItems) + ".");
        }

        if (_contains is not null && contained < _minContains)
        {
            valid = evaluation.Collects && evaluation.Report(
                cursor, position, _minContains == 1 ? "/contains" : "/minContains", "The array has " + Items(contained) + " of a kind of which it must have at least " + Number(_minContains) + ".");
        }

        if (_contains is not null && contained > _maxContains)
        {
            valid = evaluation.Collects && evaluation.Report(
                cursor, position, "/maxContains", "The array has " + Items(contained) + " of a kind of which it must have at most " + Number(_maxContains) + ".");
        }

        if (_uniqueItems && count > 1 && (valid || !evaluation.Stops) && !UniqueItems.Check(start, out var twin, ref evaluation))
        {
            valid = evaluation.Collects && evaluation.Report(cursor, twin, "/uniqueItems", "The item equals an earlier one; the array's items must differ.");
        }

        return valid;
    }

    private static string Items(long count) => count == 1 ? "1 item" : Number(count) + " items";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
