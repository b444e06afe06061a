using System.Collections.Generic;

namespace ContractKit.Json;

/// <summary>Finds out whether a value's schema is kept while the value is read, in all its parts.</summary>
internal static class OnePass
{
    /// <summary>Whether it is.</summary>
    public static bool IsEnoughFor(IContractConverter converter)
    {
        // A type may be a part of itself: then it is asked once.
        var seen = new HashSet<IContractConverter> { converter };
        var open = new Stack<IContractConverter>(seen);
        while (open.Count > 0)
        {
            if (open.Pop().ReadParts is not { } parts)
            {
                return false;
            }

            foreach (var part in parts)
            {
                if (seen.Add(part))
                {
                    open.Push(part);
                }
            }
        }

        return true;
    }
}
