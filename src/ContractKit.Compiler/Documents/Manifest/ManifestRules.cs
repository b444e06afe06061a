namespace ContractKit.Compiler.Documents.Manifest;

/// <summary>What can be wrong with contracts.json. Each rule has a page of its name beside this file.</summary>
public static class ManifestRules
{
    /// <summary>CK0101.</summary>
    public static readonly ProblemRule WrongType = new("CK0101", "A value of the manifest has the wrong type", ProblemSeverity.Error);

    /// <summary>CK0102.</summary>
    public static readonly ProblemRule MisspeltKey = new("CK0102", "A key of the manifest is misspelt", ProblemSeverity.Warning);

    /// <summary>CK0103.</summary>
    public static readonly ProblemRule UnknownKey = new("CK0103", "A key of the manifest is unknown", ProblemSeverity.Info);

    /// <summary>CK0104.</summary>
    public static readonly ProblemRule Missing = new("CK0104", "A part of the manifest is missing", ProblemSeverity.Error);

    /// <summary>CK0105.</summary>
    public static readonly ProblemRule Namespace = new("CK0105", "The namespace is none", ProblemSeverity.Error);

    /// <summary>CK0106.</summary>
    public static readonly ProblemRule Name = new("CK0106", "A name in the manifest cannot be a C# name", ProblemSeverity.Error);

    /// <summary>CK0107.</summary>
    public static readonly ProblemRule NameClash = new("CK0107", "Two parts of the manifest would have the same C# name", ProblemSeverity.Error);

    /// <summary>CK0108.</summary>
    public static readonly ProblemRule Method = new("CK0108", "The HTTP method is none", ProblemSeverity.Error);

    /// <summary>CK0109.</summary>
    public static readonly ProblemRule Path = new("CK0109", "The path is not a path template", ProblemSeverity.Error);

    /// <summary>CK0110.</summary>
    public static readonly ProblemRule PathParameter = new("CK0110", "Path and path parameters do not match", ProblemSeverity.Error);

    /// <summary>CK0111.</summary>
    public static readonly ProblemRule SameRoute = new("CK0111", "Two operations answer the same method and path", ProblemSeverity.Error);

    /// <summary>CK0112.</summary>
    public static readonly ProblemRule Parameter = new("CK0112", "A parameter cannot be sent", ProblemSeverity.Error);

    /// <summary>CK0113.</summary>
    public static readonly ProblemRule Status = new("CK0113", "The key of a response is no status", ProblemSeverity.Error);

    /// <summary>CK0114.</summary>
    public static readonly ProblemRule Server = new("CK0114", "The server is no http address", ProblemSeverity.Error);

    /// <summary>CK0115.</summary>
    public static readonly ProblemRule Security = new("CK0115", "The security scheme is not supported", ProblemSeverity.Error);

    /// <summary>CK0116.</summary>
    public static readonly ProblemRule ContentType = new("CK0116", "The content type is not JSON", ProblemSeverity.Error);

    /// <summary>CK0117.</summary>
    public static readonly ProblemRule Completion = new("CK0117", "The completion does not fit the response", ProblemSeverity.Error);

    /// <summary>CK0118.</summary>
    public static readonly ProblemRule Option = new("CK0118", "An option of the manifest has a word that it does not know", ProblemSeverity.Error);

    /// <summary>CK0119.</summary>
    public static readonly ProblemRule NothingFound = new("CK0119", "A wild-card finds no schema", ProblemSeverity.Error);

    /// <summary>CK0120.</summary>
    public static readonly ProblemRule SameNamespace = new("CK0120", "Two manifests have the same namespace", ProblemSeverity.Error);

    /// <summary>CK0121.</summary>
    public static readonly ProblemRule TooManySchemas = new("CK0121", "A wild-card finds more schemas than are taken", ProblemSeverity.Error);
}
