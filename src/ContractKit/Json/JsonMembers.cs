using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ContractKit.Json;

/// <summary>Which of the names of a <see cref="JsonNames"/> an object has had so far. <c>default</c> is none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonMembers
{
    private ulong _first;
    private ulong[]? _others; // from the sixty-fifth name on

    /// <summary>The index of the name found last, plus one.</summary>
    internal int Last;

    /// <summary>How often another name stood where one was expected.</summary>
    internal int Misses;

    /// <summary>Whether the object has had that name.</summary>
    /// <param name="index">Its index.</param>
    public readonly bool Has(int index) =>
        index < 64
            ? (_first >> index & 1) != 0
            : _others is not null && (_others[(index >> 6) - 1] >> index & 1) != 0;

    /// <summary>Whether the object has had all those of the first 64 names whose bits are set: bit n for index n.</summary>
    /// <param name="mask">The bits.</param>
    public readonly bool HasAll(ulong mask) => (_first & mask) == mask;

    /// <summary>Notes the name that was expected; false when the object has had it before, or when it is none of the first 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool AddNext(int index)
    {
        var bit = 1ul << index;
        if (index >= 64 || (_first & bit) != 0)
        {
            return false;
        }

        _first |= bit;
        Last = index + 1;
        return true;
    }

    /// <summary>Notes a name; false when the object has had it before.</summary>
    internal bool Add(int index, int count)
    {
        var bit = 1ul << index;
        if (index < 64)
        {
            if ((_first & bit) != 0)
            {
                return false;
            }

            _first |= bit;
            return true;
        }

        _others ??= new ulong[(count - 1) >> 6];
        ref var others = ref _others[(index >> 6) - 1];
        if ((others & bit) != 0)
        {
            return false;
        }

        others |= bit;
        return true;
    }
}
