using System.Collections.Generic;

namespace ContractKit.Json;

/// <summary>Finds out whether a schema allows whatever its C# type can hold, in all parts of the value.</summary>
internal static class HeldByType
{
    // A schema limits the depth too (to 64). A record of such types adds at most four levels: itself, and three of lists around the next.
    private const int MostRecords = JsonCursor.DefaultMaxDepth / 4;

    /// <summary>Whether it does.</summary>
    public static bool IsTrueOf(IContractConverter converter) => DepthOf(converter, []) <= MostRecords;

    // What is a part of itself may be as deep as it likes.
    private static int DepthOf(IContractConverter converter, Dictionary<IContractConverter, int> depths)
    {
        if (depths.TryGetValue(converter, out var known))
        {
            return known;
        }

        depths[converter] = MostRecords + 1;
        if (converter.HeldParts is not { } parts)
        {
            return MostRecords + 1;
        }

        var deepest = 0;
        foreach (var part in parts)
        {
            var depth = DepthOf(part, depths);
            if (depth >= MostRecords)
            {
                return MostRecords + 1;
            }

            deepest = depth > deepest ? depth : deepest;
        }

        return depths[converter] = deepest + 1;
    }
}
