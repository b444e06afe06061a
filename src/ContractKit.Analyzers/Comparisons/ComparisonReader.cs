using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Comparisons;

/// <summary>Recognises every form in which C# holds a text against words.</summary>
internal sealed class ComparisonReader(Investigation investigation, CodeBlock block)
{
    private readonly WordReader _words = new(investigation, block);

    /// <summary>Adds the comparisons that the operation itself makes, not those inside it.</summary>
    public void Read(IOperation operation, List<Comparison> found)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                ReadPair(operation, binary.LeftOperand, binary.RightOperand, found);
                break;
            case ITupleBinaryOperation { LeftOperand: var left, RightOperand: var right } when left.Bare() is ITupleOperation first && right.Bare() is ITupleOperation second && first.Elements.Length == second.Elements.Length:
                for (var i = 0; i < first.Elements.Length; i++)
                {
                    ReadPair(operation, first.Elements[i], second.Elements[i], found);
                }

                break;
            case IInvocationOperation call:
                new CallComparisons(investigation, block, _words).Read(call, found);
                break;
            case IMethodReferenceOperation method:
                new CallComparisons(investigation, block, _words).Read(method, found);
                break;
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { MemberName: "Equals", Instance: { } instance }, Arguments: [var argument] }:
                ReadPair(operation, instance, argument, found);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } map, Arguments: [var key] } when Json.IsMap(map.Type) || map.Type is INamedTypeSymbol { Name: "ILookup" or "Lookup" }:
                if (_words.Single(key.Value) is { Count: > 0 } sought)
                {
                    found.Add(new Comparison(operation, new Definition(DefinitionKind.Key, map), sought.ToImmutableArray(), Match.Whole, _words.IgnoresCase(map)));
                }
                else
                {
                    Add(operation, key.Value, _words.Many(map), Match.Whole, _words.IgnoresCase(map), found);
                }

                break;
            case IIsPatternOperation test:
                ReadPattern(operation, new Definition(DefinitionKind.Value, test.Value), test.Pattern, found);
                break;
            case IPropertySubpatternOperation property:
                ReadPattern(operation, new Definition(DefinitionKind.Value, property.Member), property.Pattern, found);
                break;
            case IPatternOperation { Parent: IRecursivePatternOperation or IListPatternOperation } part when CodeBlock.Matched(part) is { } matched:
                ReadPattern(operation, matched, part, found);
                break;
            case ISwitchExpressionOperation choice:
                AddAll(operation, new Definition(DefinitionKind.Value, choice.Value), choice.Arms.SelectMany(arm => PatternWords(arm.Pattern)), found);
                break;
            case ISwitchOperation choice:
                AddAll(operation, new Definition(DefinitionKind.Value, choice.Value), choice.Cases.SelectMany(static section => section.Clauses).SelectMany(ClauseWords), found);
                break;
        }
    }

    private void ReadPair(IOperation operation, IOperation left, IOperation right, List<Comparison> found)
    {
        if (Numeric(left, right) is { } number)
        {
            found.Add(new Comparison(operation, new Definition(DefinitionKind.Value, number.Subject), ImmutableArray.Create(number.Word)));
            return;
        }

        if (!Text.MayBe(left.Bare().Type) && !Text.MayBe(right.Bare().Type) && !investigation.Contracts.IsOpen(left.Bare().Type))
        {
            return;
        }

        var (ofRight, ofLeft) = (_words.Single(right), _words.Single(left));
        if (ofRight.Count > 0 != ofLeft.Count > 0)
        {
            Add(operation, ofRight.Count > 0 ? left : right, ofRight.Count > 0 ? ofRight : ofLeft, Match.Whole, ignoreCase: false, found);
        }
        else if (ofRight.Count > 0 && left.ConstantValue.HasValue != right.ConstantValue.HasValue)
        {
            // A variable that starts out as a word is still the text that is asked about.
            Add(operation, left.ConstantValue.HasValue ? right : left, left.ConstantValue.HasValue ? ofLeft : ofRight, Match.Whole, ignoreCase: false, found);
        }
    }

    // The number of an integer enum's open struct: x.Status.Value == 10.
    private static (IOperation Subject, Word Word)? Numeric(IOperation left, IOperation right)
    {
        var (subject, constant) = right.Bare().ConstantValue.HasValue ? (left, right) : (right, left);
        var read = subject.Bare() is IConditionalAccessOperation { WhenNotNull: var step } ? step : subject.Bare();
        return constant.Bare().ConstantValue is { HasValue: true, Value: int or long } value && read is IPropertyReferenceOperation { Property.Name: "Value" }
            ? (subject.Bare(), new Word(System.Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture)!, constant))
            : null;
    }

    private void ReadPattern(IOperation operation, Definition subject, IPatternOperation pattern, List<Comparison> found) =>
        AddAll(operation, subject, PatternWords(pattern), found);

    private IEnumerable<Word> PatternWords(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => _words.Single(constant.Value) is { Count: > 0 } words ? words : Number(constant.Value),
        IBinaryPatternOperation both => PatternWords(both.LeftPattern).Concat(PatternWords(both.RightPattern)),
        INegatedPatternOperation not => PatternWords(not.Pattern),
        _ => [],
    };

    private IEnumerable<Word> ClauseWords(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => _words.Single(single.Value) is { Count: > 0 } words ? words : Number(single.Value),
        IPatternCaseClauseOperation pattern => PatternWords(pattern.Pattern),
        _ => [],
    };

    private static void Add(IOperation operation, IOperation subject, IReadOnlyList<Word> words, Match match, bool ignoreCase, List<Comparison> found)
    {
        if (words.Count > 0)
        {
            found.Add(new Comparison(operation, new Definition(DefinitionKind.Value, subject), words.ToImmutableArray(), match, ignoreCase));
        }
    }

    // 10 in a pattern over the number of an integer enum's open struct; the subject tells whether it is one.
    private static IEnumerable<Word> Number(IOperation constant) =>
        constant.Bare() is { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64, ConstantValue: { HasValue: true, Value: int or long } value } ? [new Word(System.Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture)!, constant.Bare())] : [];

    private static bool IsNumber(ITypeSymbol? type) => ContractIndex.Unwrap(type)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static void AddAll(IOperation operation, Definition subject, IEnumerable<Word> words, List<Comparison> found)
    {
        var all = words.ToImmutableArray();
        var read = subject.Source.Bare() is IConditionalAccessOperation { WhenNotNull: var step } ? step : subject.Source.Bare();
        if (!all.IsEmpty && (!IsNumber(subject.Source.Bare().Type) || read is IPropertyReferenceOperation { Property.Name: "Value" }))
        {
            found.Add(new Comparison(operation, subject, all));
        }
    }
}
