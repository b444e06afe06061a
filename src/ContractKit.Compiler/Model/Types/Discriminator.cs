using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>The property that tells the branches of a union apart.</summary>
/// <param name="Property">Its JSON name.</param>
/// <param name="Words">For each branch the words that mean it.</param>
internal sealed record Discriminator(string Property, IReadOnlyList<EquatableArray<string>> Words)
{
    /// <summary>Finds it: what <c>discriminator</c> (OpenAPI) names, else the first property that every branch requires and whose words do not overlap; null where there is none.</summary>
    public static Discriminator? Find(SchemaSet union, IReadOnlyList<(SchemaSet Branch, PlannedShape Record)> branches, LinkedTypes linked)
    {
        if (branches.Count == 0)
        {
            return null;
        }

        var plans = branches.Select(branch => linked.RecordOf(branch.Record)).ToList();
        var named = SchemaText.First(union.Conjuncts, "discriminator") as JsonObject;
        if ((named?["propertyName"]?.Value as JsonString)?.Value is { } property)
        {
            var words = branches.Select((branch, index) =>
                Mapped(named!, branch.Branch) is { Count: > 0 } mapped ? mapped
                : WordsOf(plans[index], property) is { Count: > 0 } own ? own
                : SchemaNames.DefinitionKey(branch.Branch.Home.Location.Pointer) is { } key ? [key] : []).ToList();
            if (AreApart(words))
            {
                return new Discriminator(property, [.. words.Select(static list => list.ToEquatableArray())]);
            }
        }

        // A branch without known members takes objects with any words: then only trying tells.
        if (linked.HasFreeBranch(union))
        {
            return null;
        }

        foreach (var member in plans[0].Members.Where(static member => member.Required))
        {
            var words = plans.Select(plan => WordsOf(plan, member.JsonName)).ToList();
            if (AreApart(words))
            {
                return new Discriminator(member.JsonName, [.. words.Select(static list => list.ToEquatableArray())]);
            }
        }

        return null;
    }

    private static List<string> WordsOf(RecordPlan plan, string property)
    {
        var member = plan.Members.FirstOrDefault(member => member.JsonName == property && member.Required);
        if (member is null)
        {
            return [];
        }

        var conjuncts = SchemaExpansion.Conjuncts(member.Schemas);
        if (WordFacts.Constant(conjuncts) is { } constant)
        {
            return constant is JsonString text ? [text.Value] : [];
        }

        return WordFacts.HasWords(conjuncts, JsonKinds.String)
            ? [.. WordFacts.Of(SchemaSet.Of(member.Schemas), JsonKinds.String).Select(static word => word.Text)]
            : [];
    }

    // The mapping's keys whose reference ends as the branch's.
    private static List<string> Mapped(JsonObject discriminator, SchemaSet branch)
    {
        var pointer = branch.Home.Location.Pointer;
        var file = branch.Home.Location.Path;
        var end = pointer.Length > 0 ? pointer.Substring(pointer.LastIndexOf('/')) : file.Substring(file.LastIndexOf('/') + 1);
        return [.. ((discriminator["mapping"]?.Value as JsonObject)?.Members ?? [])
            .Where(member => member.Value is JsonString { Value: var reference } && ("/" + reference).EndsWith(end, System.StringComparison.Ordinal))
            .Select(static member => member.Name)];
    }

    private static bool AreApart(List<List<string>> words)
    {
        var seen = new HashSet<string>();
        return words.All(list => list.Count > 0 && list.All(seen.Add));
    }
}
