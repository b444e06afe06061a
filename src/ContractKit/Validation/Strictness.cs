using System.ComponentModel;

namespace ContractKit.Validation;

/// <summary>How strictly a document is judged. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Strictness
{
    /// <summary>The JSON Schema standard, to the letter.</summary>
    Standard,

    /// <summary>What a record takes: as the standard, but words that an open enum does not have pass, and duplicate members, depth over 64 and numbers beyond their C# type are refused.</summary>
    Record,
}
