using System;
using System.Collections.Generic;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>
/// How many types are made of several schemas together, such as a branch of a union and what stands beside the union. Schemas that refer
/// to themselves in unions of unions combine without end, and each combination has the members of all its schemas; so a document may
/// combine about as many schemas as its text has room to write. What is beyond is checked all the same, but has no type of its own.
/// </summary>
internal sealed class CombinationLimit
{
    private const int Least = 64;

    // A schema with a keyword in it takes more.
    private const int CharactersOfSchema = 8;

    private readonly Dictionary<string, int> _combined = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaSet, bool> _known = [];

    /// <summary>Whether a type may be made of the set.</summary>
    public bool Allows(SchemaSet set)
    {
        if (set.Schemas.Count == 1)
        {
            return true;
        }

        if (!_known.TryGetValue(set, out var allowed))
        {
            var document = set.Home.Document;
            _combined.TryGetValue(document.Path, out var combined);
            combined += set.Conjuncts.Count;
            _known[set] = allowed = combined <= Least + (document.Text.Text.Length / CharactersOfSchema);
            if (allowed)
            {
                _combined[document.Path] = combined;
            }
        }

        return allowed;
    }
}
