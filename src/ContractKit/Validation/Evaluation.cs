namespace ContractKit.Validation;

/// <summary>The state of one evaluation.</summary>
public ref struct Evaluation
{
    /// <summary>An evaluation of that strictness.</summary>
    public Evaluation(Strictness strictness)
    {
        this = default;
        Strictness = strictness;
    }

    /// <summary>How strictly the document is held to its schema.</summary>
    public Strictness Strictness { get; }
}
