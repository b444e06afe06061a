using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>What can be wrong with keywords. Each rule has a page of its own beside this file.</summary>
public static class KeywordRules
{
    /// <summary>CK0401.</summary>
    public static readonly ProblemRule WrongValue = new("CK0401", "A keyword has a value that it cannot have", ProblemSeverity.Error);

    /// <summary>CK0402.</summary>
    public static readonly ProblemRule PatternDoesNotParse = new("CK0402", "A pattern does not parse", ProblemSeverity.Error);

    /// <summary>CK0403.</summary>
    public static readonly ProblemRule UnknownKeyword = new("CK0403", "A keyword is not known", ProblemSeverity.Info);

    /// <summary>CK0404.</summary>
    public static readonly ProblemRule MisspeltKeyword = new("CK0404", "A keyword is a letter or two off a real one", ProblemSeverity.Warning);

    /// <summary>CK0405.</summary>
    public static readonly ProblemRule OtherDialect = new("CK0405", "A keyword belongs to another dialect", ProblemSeverity.Warning);

    /// <summary>CK0406.</summary>
    public static readonly ProblemRule SilencedByReference = new("CK0406", "A $ref silences the keyword beside it", ProblemSeverity.Warning);

    /// <summary>CK0407.</summary>
    public static readonly ProblemRule Unsatisfiable = new("CK0407", "No value can keep a constraint", ProblemSeverity.Info);

    /// <summary>CK0408.</summary>
    public static readonly ProblemRule ValueBreaksSchema = new("CK0408", "A value in a schema breaks that schema", ProblemSeverity.Info);

    /// <summary>CK0409.</summary>
    public static readonly ProblemRule MisspeltFormat = new("CK0409", "A format is one letter off a real one", ProblemSeverity.Warning);

    /// <summary>CK0410.</summary>
    public static readonly ProblemRule MisspeltRequired = new("CK0410", "A required name is a letter off a property", ProblemSeverity.Warning);

    /// <summary>CK0411.</summary>
    public static readonly ProblemRule OtherType = new("CK0411", "A keyword is about values of another type", ProblemSeverity.Info);

    /// <summary>CK0412.</summary>
    public static readonly ProblemRule ValueTwice = new("CK0412", "A value stands twice in an enum", ProblemSeverity.Info);

    /// <summary>CK0413.</summary>
    public static readonly ProblemRule AnnotationValue = new("CK0413", "An annotation has a value that it cannot have", ProblemSeverity.Warning);

    /// <summary>CK0414.</summary>
    public static readonly ProblemRule PatternBetweenSlashes = new("CK0414", "A pattern is written between slashes", ProblemSeverity.Warning);

    /// <summary>CK0415.</summary>
    public static readonly ProblemRule PatternTooLong = new("CK0415", "A pattern is too long", ProblemSeverity.Error);
}
