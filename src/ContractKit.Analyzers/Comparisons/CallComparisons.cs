using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Comparisons;

/// <summary>Comparisons that are calls: <c>Equals</c> and its kin, look-ups, searches in text, regular expressions, asserts, helpers of one's own.</summary>
internal sealed class CallComparisons(Investigation investigation, CodeBlock block, WordReader words)
{
    public void Read(IInvocationOperation call, List<Comparison> found)
    {
        var operands = Operands(call);
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Equals" or "Compare" or "CompareOrdinal" or "CompareTo" or "SequenceEqual" or "SequenceCompareTo" or "ReferenceEquals" or "ValueEquals" or "ValueTextEquals" or "NameEquals" or "EqualsAny":
                Pair(call, operands, Match.Whole, found);
                break;
            case "Equal" or "NotEqual" or "AreEqual" or "AreNotEqual" or "Same" or "NotSame" or "StrictEqual" or "NotStrictEqual" or "AreSame" or "AreNotSame" or "Equivalent" or "EqualTo" when IsAssert(method):
                Pair(call, operands, Match.Whole, found);
                break;
            case "That" or "Assume" when IsAssert(method) && operands.Count > 1:
                Constraint(call, operands[0], operands[1], found);
                break;
            case "Be" or "NotBe" or "BeEquivalentTo" or "BeOneOf" or "NotBeEquivalentTo" when Should(call) is { } subject:
                Add(call, subject, operands.Skip(1).SelectMany(OneOrMany), Match.Whole, method.Name.EndsWith("EquivalentTo", StringComparison.Ordinal), found);
                break;
            case "ShouldBe" or "ShouldNotBe" or "ShouldBeOneOf" or "ShouldEqual" when operands.Count > 1:
                Add(call, operands[0], operands.Skip(1).SelectMany(OneOrMany), Match.Whole, words.IgnoresCase(call), found);
                break;
            case "StartsWith" or "EndsWith" or "Contains" or "DoesNotContain" or "IndexOf" or "LastIndexOf" or "BinarySearch" or "ContainsKey" or "TryGetValue" or "GetValueOrDefault" or "Contain" or "StartWith" or "ContainsAny" or "IndexOfAny":
                Search(call, operands, found);
                break;
            case "IsMatch" or "Match" or "Matches" or "DoesNotMatch":
                Regex(call, operands, found);
                break;
            default:
                Own(call, found);
                break;
        }
    }

    // The receiver, where there is one, and the arguments, in the order in which they are declared.
    private static List<IOperation> Operands(IInvocationOperation call)
    {
        var operands = new List<IOperation>();
        if (call.Instance is { } instance)
        {
            operands.Add(instance);
        }

        operands.AddRange(call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal ?? 0).Select(static argument => argument.Value));
        return operands;
    }

    private void Pair(IInvocationOperation call, List<IOperation> operands, Match match, List<Comparison> found)
    {
        var texts = operands.Where(static operand => Comparable(operand.Bare().Type) && !IsComparer(operand.Bare().Type)).Take(2).ToList();
        if (texts.Count != 2)
        {
            Lists(call, operands, found);
            return;
        }

        var (first, second) = (words.Single(texts[0]), words.Single(texts[1]));
        if (first.Count > 0 == second.Count > 0)
        {
            if (first.Count == 0 || texts[0].ConstantValue.HasValue == texts[1].ConstantValue.HasValue)
            {
                return;
            }

            first = texts[0].ConstantValue.HasValue ? first : [];
        }

        Add(call, first.Count > 0 ? texts[1] : texts[0], first.Count > 0 ? first : second, match, IgnoresCase(call), found);
    }

    // Assert.Equal(["SUCCESS"], texts), texts.SequenceEqual(words): each element is held against a word.
    private void Lists(IInvocationOperation call, List<IOperation> operands, List<Comparison> found)
    {
        if (operands.Count < 2 || Text.MayBe(operands[0].Bare().Type) || Text.MayBe(operands[1].Bare().Type))
        {
            return;
        }

        var (first, second) = (words.Many(operands[0]), words.Many(operands[1]));
        if (first.Count > 0 != second.Count > 0)
        {
            found.Add(new Comparison(call, new Definition(DefinitionKind.Element, first.Count > 0 ? operands[1] : operands[0]), (first.Count > 0 ? first : second).ToImmutableArray(), Match.Whole, IgnoresCase(call)));
        }
    }

    /// <summary>A comparison that is handed on unevaluated: <c>words.Any(text.Equals)</c>, <c>texts.Any(words.Contains)</c>.</summary>
    public void Read(IMethodReferenceOperation method, List<Comparison> found)
    {
        if (method.Instance is not { } instance || method.Method.Name is not ("Equals" or "Contains" or "ContainsKey" or "StartsWith" or "EndsWith")
            || method.Around() is not IDelegateCreationOperation creation || creation.Around() is not IArgumentOperation { Parent: IInvocationOperation { Arguments.Length: > 0 } call })
        {
            return;
        }

        var receiver = call.Instance ?? call.Arguments[0].Value;
        var match = method.Method.Name switch { "StartsWith" => Match.Start, "EndsWith" => Match.End, "Contains" when Text.IsTextual(instance.Bare().Type) => Match.Part, _ => Match.Whole };
        if (words.Single(instance) is { Count: > 0 } one && match == Match.Whole)
        {
            found.Add(new Comparison(method, new Definition(DefinitionKind.Element, receiver), one.ToImmutableArray()));
        }
        else if (Text.MayBe(instance.Bare().Type))
        {
            Add(method, instance, words.Many(receiver), match, ignoreCase: false, found);
        }
        else if (words.Many(instance) is { Count: > 0 } several)
        {
            found.Add(new Comparison(method, new Definition(DefinitionKind.Element, receiver), several.ToImmutableArray(), Match.Whole, words.IgnoresCase(instance)));
        }
    }

    private void Search(IInvocationOperation call, List<IOperation> operands, List<Comparison> found)
    {
        if (operands.Count < 2)
        {
            return;
        }

        var (whole, part) = (operands[0], operands[1]);
        if (Should(call) is { } subject)
        {
            whole = subject;
        }
        else if (IsAssert(call.TargetMethod) && call.TargetMethod.ContainingType.Name is not ("StringAssert" or "CollectionAssert"))
        {
            // Assert.Contains(expected, actual), but CollectionAssert.Contains(collection, element).
            (whole, part) = (part, whole);
        }

        var match = call.TargetMethod.Name switch { "StartsWith" or "StartWith" => Match.Start, "EndsWith" => Match.End, _ => Match.Part };
        if (Text.IsTextual(whole.Bare().Type) || whole.Bare().Type?.TypeKind == TypeKind.Dynamic)
        {
            if ((words.Single(part) is { Count: > 0 } single ? single : words.Many(part)) is { Count: > 0 } parts)
            {
                Add(call, whole, parts, match, IgnoresCase(call), found);
            }
            else if (words.Single(whole) is [var list] && match == Match.Part)
            {
                Add(call, part, list.Text.Split([',', ';', '|', ' '], StringSplitOptions.RemoveEmptyEntries).Select(word => new Word(word, list.Source)), Match.Whole, IgnoresCase(call), found);
            }
        }
        else if (words.Many(whole) is { Count: > 0 } several)
        {
            Add(call, part, several, Match.Whole, IgnoresCase(call) || words.IgnoresCase(whole), found);
        }
        else if (words.Single(part) is { Count: > 0 } one && call.TargetMethod.Name is "Contains" or "ContainsKey" or "TryGetValue" or "GetValueOrDefault" or "IndexOf" or "DoesNotContain")
        {
            // A word looked for among texts: each element, or each key, is compared with it.
            found.Add(new Comparison(call, new Definition(call.TargetMethod.Name is "ContainsKey" or "TryGetValue" or "GetValueOrDefault" ? DefinitionKind.Key : DefinitionKind.Element, whole), one.ToImmutableArray(), Match.Whole, IgnoresCase(call)));
        }
    }

    private void Regex(IInvocationOperation call, List<IOperation> operands, List<Comparison> found)
    {
        var texts = operands.Where(static operand => Text.IsTextual(operand.Bare().Type)).ToList();
        var expression = operands.Select(PatternOf).FirstOrDefault(static pattern => pattern is not null)
            ?? texts.Select(text => words.Single(text) is [var constant] ? constant : null).FirstOrDefault(static constant => constant is not null);
        var subject = texts.FirstOrDefault(text => words.Single(text).Count == 0);
        if (expression is not null && subject is not null)
        {
            var plain = RegexWords.In(expression.Text, out var ignoreCase, out var match);
            Add(call, subject, plain.Select(word => new Word(word, expression.Source)), match, ignoreCase || operands.Any(words.IgnoresCase), found);
        }
    }

    // new Regex("…") where it stands, or in the field that holds it.
    private Word? PatternOf(IOperation operation)
    {
        var made = operation.Bare() switch
        {
            IFieldReferenceOperation { Field: var field } => investigation.InitializerOf(field)?.Bare(),
            ILocalReferenceOperation { Local: var local } when block.DefinitionsOf(local) is [{ Kind: DefinitionKind.Value, Source: var value }] => value.Bare(),
            var other => other,
        };
        if (made is IInvocationOperation { TargetMethod: var factory } && factory.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "GeneratedRegexAttribute") is { ConstructorArguments: [{ Value: string generated }, ..] })
        {
            return new Word(generated, operation);
        }

        return made is IObjectCreationOperation { Type.Name: "Regex", Arguments: [var pattern, ..] } && words.Single(pattern.Value) is [var word] ? word with { Source = operation } : null;
    }

    // Assert.That(actual, Is.EqualTo("SUCCESS")), also Is.Not.EqualTo, Is.EqualTo("A").Or.EqualTo("B") and Does.StartWith("SUCC").
    private void Constraint(IInvocationOperation call, IOperation actual, IOperation constraint, List<Comparison> found)
    {
        var ignoreCase = constraint.Tree().Any(static part => part is IPropertyReferenceOperation { Property.Name: "IgnoreCase" });
        foreach (var kind in constraint.Tree().OfType<IInvocationOperation>().GroupBy(static part => KindOf(part.TargetMethod.Name)))
        {
            if (kind.Key is { } match)
            {
                Add(call, actual, kind.SelectMany(static part => part.Arguments).SelectMany(argument => OneOrMany(argument.Value)), match, ignoreCase, found);
            }
        }
    }

    private static Match? KindOf(string constraint) => constraint switch
    {
        "EqualTo" or "AnyOf" or "SameAs" => Match.Whole,
        "StartWith" or "StartsWith" => Match.Start,
        "EndWith" or "EndsWith" => Match.End,
        "Contain" or "Contains" => Match.Part,
        _ => null,
    };

    // A helper of this project that compares one of its parameters with another: Is(status, "SUCCESS"), status.IsOneOf("SUCCESS", "FAILED").
    private void Own(IInvocationOperation call, List<Comparison> found)
    {
        if (call.Arguments.Length + (call.Instance is null ? 0 : 1) < 2 || !call.Arguments.Any(argument => OneOrMany(argument.Value).Any()))
        {
            return;
        }

        if (investigation.BodyOf(call.TargetMethod) is not { } body || ReferenceEquals(body, block))
        {
            return;
        }

        foreach (var (text, word, ignoreCase) in ParameterPairs.In(body))
        {
            var (subject, spelt) = (Argument(call, text), Argument(call, word));
            if (subject is not null && spelt is not null && !OneOrMany(subject).Any() && OneOrMany(spelt).ToList() is { Count: > 0 } several)
            {
                Add(call, subject, several, Match.Whole, ignoreCase, found);
                return;
            }
        }
    }

    private static IOperation? Argument(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal && SymbolEqualityComparer.Default.Equals((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))?.Value;

    private IEnumerable<Word> OneOrMany(IOperation operation) =>
        words.Single(operation) is { Count: > 0 } one ? one : words.Many(operation);

    // actual.Should().Be(…): what Should() was called on.
    private static IOperation? Should(IInvocationOperation call)
    {
        for (var at = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null); at is not null;)
        {
            if (at.Bare() is IInvocationOperation inner)
            {
                var receiver = inner.Instance ?? (inner.Arguments.Length > 0 ? inner.Arguments[0].Value : null);
                if (inner.TargetMethod.Name == "Should")
                {
                    return receiver;
                }

                at = receiver;
            }
            else
            {
                at = at.Bare() is IPropertyReferenceOperation property ? property.Instance : null;
            }
        }

        return null;
    }

    private bool IgnoresCase(IInvocationOperation call) =>
        call.Instance is { } instance && IsComparer(instance.Type) && words.IgnoresCase(instance)
        || call.Arguments.Any(argument => argument.Parameter is { Name: "ignoreCase" or "comparisonType" or "comparer" or "options" or "comparison" or "equalityComparer" } && (words.IgnoresCase(argument) || words.IgnoresCase(argument.Value)));

    private static bool Comparable(ITypeSymbol? type) => Text.MayBe(type) || (type is not null && type.TypeKind is TypeKind.Struct && type.SpecialType == SpecialType.None && type.Name is not "StringComparison");

    private static bool IsComparer(ITypeSymbol? type) =>
        type is not null && (type.Name is "StringComparer" or "CultureInfo" or "CompareInfo" or "EqualityComparer" or "Comparer" or "IEqualityComparer" or "IComparer");

    private static bool IsAssert(IMethodSymbol method) =>
        method.ContainingType.Name.IndexOf("Assert", StringComparison.Ordinal) >= 0 || method.ContainingType.Name is "Verify" or "Check" or "Expect" or "Require";

    private static void Add(IOperation operation, IOperation subject, IEnumerable<Word> spelt, Match match, bool ignoreCase, List<Comparison> found)
    {
        var all = spelt.ToImmutableArray();
        if (!all.IsEmpty)
        {
            found.Add(new Comparison(operation, new Definition(DefinitionKind.Value, subject), all, match, ignoreCase));
        }
    }
}
