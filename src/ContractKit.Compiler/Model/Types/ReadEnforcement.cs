using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Types;

/// <summary>How a record's schema is kept while a value is read, so that one pass over the text is enough.</summary>
/// <param name="Rules">For each property its place among the rules of the record's schema, where its rule has to be asked; -1 where reading alone asks all that the rule does.</param>
/// <param name="Counts">How many items the lists of properties have, where that is limited.</param>
/// <param name="Parts">The types of properties that must keep their own schemas while they are read.</param>
/// <param name="IsHeldByType">Whether the schema allows whatever the record can hold, so that what it writes need not be checked either.</param>
public sealed record ReadEnforcement(EquatableArray<int> Rules, EquatableArray<ItemCount> Counts, EquatableArray<TypeShape> Parts, bool IsHeldByType)
{
    /// <summary>The limits of a property's list; null for none.</summary>
    /// <param name="property">The property's place in the record.</param>
    internal ItemCount? CountOf(int property)
    {
        foreach (var count in Counts)
        {
            if (count.Property == property)
            {
                return count;
            }
        }

        return null;
    }
}

/// <summary>How many items a property's list has (JSON Schema Validation 2020-12, sections 6.4.1 and 6.4.2).</summary>
/// <param name="Property">The property's place in the record.</param>
/// <param name="Least"><c>minItems</c>.</param>
/// <param name="Most"><c>maxItems</c>; <see cref="long.MaxValue"/> where it is not asked for.</param>
public sealed record ItemCount(int Property, long Least, long Most);
