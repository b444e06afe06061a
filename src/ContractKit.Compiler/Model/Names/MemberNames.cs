using System;
using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Compiler.Model.Names;

/// <summary>Gives the members of one type their names.</summary>
internal static class MemberNames
{
    /// <summary>
    /// A name for each text, in the same order. A text that is a good name as it is keeps it; of others that would be called the
    /// same, the ordinally first does, so that their order in the schema does not matter.
    /// </summary>
    public static IReadOnlyList<CSharpName> Assign(IReadOnlyList<string> texts, NameScope scope, string affix)
    {
        var wishes = new string[texts.Count];
        for (var i = 0; i < wishes.Length; i++)
        {
            wishes[i] = NameWords.Pascal(texts[i]);
        }

        return Assign(texts, wishes, scope, affix);
    }

    /// <summary>A name for each text, of the name that is wished for it.</summary>
    public static IReadOnlyList<CSharpName> Assign(IReadOnlyList<string> texts, IReadOnlyList<string> wishes, NameScope scope, string affix)
    {
        var names = new CSharpName[texts.Count];
        if (TryTakeAll(wishes, scope, names))
        {
            return names;
        }

        var order = Enumerable.Range(0, texts.Count)
            .OrderBy(index => texts[index] == wishes[index] ? 0 : 1)
            .ThenBy(index => texts[index], StringComparer.Ordinal);
        foreach (var index in order)
        {
            names[index] = scope.Take(wishes[index], affix);
        }

        return names;
    }

    // Mostly no two wishes are the same, and then it does not matter who goes first.
    private static bool TryTakeAll(IReadOnlyList<string> wishes, NameScope scope, CSharpName[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (!scope.TryTake(wishes[i]))
            {
                while (i > 0)
                {
                    scope.Release(wishes[--i]);
                }

                return false;
            }

            names[i] = CSharpName.Of(wishes[i]);
        }

        return true;
    }
}
