using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Validation;

/// <content>One rule in place of those that <c>allOf</c> and <c>$ref</c> put together, where only the verdict is asked for: a value is then walked once.</content>
public sealed partial class SchemaRule
{
    private const int MostJoined = 32;

    private SchemaRule? _joined;

    /// <summary>A rule with the same verdicts and fewer walks; this one where there is none. Made when first asked for; several threads may make it at once.</summary>
    private SchemaRule Joined => _joined ??= Join();

    private SchemaRule Join()
    {
        var parts = new List<SchemaRule>();
        var others = new List<Applicator>();
        var joined = Gather(this, parts, others) && parts.Count > 1 ? Combine(parts, others) : this;
        joined._joined = joined;
        return joined;
    }

    private static bool Gather(SchemaRule rule, List<SchemaRule> parts, List<Applicator> others)
    {
        if (rule._unevaluated is not null || rule._nothing || rule._limit != ScalarLimit.None || rule._recordTypes != JsonTypes.Any || parts.Count >= MostJoined)
        {
            return false;
        }

        parts.Add(rule);
        foreach (var applicator in rule._applicators)
        {
            var inner = applicator switch
            {
                ReferenceApplicator reference => [reference.Target],
                AllOfApplicator all => all.Rules,
                _ => null,
            };
            var count = parts.Count;
            var otherCount = others.Count;
            if (inner is null || !inner.All(branch => Gather(branch, parts, others)))
            {
                // What cannot be joined is applied as it is.
                parts.RemoveRange(count, parts.Count - count);
                others.RemoveRange(otherCount, others.Count - otherCount);
                others.Add(applicator);
            }
        }

        return true;
    }

    private SchemaRule Combine(List<SchemaRule> parts, List<Applicator> others)
    {
        var objects = parts.Where(static part => part._object is not null).Select(static part => part._object!).ToList();
        var members = objects.Count > 1 ? ObjectRule.Join(objects) : objects.FirstOrDefault();
        if ((objects.Count > 1 && members is null)
            || parts.Count(static part => part._constant is not null) > 1 || parts.Count(static part => part._values is not null) > 1
            || parts.Count(static part => part._number is not null) > 1 || parts.Count(static part => part._text is not null) > 1
            || parts.Count(static part => part._array is not null) > 1)
        {
            return this;
        }

        var narrow = parts.Aggregate(JsonTypes.None, static (flags, part) => flags | (part._types & (JsonTypes.Whole | JsonTypes.WrittenWhole)));
        return new SchemaRule(
            parts.Aggregate(JsonTypes.Any, static (types, part) => types & part._types) | narrow,
            parts.Select(static part => part._constant).FirstOrDefault(static rule => rule is not null),
            parts.Select(static part => part._values).FirstOrDefault(static rule => rule is not null),
            parts.Select(static part => part._number).FirstOrDefault(static rule => rule is not null),
            parts.Select(static part => part._text).FirstOrDefault(static rule => rule is not null),
            parts.Select(static part => part._array).FirstOrDefault(static rule => rule is not null),
            members,
            applicators: [.. others]);
    }
}
