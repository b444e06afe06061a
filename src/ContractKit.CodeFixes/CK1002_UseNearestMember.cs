using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using ContractKit.Analyzers;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.CodeFixes;

/// <summary>CK1002: compares with the member that was probably meant; among other words, spells its word.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CK1002_UseNearestMember : ContractCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(CK1002_WordThatTheContractLacks.Id);

    private protected override IEnumerable<Repair> Repairs(SyntaxNode place, Diagnostic diagnostic, RepairScope scope)
    {
        foreach (var verdict in scope.Block.Verdicts)
        {
            foreach (var wrong in verdict.Wrong)
            {
                if (wrong.Nearest is not { } nearest || CK1002_WordThatTheContractLacks.PlaceOf(wrong, verdict).Span != diagnostic.Location.SourceSpan)
                {
                    continue;
                }

                var key = CK1002_WordThatTheContractLacks.Id;
                if (verdict.Comparison is { Words.Length: 1, Operation: IBinaryOperation or IInvocationOperation }
                    && new ComparisonRepair(verdict, verdict.Contract, new Dictionary<Word, ContractMember> { [wrong.Word] = nearest }, scope).Changes() is { } changes)
                {
                    yield return scope.Repair($"Compare with {verdict.Contract.Name}.{nearest.Name}", key, changes);
                }
                else if (wrong.Word.Source.Syntax is LiteralExpressionSyntax literal && literal.SyntaxTree == scope.Root.SyntaxTree && Members.Contains(literal, scope))
                {
                    var word = (verdict.Origin.Shape & TextShape.Lower) != 0 ? nearest.Word.ToLowerInvariant() : (verdict.Origin.Shape & TextShape.Upper) != 0 ? nearest.Word.ToUpperInvariant() : nearest.Word;
                    var suffix = literal.Token.Text.EndsWith("u8", System.StringComparison.Ordinal) ? "u8" : "";
                    yield return scope.Repair($"Use the word \"{word}\"", key, new TextChange(literal.Span, SymbolDisplay.FormatLiteral(word, quote: true) + suffix));
                }
            }
        }
    }

    private static class Members
    {
        // A word in a constant somewhere else may be meant for others as well.
        public static bool Contains(LiteralExpressionSyntax literal, RepairScope scope) => scope.Block.Block.Root.Syntax.FullSpan.Contains(literal.Span);
    }
}
