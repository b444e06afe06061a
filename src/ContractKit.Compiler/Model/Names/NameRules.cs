using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Names;

/// <summary>What can be wrong with names.</summary>
public static class NameRules
{
    /// <summary>Two schemas of different documents want one type name.</summary>
    public static readonly ProblemRule TypeNameTaken = new("CK0201", "Two schemas are called the same", ProblemSeverity.Error);

    /// <summary>A type is named as something that comes with a service or an operation.</summary>
    public static readonly ProblemRule ServiceNameTaken = new("CK0203", "A type is called as something that comes with a service", ProblemSeverity.Error);

    /// <summary>The project has a type of its own that is named as a generated one and does not extend it.</summary>
    public static readonly ProblemRule OwnTypeHasName = new("CK0204", "The project has a type of that name", ProblemSeverity.Error);

    /// <summary>A type is named as one that most C# files import.</summary>
    public static readonly ProblemRule ImportedTypeName = new("CK0202", "A type is called as one of .NET's that files import by default", ProblemSeverity.Warning);
}
