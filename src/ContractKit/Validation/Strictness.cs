namespace ContractKit.Validation;

/// <summary>How strictly a document is held to its schema.</summary>
public enum Strictness
{
    /// <summary>The standard, to the letter.</summary>
    Standard,

    /// <summary>The standard, with new words of open enums passing; and refused besides is what a record cannot hold or a careful service should not take: duplicate members, depth over 64, numbers beyond their C# type.</summary>
    Record,
}
