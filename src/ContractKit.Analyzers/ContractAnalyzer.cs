using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using ContractKit.Analyzers.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.Analyzers;

/// <summary>
/// Runs all CK1xxx rules in one pass. Contract types are found once per compilation; without any, nothing else happens.
/// A file's text is then searched for what could matter, and only blocks in which something is found are bound and read.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    private long _visited;

    /// <summary>How many operations were read so far: what the rules cost, as a number that does not depend on the machine.</summary>
    internal long VisitedOperations => Interlocked.Read(ref _visited);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleBook.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypesByMetadataName("ContractKit.ContractEnumAttribute").IsEmpty)
            {
                return;
            }

            var contracts = ContractIndexReader.Read(start.Compilation, start.CancellationToken);
            if (contracts.IsEmpty)
            {
                return;
            }

            var needles = new Needles(contracts, WordHolders.In(start.Compilation, contracts, start.CancellationToken));
            var investigation = new Investigation(start.Compilation, contracts, count => Interlocked.Add(ref _visited, count));
            start.RegisterSemanticModelAction(file => Examine(file, needles, investigation));
        });
    }

    private static void Examine(SemanticModelAnalysisContext file, Needles needles, Investigation investigation)
    {
        var tree = file.SemanticModel.SyntaxTree;
        var hits = FileHits.In(tree, needles, file.CancellationToken);
        if (hits.Count == 0)
        {
            return;
        }

        var root = tree.GetRoot(file.CancellationToken);
        foreach (var member in Candidates(root, hits, Visibility.Of(root, investigation)))
        {
            file.CancellationToken.ThrowIfCancellationRequested();
            if (investigation.BlockAt(member) is not { } block)
            {
                continue;
            }

            var report = new BlockReport(investigation, block, file.Options.AnalyzerConfigOptionsProvider.GetOptions(tree), file.ReportDiagnostic, file.CancellationToken);
            CK1001_TextComparedWithContractWord.Examine(report);
            CK1002_WordThatTheContractLacks.Examine(report);
            CK1003_SwitchMissesMembers.Examine(report);
            CK1004_LoopWaitsForSuccessOnly.Examine(report);
            CK1005_EnumTakenToTextByName.Examine(report);
            CK1006_PropertyReadByName.Examine(report);
            CK1007_PathWrittenByHand.Examine(report);
        }
    }

    // The pieces of code in which enough is spelt for any rule to apply.
    private static List<SyntaxNode> Candidates(SyntaxNode root, IReadOnlyList<Hit> hits, bool seesTypes)
    {
        var members = new List<(SyntaxNode Node, Hits Kinds)>();
        var inside = new HashSet<int>();
        foreach (var member in Members.In(root))
        {
            var kinds = Hits.None;
            for (var i = First(hits, member.FullSpan); i < hits.Count && hits[i].Position < member.FullSpan.End; i++)
            {
                kinds |= hits[i].Kind;
                inside.Add(i);
            }

            members.Add((member, kinds));
        }

        // A field of a contract type, or an alias for one, is used under names of its own.
        var everywhere = false;
        for (var i = 0; i < hits.Count && !everywhere; i++)
        {
            everywhere = seesTypes && (hits[i].Kind & Hits.Type) != 0 && !inside.Contains(i);
        }

        var candidates = new List<SyntaxNode>();
        foreach (var (node, kinds) in members)
        {
            if (everywhere || (kinds & (Hits.Word | Hits.WordHolder | Hits.Operation)) != 0 || (seesTypes && (kinds & Hits.Type) != 0) || (kinds & (Hits.Name | Hits.Door)) == (Hits.Name | Hits.Door))
            {
                candidates.Add(node);
            }
        }

        return candidates;
    }

    private static int First(IReadOnlyList<Hit> hits, TextSpan span)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hits[middle].Position < span.Start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
