using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>The keywords for objects (JSON Schema 2020-12, sections 6.5 of validation and 10.3.2 of the core). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObjectRule
{
    private readonly PropertyRule[] _properties;
    private readonly SchemaRule?[] _rules;
    private readonly JsonNames _names;
    private readonly PatternRule[] _patterns;
    private readonly SchemaRule? _additional;
    private readonly SchemaRule? _propertyNames;
    private readonly long _minProperties;
    private readonly long _maxProperties;
    private readonly bool _dependencies;
    private readonly ulong _required;
    private readonly int[] _requiredBeyond;
    private readonly bool _recordsMayLack;
    private readonly int[] _dependents;
    private readonly bool _onlyProperties;

    /// <summary>The keywords' values.</summary>
    /// <param name="properties">What is said about single names.</param>
    /// <param name="patterns"><c>patternProperties</c>.</param>
    /// <param name="additional"><c>additionalProperties</c>.</param>
    /// <param name="names"><c>propertyNames</c>.</param>
    /// <param name="minProperties"><c>minProperties</c>.</param>
    /// <param name="maxProperties"><c>maxProperties</c>.</param>
    /// <param name="dependencies">Whether what depends on a name stands under <c>dependencies</c>, as before 2019-09.</param>
    public ObjectRule(
        PropertyRule[]? properties = null,
        PatternRule[]? patterns = null,
        SchemaRule? additional = null,
        SchemaRule? names = null,
        long minProperties = 0,
        long maxProperties = long.MaxValue,
        bool dependencies = false)
    {
        _properties = properties ?? [];
        _rules = Array.ConvertAll(_properties, static property => property.Rule);
        _names = new JsonNames(Array.ConvertAll(_properties, static property => property.Name));
        _patterns = patterns ?? [];
        _additional = additional;
        _propertyNames = names;
        _minProperties = minProperties;
        _maxProperties = maxProperties;
        _dependencies = dependencies;
        var indexes = Enumerable.Range(0, _properties.Length).ToList();
        _required = indexes.Where(i => i < 64 && _properties[i].Required).Aggregate(0UL, static (mask, i) => mask | (1UL << i));
        _requiredBeyond = [.. indexes.Where(i => i >= 64 && _properties[i].Required)];
        _recordsMayLack = _properties.Any(static property => property.RecordsMayLack);
        _dependents = [.. indexes.Where(i => _properties[i].Needs is not null || _properties[i].Applies is not null)];
        _onlyProperties = _patterns.Length == 0 && _propertyNames is null;
    }

    /// <summary>One rule that asks what several ask, or null where one of them asks more than properties alone can.</summary>
    internal static ObjectRule? Join(IReadOnlyList<ObjectRule> rules)
    {
        if (rules.Any(static rule => !rule._onlyProperties || rule._dependents.Length > 0))
        {
            return null;
        }

        var names = rules.SelectMany(static rule => rule._properties).Select(static property => property.Name).Distinct(StringComparer.Ordinal);
        return new ObjectRule(
            [.. names.Select(name => new PropertyRule(
                name,
                JoinSchemas(rules.Select(rule => rule.Find(name)?.Rule ?? rule._additional)),
                rules.Any(rule => rule.Find(name) is { Required: true }),
                recordsMayLack: rules.All(rule => rule.Find(name) is not { Required: true, RecordsMayLack: false })))],
            additional: JoinSchemas(rules.Select(static rule => rule._additional)),
            minProperties: rules.Max(static rule => rule._minProperties),
            maxProperties: rules.Min(static rule => rule._maxProperties));
    }

    private static SchemaRule? JoinSchemas(IEnumerable<SchemaRule?> rules)
    {
        var there = rules.Where(static rule => rule is not null).ToArray();
        return there.Length switch { 0 => null, 1 => there[0], _ => new SchemaRule(applicators: [Applicator.AllOf(there!)]) };
    }

    private PropertyRule? Find(string name) => Array.Find(_properties, property => property.Name == name);

    /// <summary>What a property asks, by its place.</summary>
    internal SchemaRule RuleOf(int property) => _rules[property]!;

    internal bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks) =>
        // Whoever looks back at the object's start needs a copy of the cursor, which the others are spared.
        _dependents.Length > 0 || evaluation.IsRecord
            ? EvaluateFrom(cursor, ref cursor, ref evaluation, marks)
            : EvaluateFrom(default, ref cursor, ref evaluation, marks);

    private bool EvaluateFrom(JsonCursor start, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var position = cursor.Position;
        if (!cursor.StartObject())
        {
            return false;
        }

        var members = default(JsonMembers);
        var valid = true;
        var count = 0;
        var searched = false;
        int found;
        while ((found = Next(ref cursor, ref members, out var again)) != JsonNames.End)
        {
            if (evaluation.IsRecord && !searched && (again || found < 0))
            {
                searched = true;
                DuplicateMembers.Check(start, ref evaluation);
            }

            if (_onlyProperties && found >= 0 && _rules[found] is { } rule)
            {
                if (!marks.Kept && cursor.SkipIf(rule.FreeScalars))
                {
                    count++;
                    continue;
                }

                if (EvaluateProperty(rule, found, count, ref cursor, ref evaluation, marks))
                {
                    count++;
                    continue;
                }
            }
            else if (EvaluateMember(found, count, ref cursor, ref evaluation, marks))
            {
                count++;
                continue;
            }

            if (evaluation.Stops)
            {
                return false;
            }

            valid = false;
            count++;
        }

        return (HasRequired(members) || (_recordsMayLack && evaluation.IsRecord && HasRequiredOfRecords(members)) || ReportMissing(members, cursor, position, ref evaluation))
            & ((count >= _minProperties && count <= _maxProperties) || ReportCounts(cursor, position, count, ref evaluation))
            & (_dependents.Length == 0 || CheckDependents(members, start, cursor, position, ref evaluation, marks))
            & valid;
    }

    /// <summary>Moves on to the next member: its index, or <see cref="JsonNames.Unknown"/>, or <see cref="JsonNames.End"/>.</summary>
    private int Next(ref JsonCursor cursor, ref JsonMembers members, out bool again)
    {
        if (_rules.Length > 0)
        {
            return cursor.NextMember(_names, ref members, out again);
        }

        again = false;
        return cursor.NextMember(out _) ? JsonNames.Unknown : JsonNames.End;
    }

    private bool EvaluateProperty(SchemaRule rule, int index, int place, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        evaluation.Add(marks, place);
        var mark = evaluation.Mark;
        return rule.Evaluate(ref cursor, ref evaluation) || evaluation.Prefix(mark, "/properties", _names[index]);
    }

    /// <summary>Evaluates a member to which patterns, <c>propertyNames</c> or <c>additionalProperties</c> may apply beside <c>properties</c>.</summary>
    private bool EvaluateMember(int index, int place, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        if (_onlyProperties)
        {
            // No pattern applies, and no name is asked about.
            if (_additional is null)
            {
                evaluation.Skip(ref cursor);
                return true;
            }

            evaluation.Add(marks, place);
            return EvaluateAdditional(ref cursor, ref evaluation);
        }

        return EvaluateMatches(index, place, ref cursor, ref evaluation, marks);
    }

    private bool EvaluateMatches(int index, int place, ref JsonCursor cursor, ref Evaluation evaluation, Marks marks)
    {
        var valid = _propertyNames is null || CheckName(cursor, ref evaluation);
        if (!valid && evaluation.Stops)
        {
            return false;
        }

        var start = cursor;
        var walked = false;
        for (var i = 0; i < _patterns.Length; i++)
        {
            // The name is asked for each time: reading a value may have used the memory in which it stood.
            if (!_patterns[i].Pattern.IsMatch(start.MemberName))
            {
                continue;
            }

            var attempt = start;
            var mark = evaluation.Mark;
            if (!_patterns[i].Rule.Evaluate(ref attempt, ref evaluation))
            {
                evaluation.Prefix(mark, "/patternProperties", _patterns[i].Pattern.Text);
                if (evaluation.Stops)
                {
                    return false;
                }

                valid = false;
            }

            cursor = attempt;
            walked = true;
        }

        if (index >= 0 && _rules[index] is { } rule)
        {
            cursor = start;
            return EvaluateProperty(rule, index, place, ref cursor, ref evaluation, marks) && valid;
        }

        if (walked)
        {
            evaluation.Add(marks, place);
            return valid;
        }

        if (_additional is null)
        {
            evaluation.Skip(ref cursor);
            return valid;
        }

        evaluation.Add(marks, place);
        return EvaluateAdditional(ref cursor, ref evaluation) && valid;
    }

    private bool EvaluateAdditional(ref JsonCursor cursor, ref Evaluation evaluation)
    {
        if (!_additional!.IsNothing)
        {
            var mark = evaluation.Mark;
            return _additional.Evaluate(ref cursor, ref evaluation) || evaluation.Prefix(mark, "/additionalProperties");
        }

        if (evaluation.Collects)
        {
            var position = cursor.Position;
            var message = "The member '" + Shown(cursor.MemberText) + "' is not allowed here.";
            cursor.Skip();
            evaluation.Report(cursor, position, "/additionalProperties", message);
        }

        return false;
    }

    private bool CheckName(in JsonCursor cursor, ref Evaluation evaluation)
    {
        var member = cursor;
        var name = new JsonCursor(cursor.Between(cursor.MemberPosition, member.Position));
        var before = evaluation.Rebase(cursor.MemberPosition);
        var mark = evaluation.Mark;
        var valid = _propertyNames!.Evaluate(ref name, ref evaluation) || evaluation.Prefix(mark, "/propertyNames");
        evaluation.Rebase(before);
        return valid;
    }

    private bool HasRequired(in JsonMembers members)
    {
        foreach (var index in _requiredBeyond)
        {
            if (!members.Has(index))
            {
                return false;
            }
        }

        return members.HasAll(_required);
    }

    private bool HasRequiredOfRecords(in JsonMembers members)
    {
        for (var i = 0; i < _properties.Length; i++)
        {
            if (_properties[i] is { Required: true, RecordsMayLack: false } && !members.Has(i))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReportMissing(in JsonMembers members, in JsonCursor cursor, int position, ref Evaluation evaluation)
    {
        for (var i = 0; i < _properties.Length && evaluation.Collects; i++)
        {
            if (_properties[i].Required && !members.Has(i) && !(_properties[i].RecordsMayLack && evaluation.IsRecord))
            {
                evaluation.Report(cursor, position, "/required", "The required member '" + Shown(_names[i]) + "' is missing.");
            }
        }

        return false;
    }

    private bool ReportCounts(in JsonCursor cursor, int position, int count, ref Evaluation evaluation)
    {
        if (!evaluation.Collects)
        {
            return false;
        }

        return count < _minProperties
            ? evaluation.Report(cursor, position, "/minProperties", "The object has " + Members(count) + "; it must have at least " + Number(_minProperties) + ".")
            : evaluation.Report(cursor, position, "/maxProperties", "The object has " + Members(count) + "; it must have at most " + Number(_maxProperties) + ".");
    }

    private bool CheckDependents(in JsonMembers members, in JsonCursor start, in JsonCursor cursor, int position, ref Evaluation evaluation, Marks marks)
    {
        var valid = true;
        foreach (var index in _dependents)
        {
            if (!members.Has(index))
            {
                continue;
            }

            var property = _properties[index];
            foreach (var need in property.Needs ?? [])
            {
                if (!members.Has(Array.FindIndex(_properties, other => other.Name == need)))
                {
                    valid = evaluation.Collects && evaluation.Report(
                        cursor, position, (_dependencies ? "/dependencies/" : "/dependentRequired/") + Evaluation.Escape(property.Name),
                        "The member '" + Shown(need) + "' is missing, which '" + Shown(property.Name) + "' needs beside it.");
                }
            }

            if (property.Applies is not null && (valid || !evaluation.Stops))
            {
                var attempt = start;
                var mark = evaluation.Mark;
                valid &= property.Applies.Evaluate(ref attempt, ref evaluation, marks)
                    || evaluation.Prefix(mark, _dependencies ? "/dependencies" : "/dependentSchemas", property.Name);
            }

            if (!valid && evaluation.Stops)
            {
                return false;
            }
        }

        return valid;
    }

    private static string Members(int count) => count == 1 ? "1 member" : Number(count) + " members";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string name) => name.Length > 100 ? name.Substring(0, 100) + "…" : name;
}
