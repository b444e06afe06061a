namespace ContractKit.Validation;

/// <summary>A row of bits in the evaluation's memory: which members or items of one value some keyword has evaluated.</summary>
internal readonly struct Marks(int start, int words)
{
    /// <summary>No row: nobody asks what was evaluated.</summary>
    public static Marks None => default;

    /// <summary>Where the row begins.</summary>
    public int Start { get; } = start;

    /// <summary>How many words of 64 bits the row has; at least one where it is kept.</summary>
    public int Words { get; } = words;

    /// <summary>Whether the row is kept.</summary>
    public bool Kept => Words > 0;
}
