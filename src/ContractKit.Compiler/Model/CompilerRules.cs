using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model;

/// <summary>Problems of the compiler itself.</summary>
public static class CompilerRules
{
    /// <summary>Something went wrong that nobody foresaw.</summary>
    public static readonly ProblemRule Unforeseen = new("CK0900", "ContractKit failed on a file", ProblemSeverity.Error);
}
