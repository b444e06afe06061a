using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Types;

/// <summary>What can be wrong with types.</summary>
public static class TypeRules
{
    /// <summary>CK0501.</summary>
    public static readonly ProblemRule TooLarge = new("CK0501", "A schema is too large for a C# type", ProblemSeverity.Warning);

    /// <summary>CK0502.</summary>
    public static readonly ProblemRule TooManySubschemas = new("CK0502", "A document has too many subschemas", ProblemSeverity.Error);
}
