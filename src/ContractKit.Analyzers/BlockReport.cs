using System;
using System.Collections.Generic;
using System.Threading;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractKit.Analyzers;

/// <summary>A block under examination: what the rules read, and where they report.</summary>
internal sealed class BlockReport(Investigation investigation, CodeBlock block, AnalyzerConfigOptions options, Action<Diagnostic> report, CancellationToken cancellation)
{
    private readonly Dictionary<CodeBlock, IReadOnlyList<Verdict>> _verdicts = [];

    public Investigation Investigation { get; } = investigation;

    public CodeBlock Block { get; } = block;

    public AnalyzerConfigOptions Options { get; } = options;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The comparisons that are about a contract status.</summary>
    public IReadOnlyList<Verdict> Verdicts => VerdictsOf(Block);

    /// <summary>The same for another block, such as a helper's body.</summary>
    public IReadOnlyList<Verdict> VerdictsOf(CodeBlock other)
    {
        if (!_verdicts.TryGetValue(other, out var verdicts))
        {
            _verdicts[other] = verdicts = new Judge(Investigation, other).Verdicts();
        }

        return verdicts;
    }

    public void Report(Diagnostic diagnostic) => report(diagnostic);
}
