using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Evidence;

/// <summary>Decides which comparisons of a block are about a contract status: strong evidence one by one, evidence by name for all comparisons of one text together.</summary>
internal sealed class Judge(Investigation investigation, CodeBlock block)
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase) { "unknown", "none", "n/a", "null", "undefined", "?", "-", "default", "initial", "init" };

    public IReadOnlyList<Verdict> Verdicts()
    {
        var verdicts = new List<Verdict>();
        var byName = new List<(Comparison Comparison, Origin Origin)>();
        foreach (var comparison in block.Comparisons)
        {
            if (!comparison.Words.Any(static word => WordMatch.IsWord(word.Text)))
            {
                continue;
            }

            var tracer = new Tracer(investigation, block, near: !comparison.Words.Any(word => investigation.Contracts.IsNearAnyWord(word.Text)));
            var origin = Json.IsReader(comparison.Subject.Source.Bare().Type) ? tracer.ReaderValue(comparison.Subject.Source) : tracer.Trace(comparison.Subject);
            if (origin.IsStrong)
            {
                if (Strong(comparison, origin) is { } verdict)
                {
                    verdicts.Add(verdict);
                }
            }
            else if (!origin.Named.IsEmpty || !origin.Keys.IsEmpty)
            {
                byName.Add((comparison, origin));
            }
        }

        foreach (var group in Groups(byName))
        {
            verdicts.AddRange(ByName(group));
        }

        return verdicts;
    }

    private static Verdict? Strong(Comparison comparison, Origin origin)
    {
        var best = origin.Enums.Select(contract => Strong(comparison, origin, contract)).OrderByDescending(static verdict => verdict.Right.Length).ThenBy(static verdict => verdict.Wrong.Length).ToList();
        return best[0].Right.IsEmpty && best[0].Wrong.IsEmpty ? null
            : best[0] with { Others = best.Skip(1).Where(other => other.Right.Length == best[0].Right.Length && other.Wrong.Length == best[0].Wrong.Length).Select(static other => other.Contract).ToImmutableArray() };
    }

    private static Verdict Strong(Comparison comparison, Origin origin, ContractEnum contract)
    {
        var right = ImmutableArray.CreateBuilder<RightWord>();
        var wrong = ImmutableArray.CreateBuilder<WrongWord>();
        foreach (var word in comparison.Words)
        {
            if (!WordMatch.IsWord(word.Text))
            {
                continue;
            }

            if ((WordMatch.Of(word.Text, contract, comparison, origin) ?? WordMatch.OfPart(word.Text, contract, comparison, origin)) is { } member)
            {
                right.Add(new RightWord(word, member));
            }
            else if ((comparison.Match == Match.Whole || word.Text.Length > 3) && (origin.Shape & TextShape.Positional) == 0)
            {
                wrong.Add(new WrongWord(word, contract.Nearest(word.Text)));
            }
        }

        return new Verdict(comparison, origin, contract, ImmutableArray<ContractEnum>.Empty, IsStrong: true, right.ToImmutable(), wrong.ToImmutable());
    }

    // Comparisons whose texts passed through the same variable or JSON member.
    private static IEnumerable<List<(Comparison Comparison, Origin Origin)>> Groups(List<(Comparison Comparison, Origin Origin)> all)
    {
        var groups = new List<List<(Comparison Comparison, Origin Origin)>>();
        foreach (var one in all)
        {
            var joined = groups.Where(group => group.Any(other => other.Origin.Keys.Any(one.Origin.Keys.Contains))).ToList();
            var merged = joined.SelectMany(static group => group).Append(one).ToList();
            groups.RemoveAll(joined.Contains);
            groups.Add(merged);
        }

        return groups;
    }

    private IEnumerable<Verdict> ByName(List<(Comparison Comparison, Origin Origin)> group)
    {
        if (group.Any(static one => one.Origin.IsElsewhere))
        {
            return [];
        }

        var named = group.SelectMany(static one => one.Origin.Named).Distinct().ToList();
        if (named.Count == 0)
        {
            return [];
        }

        var elsewhere = Elsewhere(group).ToList();
        var accepted = named.Select(contract => (Contract: contract, Score: Score(contract, group, elsewhere)))
            .Where(static one => one.Score is { Right: > 0, Foreign: 0 })
            .OrderByDescending(static one => one.Score.Right).ThenBy(static one => one.Score.Near).ToList();
        if (accepted.Count == 0)
        {
            return [];
        }

        var contract = accepted[0].Contract;
        var others = accepted.Skip(1).Where(one => one.Score == accepted[0].Score).Select(static one => one.Contract).ToImmutableArray();
        return group.Select(one => Named(one.Comparison, one.Origin, contract, others)).Where(static verdict => !verdict.Right.IsEmpty || !verdict.Wrong.IsEmpty);
    }

    private static Verdict Named(Comparison comparison, Origin origin, ContractEnum contract, ImmutableArray<ContractEnum> others)
    {
        var words = comparison.Words.Where(static word => WordMatch.IsWord(word.Text)).Select(word => (word, Member: WordMatch.Of(word.Text, contract, comparison, origin))).ToList();
        return new Verdict(
            comparison, origin, contract, others, IsStrong: false,
            words.Where(static one => one.Member is not null).Select(static one => new RightWord(one.word, one.Member!)).ToImmutableArray(),
            words.Where(static one => one.Member is null).Select(one => new WrongWord(one.word, contract.Nearest(one.word.Text))).ToImmutableArray());
    }

    private static (int Right, int Near, int Foreign) Score(ContractEnum contract, List<(Comparison Comparison, Origin Origin)> group, List<string> elsewhere)
    {
        var (right, near, foreign) = (0, 0, 0);
        foreach (var (comparison, origin) in group)
        {
            foreach (var word in comparison.Words)
            {
                if (!WordMatch.IsWord(word.Text))
                {
                    continue;
                }

                if (WordMatch.Of(word.Text, contract, comparison, origin) is not null)
                {
                    right++;
                }
                else if (contract.Nearest(word.Text) is not null)
                {
                    near++;
                }
                else if ((origin.Shape & TextShape.Positional) == 0)
                {
                    foreign++;
                }
            }
        }

        foreign += elsewhere.Count(word => contract.ByWord(word, ignoreCase: true) is null && contract.Nearest(word) is null);
        return (right, near, foreign);
    }

    // Words that the same variables meet in other places: compared with in other methods, or assigned.
    private IEnumerable<string> Elsewhere(List<(Comparison Comparison, Origin Origin)> group)
    {
        foreach (var symbol in group.SelectMany(static one => one.Origin.Keys).OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default))
        {
            foreach (var given in GivenByCallers(symbol))
            {
                yield return given;
            }

            var shared = symbol is IFieldSymbol or IPropertySymbol { ContainingType.IsAnonymousType: false };
            foreach (var other in shared ? investigation.Mentioning(symbol) : [block])
            {
                foreach (var assigned in other.DefinitionsOf(symbol).Where(static definition => definition.Kind == DefinitionKind.Value))
                {
                    if (assigned.Source.ConstantValue is { HasValue: true, Value: string word } && WordMatch.IsWord(word) && !Placeholders.Contains(word))
                    {
                        yield return word;
                    }
                }

                if (ReferenceEquals(other, block))
                {
                    continue;
                }

                foreach (var comparison in other.Comparisons.Where(comparison => Asks(comparison.Subject.Source, symbol)))
                {
                    foreach (var word in comparison.Words.Where(static word => WordMatch.IsWord(word.Text)))
                    {
                        yield return word.Text;
                    }
                }
            }
        }
    }

    // Words that a parameter is called with.
    private IEnumerable<string> GivenByCallers(ISymbol symbol) =>
        symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences.IsEmpty: false } method, Ordinal: var ordinal }
            ? investigation.Mentioning(method).SelectMany(caller => caller.CallsOf(method)).OfType<IInvocationOperation>().SelectMany(static call => call.Arguments)
                .Where(argument => argument.Parameter?.Ordinal == ordinal && argument.ArgumentKind == ArgumentKind.Explicit)
                .Select(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string word } ? word : "")
                .Where(static word => WordMatch.IsWord(word) && !Placeholders.Contains(word))
            : [];

    private static bool Asks(IOperation subject, ISymbol symbol) =>
        subject.Tree().Take(8).Any(part => SymbolEqualityComparer.Default.Equals(part.Symbol(), symbol));
}
