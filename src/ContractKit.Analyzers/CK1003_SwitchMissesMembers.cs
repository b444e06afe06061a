using System;
using System.Linq;
using ContractKit.Analyzers.Coverage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers;

/// <summary>A switch over a contract enum that misses members, or has no arm for an unknown word.</summary>
internal static class CK1003_SwitchMissesMembers
{
    public const string Id = "CK1003";

    /// <summary>The option by which a default or discard arm does not stand in for members: <c>false</c>.</summary>
    public const string DefaultIsEnough = "contractkit.ck1003.default_is_enough";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A switch over a contract enum is not complete",
        "The switch over {0} has no arm for {1}",
        RuleBook.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleBook.PageOf(Id));

    public static void Examine(BlockReport block)
    {
        var defaultIsEnough = !(block.Options.TryGetValue(DefaultIsEnough, out var option) && string.Equals(option, "false", StringComparison.OrdinalIgnoreCase));
        foreach (var operation in block.Block.All)
        {
            if (operation is ISwitchOperation or ISwitchExpressionOperation
                && SwitchCoverage.Of(operation, block.Investigation, block.Block) is { } coverage && Misses(coverage, defaultIsEnough))
            {
                var missing = coverage.Missing.Select(static member => member.Name).Concat(coverage.MissesUnknown && !coverage.HasDefault ? ["a word that the contract does not have (null)"] : Array.Empty<string>());
                block.Report(Diagnostic.Create(Descriptor, PlaceOf(operation).GetLocation(), coverage.Contract.Name, string.Join(", ", missing)));
            }
        }
    }

    private static bool Misses(SwitchCoverage coverage, bool defaultIsEnough) =>
        defaultIsEnough ? !coverage.IsComplete : !coverage.Missing.IsEmpty || (coverage.MissesUnknown && !coverage.HasDefault);

    /// <summary>Where the rule is shown: the <c>switch</c> keyword.</summary>
    public static SyntaxToken PlaceOf(IOperation operation) => operation.Syntax switch
    {
        SwitchStatementSyntax statement => statement.SwitchKeyword,
        SwitchExpressionSyntax expression => expression.SwitchKeyword,
        var other => other.GetFirstToken(),
    };
}
