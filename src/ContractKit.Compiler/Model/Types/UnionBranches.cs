using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Finds the union in a set of schemas and takes it apart.</summary>
internal static class UnionBranches
{
    // Unions in unions and beside unions are taken apart until the branches have so many schemas in all: what is made of a branch has the members of each.
    private const int MostConjuncts = 1_024;
    private const int MostCrossed = 16;
    private static readonly string[] s_keywords = ["oneOf", "anyOf"];

    /// <summary>
    /// The sets of schemas of which a value keeps one (or, with <c>anyOf</c>, some): empty where there is no <c>oneOf</c> or <c>anyOf</c>
    /// that bears on the type. Branches that are unions themselves are taken apart, too; and of several unions side by side, as in
    /// <c>allOf</c>, every branch of the one with every branch of the other, where that makes few enough.
    /// </summary>
    public static IReadOnlyList<SchemaSet> Of(SchemaSet set)
    {
        if (set.Schemas.Count == 1 && set.Schemas[0].IsPlain)
        {
            return [];
        }

        var found = new List<SchemaSet>();
        Collect(set, found, false, AreFew(set));
        return found.Count > 1 || (found.Count == 1 && !found[0].Equals(set)) ? found : [];
    }

    /// <summary>Whether it matters of how many branches a value is: somewhere in the union there is a <c>oneOf</c>, or it is too deep to tell.</summary>
    public static bool CountBranches(SchemaSet set, int depth = 0) =>
        depth > 8 || set.Conjuncts.Any(schema =>
            schema["oneOf"] is not null || SchemaExpansion.Branches(schema, "anyOf").Any(branch => CountBranches(SchemaSet.Of(branch), depth + 1)));

    private static void Collect(SchemaSet set, List<SchemaSet> found, bool isInner, bool crosses)
    {
        var (union, keyword) = First(set);
        if (union is null || found.Sum(static branch => branch.Conjuncts.Count) > MostConjuncts)
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

            var next = Simplify(set.With(branch, place, isInner), branch);
            if (First(next).Union is null)
            {
                found.Add(next);
            }
            else if (First(next, branch))
            {
                Nest(next, found, isInner, crosses);
            }
            else if (crosses)
            {
                Collect(next, found, false, crosses);
            }
            else
            {
                found.Add(next);
            }
        }
    }

    // A union in a branch is taken apart; one in a branch of that one is a type of its own.
    private static void Nest(SchemaSet set, List<SchemaSet> found, bool isInner, bool crosses)
    {
        if (isInner)
        {
            found.Add(set);
        }
        else
        {
            Collect(set, found, true, crosses);
        }
    }

    // Whether every branch of each union with every branch of the others makes few enough.
    private static bool AreFew(SchemaSet set)
    {
        var product = 1L;
        foreach (var schema in set.Conjuncts)
        {
            foreach (var keyword in s_keywords)
            {
                if (IsUnion(schema, keyword, set))
                {
                    product *= SchemaExpansion.Branches(schema, keyword).Count;
                }
            }
        }

        return product <= MostCrossed;
    }

    private static (Schema? Union, string Keyword) First(SchemaSet set)
    {
        foreach (var schema in set.Conjuncts)
        {
            foreach (var keyword in s_keywords)
            {
                if (IsUnion(schema, keyword, set))
                {
                    return (schema, keyword);
                }
            }
        }

        return (null, "");
    }

    private static bool IsUnion(Schema schema, string keyword, SchemaSet set) =>
        SchemaExpansion.Branches(schema, keyword) is { Count: > 1 } branches
        && !set.Chosen.Contains(PlaceOf(schema, keyword))
        && !TypeLimits.HasTooManyBranches(schema, keyword)
        && branches.Any(static branch => SchemaExpansion.SaysSomething(branch, []));

    // Whether the branch brings a union of its own.
    private static bool First(SchemaSet set, Schema branch)
    {
        var (union, _) = First(set);
        return union is not null && SchemaSet.Of(branch).Conjuncts.Contains(union);
    }

    /// <summary>Leaves out what adds nothing to the branch, so that a branch that refers to a schema is of that schema's type.</summary>
    private static SchemaSet Simplify(SchemaSet set, Schema branch)
    {
        var kinds = SchemaSet.Of(branch).Kinds;
        var resolved = branch.Resolved;
        var parts = set.Schemas
            .Select(schema => ReferenceEquals(schema, branch) ? resolved : schema)
            .Where(schema => ReferenceEquals(schema, resolved) || Speaks(schema, set, kinds))
            .Distinct()
            .ToList();
        return parts.Count == 1 ? SchemaSet.Of(parts[0]) : new SchemaSet(parts.ToEquatableArray(), set.Chosen, set.Branches);
    }

    private static bool Speaks(Schema schema, SchemaSet set, JsonKinds kinds)
    {
        foreach (var conjunct in SchemaSet.Of(schema).Conjuncts)
        {
            if (SchemaExpansion.HasShape(conjunct) || (SchemaKinds.Own(conjunct) & kinds) != kinds)
            {
                return true;
            }

            foreach (var keyword in s_keywords)
            {
                if (IsUnion(conjunct, keyword, set))
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
