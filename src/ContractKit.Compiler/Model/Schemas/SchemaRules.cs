using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>What can be wrong with references, identifiers and dialects. Each rule has a page of its own beside this file.</summary>
public static class SchemaRules
{
    /// <summary>CK0301.</summary>
    public static readonly ProblemRule DocumentNotFound = new("CK0301", "A reference leads to no given file", ProblemSeverity.Error);

    /// <summary>CK0302.</summary>
    public static readonly ProblemRule PlaceNotFound = new("CK0302", "A reference leads to a place that its document does not have", ProblemSeverity.Error);

    /// <summary>CK0303.</summary>
    public static readonly ProblemRule TargetIsNoSchema = new("CK0303", "A reference leads to something that is no schema", ProblemSeverity.Error);

    /// <summary>CK0304.</summary>
    public static readonly ProblemRule Circle = new("CK0304", "References lead round in a circle", ProblemSeverity.Error);

    /// <summary>CK0305.</summary>
    public static readonly ProblemRule TooManyHops = new("CK0305", "A chain of references is too long", ProblemSeverity.Error);

    /// <summary>CK0306.</summary>
    public static readonly ProblemRule MalformedReference = new("CK0306", "A reference is no URI reference", ProblemSeverity.Error);

    /// <summary>CK0307.</summary>
    public static readonly ProblemRule UnknownDialect = new("CK0307", "A dialect is not known", ProblemSeverity.Error);

    /// <summary>CK0308.</summary>
    public static readonly ProblemRule UnknownVocabulary = new("CK0308", "A vocabulary is required that is not known", ProblemSeverity.Error);

    /// <summary>CK0309.</summary>
    public static readonly ProblemRule BadIdentifier = new("CK0309", "An identifier identifies nothing", ProblemSeverity.Error);

    /// <summary>CK0310.</summary>
    public static readonly ProblemRule SameIdentifier = new("CK0310", "Two schemas have the same identifier", ProblemSeverity.Error);

    /// <summary>CK0311.</summary>
    public static readonly ProblemRule SchemaExpected = new("CK0311", "A schema is expected here", ProblemSeverity.Error);
}
