using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Finds the union in a set of schemas and takes it apart.</summary>
internal static class UnionBranches
{
    private const int MostBranches = 256;

    /// <summary>
    /// The sets of schemas of which a value keeps one (or, with <c>anyOf</c>, some): empty where there is no <c>oneOf</c> or <c>anyOf</c>
    /// that bears on the type. Only the first such keyword is taken apart; branches that are unions themselves are, too.
    /// </summary>
    public static IReadOnlyList<SchemaSet> Of(SchemaSet set)
    {
        var found = new List<SchemaSet>();
        Collect(set, found, 0);
        return found.Count > 1 || (found.Count == 1 && !found[0].Equals(set)) ? found : [];
    }

    private static void Collect(SchemaSet set, List<SchemaSet> found, int depth)
    {
        var (union, keyword) = First(set);
        if (union is null || found.Count > MostBranches)
        {
            found.Add(set);
            return;
        }

        var place = PlaceOf(union, keyword);
        foreach (var branch in SchemaExpansion.Branches(union, keyword))
        {
            if (branch.Boolean == false)
            {
                continue;
            }

            var next = Simplify(set.With(branch, place), branch);
            if (depth > 0 || !First(next, branch))
            {
                found.Add(next);
            }
            else
            {
                Collect(next, found, depth + 1);
            }
        }
    }

    private static (Schema? Union, string Keyword) First(SchemaSet set)
    {
        foreach (var schema in SchemaExpansion.Conjuncts(set))
        {
            foreach (var keyword in new[] { "oneOf", "anyOf" })
            {
                var branches = SchemaExpansion.Branches(schema, keyword);
                if (branches.Count > 1
                    && !set.Chosen.Contains(PlaceOf(schema, keyword))
                    && branches.Any(static branch => SchemaExpansion.SaysSomething(branch, [])))
                {
                    return (schema, keyword);
                }
            }
        }

        return (null, "");
    }

    // Whether the branch brings a union of its own.
    private static bool First(SchemaSet set, Schema branch)
    {
        var (union, _) = First(set);
        return union is not null && SchemaExpansion.Conjuncts(SchemaSet.Of(branch)).Contains(union);
    }

    /// <summary>Leaves out what adds nothing to the branch, so that a branch that refers to a schema is of that schema's type.</summary>
    private static SchemaSet Simplify(SchemaSet set, Schema branch)
    {
        var kinds = SchemaKinds.Of(branch);
        var resolved = SchemaExpansion.Resolve(branch);
        var parts = set.Schemas
            .Select(schema => ReferenceEquals(schema, branch) ? resolved : schema)
            .Where(schema => ReferenceEquals(schema, resolved) || Speaks(schema, set, kinds))
            .Distinct()
            .ToList();
        return parts.Count == 1 ? SchemaSet.Of(parts[0]) : new SchemaSet(parts.ToEquatableArray(), set.Chosen);
    }

    private static bool Speaks(Schema schema, SchemaSet set, JsonKinds kinds)
    {
        foreach (var conjunct in SchemaExpansion.Conjuncts(SchemaSet.Of(schema)))
        {
            if (SchemaExpansion.HasShape(conjunct) || (SchemaKinds.Own(conjunct) & kinds) != kinds)
            {
                return true;
            }

            foreach (var keyword in new[] { "oneOf", "anyOf" })
            {
                if (!set.Chosen.Contains(PlaceOf(conjunct, keyword))
                    && SchemaExpansion.Branches(conjunct, keyword) is { Count: > 1 } branches
                    && branches.Any(static branch => SchemaExpansion.SaysSomething(branch, [])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static SchemaLocation PlaceOf(Schema schema, string keyword) =>
        new(schema.Location.Path, schema.Location.Pointer + "/" + keyword);
}
