using System.Collections.Generic;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Orders a document's rules so that each stands behind those it refers to, wherever they do not refer to each other in a circle.</summary>
internal static class RuleOrder
{
    public static IEnumerable<NamedRule> Of(IReadOnlyDictionary<SchemaLocation, NamedRule> rules)
    {
        if (rules.Count == 1)
        {
            return rules.Values;
        }

        var ordered = new List<NamedRule>(rules.Count);
        var seen = new HashSet<SchemaLocation>();
        var path = new Stack<(NamedRule Rule, IEnumerator<SchemaLocation> Targets)>();
        foreach (var rule in rules.Values)
        {
            // A walk with a stack of its own: references may follow each other for as long as a document is.
            Enter(rule.Location);
            while (path.Count > 0)
            {
                var (current, targets) = path.Peek();
                if (targets.MoveNext())
                {
                    Enter(targets.Current);
                    continue;
                }

                path.Pop();
                ordered.Add(current);
            }
        }

        return ordered;

        void Enter(SchemaLocation location)
        {
            if (rules.TryGetValue(location, out var rule) && seen.Add(location))
            {
                path.Push((rule, RuleTargets.Of(rule.Schema).GetEnumerator()));
            }
        }
    }
}
