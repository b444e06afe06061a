using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Output;

namespace ContractKit.Compiler;

/// <summary>All that comes of a set of files.</summary>
/// <param name="Files">The generated C#, by hint name.</param>
/// <param name="Problems">What is wrong, by path and place.</param>
public sealed record CompilerOutput(EquatableArray<GeneratedFile> Files, EquatableArray<Problem> Problems);
