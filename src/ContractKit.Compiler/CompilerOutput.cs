using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Output;

namespace ContractKit.Compiler;

/// <summary>What comes of a group of contracts.</summary>
/// <param name="Files">The generated C#.</param>
/// <param name="Problems">What nobody foresaw.</param>
public sealed record RenderedGroup(EquatableArray<GeneratedFile> Files, EquatableArray<Problem> Problems);

/// <summary>All that comes of a set of files.</summary>
/// <param name="Files">The generated C#, by hint name.</param>
/// <param name="Problems">What is wrong, by path and place.</param>
public sealed record CompilerOutput(EquatableArray<GeneratedFile> Files, EquatableArray<Problem> Problems);
