namespace ContractKit.Compiler.Documents;

/// <summary>What can be wrong with the text of a JSON file. Each rule has a page of its own beside this file.</summary>
public static class JsonRules
{
    /// <summary>CK0001.</summary>
    public static readonly ProblemRule Syntax = new("CK0001", "The text is not JSON", ProblemSeverity.Error);

    /// <summary>CK0002.</summary>
    public static readonly ProblemRule TooDeep = new("CK0002", "JSON nests too deep", ProblemSeverity.Error);

    /// <summary>CK0003.</summary>
    public static readonly ProblemRule TooLarge = new("CK0003", "A JSON file is too large", ProblemSeverity.Error);

    /// <summary>CK0004.</summary>
    public static readonly ProblemRule DuplicateName = new("CK0004", "An object has a name twice", ProblemSeverity.Error);

    /// <summary>CK0005.</summary>
    public static readonly ProblemRule Unreadable = new("CK0005", "A file cannot be read", ProblemSeverity.Error);
}
