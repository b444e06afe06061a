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
        foreach (var member in Members.In(root))
        {
            var kinds = Hits.None;
            for (var i = First(hits, member.FullSpan); i < hits.Count && hits[i].Position < member.FullSpan.End; i++)
            {
                kinds |= hits[i].Kind;
            }

            members.Add((member, kinds));
        }

        // Where a type uses contract types, values move about in it under names of their own: in fields and helpers.
        var users = new HashSet<SyntaxNode?>();
        foreach (var hit in hits)
        {
            if (seesTypes && (hit.Kind & Hits.Type) != 0)
            {
                users.Add(TypeAround(root.FindToken(hit.Position).Parent));
            }
        }

        var candidates = new List<SyntaxNode>();
        foreach (var (node, kinds) in members)
        {
            if ((kinds & (Hits.Word | Hits.WordHolder | Hits.Operation)) != 0 || (seesTypes && (kinds & Hits.Type) != 0) || (kinds & (Hits.Name | Hits.Door)) == (Hits.Name | Hits.Door)
                || (users.Count > 0 && (users.Contains(null) || users.Contains(TypeAround(node)))))
            {
                candidates.Add(node);
            }
        }

        return candidates;
    }

    // The outermost type that a node stands in; null for what stands before all types, such as an alias.
    private static SyntaxNode? TypeAround(SyntaxNode? node)
    {
        SyntaxNode? type = null;
        for (var at = node; at is not null; at = at.Parent)
        {
            type = at is BaseTypeDeclarationSyntax or GlobalStatementSyntax ? at : type;
        }

        return type;
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
