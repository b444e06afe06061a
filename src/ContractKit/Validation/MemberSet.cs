namespace ContractKit.Validation;

/// <summary>Which of the names that an object's keywords know it has had. Nothing is allocated for up to 256 names.</summary>
internal struct MemberSet
{
    private ulong _first;
    private ulong _second;
    private ulong _third;
    private ulong _fourth;
    private ulong[]? _others;

    /// <summary>Notes a name; false when it has been noted before.</summary>
    public bool Add(int index, int count)
    {
        ref var word = ref _first;
        if (index >= 64)
        {
            switch (index >> 6)
            {
                case 1:
                    word = ref _second;
                    break;
                case 2:
                    word = ref _third;
                    break;
                case 3:
                    word = ref _fourth;
                    break;
                default:
                    _others ??= new ulong[((count + 63) >> 6) - 4];
                    word = ref _others[(index >> 6) - 4];
                    break;
            }
        }

        var bit = 1UL << (index & 63);
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    /// <summary>Whether all of the first 64 names whose bits are set have been noted.</summary>
    public readonly bool HasAll(ulong mask) => (_first & mask) == mask;

    /// <summary>Whether the name has been noted.</summary>
    public readonly bool Has(int index)
    {
        var word = (index >> 6) switch
        {
            0 => _first,
            1 => _second,
            2 => _third,
            3 => _fourth,
            var other => _others is null ? 0 : _others[other - 4],
        };
        return (word >> (index & 63) & 1) != 0;
    }
}
