using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.CodeFixes;

/// <summary>Writes a comparison with words as a comparison with members.</summary>
internal sealed class ComparisonRepair(Verdict verdict, ContractEnum contract, IReadOnlyDictionary<Word, ContractMember> members, RepairScope scope)
{
    private readonly Comparison _comparison = verdict.Comparison;
    private readonly StatusSubject _subject = StatusSubject.Of(
        verdict.Comparison.Subject, scope.Block.Investigation.Contracts, byName: verdict.Comparison.Words.All(word => members.TryGetValue(word, out var member) && member.Name == word.Text));

    /// <summary>The edits, or null where there is no repair that means the same.</summary>
    public TextChange[]? Changes()
    {
        if (_comparison.Match != Match.Whole || _comparison.Words.Length == 0 || !_comparison.Words.All(members.ContainsKey) || !KeepsMeaning())
        {
            return null;
        }

        return _comparison.Operation switch
        {
            IBinaryOperation binary => Binary(binary),
            IInvocationOperation call => Call(call),
            IIsPatternOperation test => Pattern(test),
            IPropertySubpatternOperation property => Subpattern(property),
            ISwitchOperation or ISwitchExpressionOperation => Switch(),
            _ => null,
        };
    }

    // Text that ignores case, or is turned to capitals, matches words that the member does not stand for.
    private bool KeepsMeaning()
    {
        if (_subject.Kind is SubjectKind.Other)
        {
            return false;
        }

        var closed = _subject.Kind == SubjectKind.Enum;
        if (_comparison.IgnoreCase)
        {
            return closed && contract.Members.Select(static member => member.Word.ToUpperInvariant()).Distinct().Count() == contract.Members.Length;
        }

        // What the enum's own ToString gives is the member's name; anything else is the wire word, spelt exactly.
        return _comparison.Words.All(word => members[word].Word == word.Text
            ? !((verdict.Origin.Shape & TextShape.MemberName) != 0 && members[word].Name != word.Text)
            : members[word].Name == word.Text && closed || !verdict.Right.Any(right => right.Word == word));
    }

    private List<ContractMember> Members => [.. _comparison.Words.Select(word => members[word]).Distinct()];

    private TextChange[]? Binary(IBinaryOperation binary)
    {
        if (_comparison.Words.Length != 1)
        {
            return null;
        }

        var negated = binary.OperatorKind == BinaryOperatorKind.NotEquals;
        if (_subject.Kind is SubjectKind.Open or SubjectKind.Enum)
        {
            // Both sides where they stand, so that comments between them stay.
            var other = binary.LeftOperand.Syntax == _subject.Syntax ? binary.RightOperand.Syntax : binary.LeftOperand.Syntax;
            return [new TextChange(_subject.Syntax.Span, _subject.Code), new TextChange(other.Span, scope.NameOf(contract, Members[0], other.SpanStart))];
        }

        return Whole(binary.Syntax, negated);
    }

    private TextChange[]? Call(IInvocationOperation call)
    {
        var place = verdict.Place;
        if (place is not InvocationExpressionSyntax)
        {
            return null;
        }

        switch (call.TargetMethod.Name)
        {
            case "Equals" or "ValueEquals" when IsOrdinal(call):
                return place.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not ? Whole(not, negated: true) : Whole(place, negated: false);
            case "Contains" when IsInline(call) && !ContractKit.Analyzers.Comparisons.Text.IsTextual((call.Instance ?? call.Arguments[0].Value).Bare().Type):
                // Of a text "SUCCESS|FAILED" the empty text is a part as well.
                return place.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } none ? Whole(none, negated: true) : Whole(place, negated: false);
            case "Equal" or "NotEqual" or "AreEqual" or "AreNotEqual" or "ShouldBe" when _subject.Kind is SubjectKind.Open or SubjectKind.Enum && _comparison.Words.Length == 1:
                var word = _comparison.Words[0].Source.Syntax;
                return place.Span.Contains(word.Span)
                    ? [new TextChange(_subject.Syntax.Span, Matched()), new TextChange(word.Span, scope.NameOf(contract, Members[0], word.SpanStart))]
                    : null;
            default:
                return null;
        }
    }

    private TextChange[]? Whole(SyntaxNode place, bool negated) =>
        Conditions.Of(_subject, contract, Members, negated, scope) is { } condition ? [new TextChange(place.Span, Conditions.Fit(condition, place))] : null;

    private TextChange[]? Pattern(IIsPatternOperation test)
    {
        if (!OnlyWords(test.Pattern))
        {
            return null;
        }

        if (_subject.Kind is SubjectKind.Open or SubjectKind.Enum)
        {
            return [new TextChange(_subject.Syntax.Span, Matched()), .. Words()];
        }

        // Only text at hand: what does not parse matches no positive pattern, and every negated one.
        var negated = test.Pattern is INegatedPatternOperation;
        var positive = test.Pattern is INegatedPatternOperation not ? not.Pattern : test.Pattern;
        return positive.DescendantsAndSelf().OfType<INegatedPatternOperation>().Any() ? null : Whole(test.Syntax, negated);
    }

    // { Status.Text: "SUCCESS" } becomes { Status.Known: TaskState.Success }.
    private TextChange[]? Subpattern(IPropertySubpatternOperation property)
    {
        if (!OnlyWords(property.Pattern)
            || property.Member.Bare() is not IPropertyReferenceOperation { Property: { Name: "Text", ContainingType: var type } } || !scope.Block.Investigation.Contracts.IsOpen(type))
        {
            return null;
        }

        var name = property.Member.Syntax.GetLastToken();
        return name.ValueText != "Text" ? null : [new TextChange(name.Span, "Known"), .. Words()];
    }

    private TextChange[]? Switch()
    {
        var syntax = _comparison.Operation.Syntax;
        if (!Arms(_comparison.Operation).All(OnlyWordsOrDefault) || syntax.DescendantNodes().Any(static node => node.IsKind(SyntaxKind.GotoCaseStatement)))
        {
            return null;
        }

        if (_subject.Kind is SubjectKind.Open or SubjectKind.Enum)
        {
            return [new TextChange(_subject.Syntax.Span, Matched()), .. Words()];
        }

        var state = scope.Local("state", _subject.Syntax);
        var parsed = $"{scope.NameOf(contract.Text!, _subject.Syntax.SpanStart)}.TryParse({_subject.Code}, out var {state}) ? {state} : ({scope.NameOf(contract.Type, _subject.Syntax.SpanStart)}?)null";
        return [new TextChange(_subject.Syntax.Span, syntax is SwitchExpressionSyntax ? $"({parsed})" : parsed), .. Words()];
    }

    // What patterns look at: the open struct's Known, or the enum itself.
    private string Matched() => _subject.Kind == SubjectKind.Open ? _subject.Code + (_subject.Code.EndsWith("?", StringComparison.Ordinal) ? "" : _subject.MayBeNull && !_subject.Code.Contains("?.") ? "?" : "") + ".Known" : _subject.Code;

    private IEnumerable<TextChange> Words() => _comparison.Words.Select(word => new TextChange(word.Source.Syntax.Span, scope.NameOf(contract, members[word], word.Source.Syntax.SpanStart)));

    private bool OnlyWords(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => _comparison.Words.Any(word => constant.Value.Syntax.Span.Contains(word.Source.Syntax.Span)),
        IBinaryPatternOperation both => OnlyWords(both.LeftPattern) && OnlyWords(both.RightPattern),
        INegatedPatternOperation not => OnlyWords(not.Pattern),
        _ => false,
    };

    private bool OnlyWordsOrDefault(IOperation arm) => arm switch
    {
        IDiscardPatternOperation or IDefaultCaseClauseOperation => true,
        IPatternOperation pattern => OnlyWords(pattern),
        IPatternCaseClauseOperation clause => OnlyWords(clause.Pattern),
        ISingleValueCaseClauseOperation single => _comparison.Words.Any(word => single.Value.Syntax.Span.Contains(word.Source.Syntax.Span)),
        _ => false,
    };

    private static IEnumerable<IOperation> Arms(IOperation operation) => operation switch
    {
        ISwitchExpressionOperation expression => expression.Arms.Select(static arm => (IOperation)arm.Pattern),
        ISwitchOperation statement => statement.Cases.SelectMany(static section => section.Clauses),
        _ => [],
    };

    // Equals without a comparison is ordinal; so is one that says so.
    private static bool IsOrdinal(IInvocationOperation call) => call.Arguments.All(static argument =>
        argument.Value.Type?.Name is not ("StringComparison" or "CultureInfo") || argument.Value.Syntax.ToString().EndsWith("Ordinal", StringComparison.Ordinal) || argument.Value.Syntax.ToString().EndsWith("OrdinalIgnoreCase", StringComparison.Ordinal));

    // The collection is written in the call itself: replacing the call leaves nothing behind.
    private bool IsInline(IInvocationOperation call) => _comparison.Words.All(word => verdict.Place.Span.Contains(word.Source.Syntax.Span) && word.Source.Syntax is LiteralExpressionSyntax)
        && !(call.Instance ?? call.Arguments[0].Value).Syntax.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Any(literal => !_comparison.Words.Any(word => word.Source.Syntax == literal) && !literal.IsKind(SyntaxKind.NumericLiteralExpression));
}
