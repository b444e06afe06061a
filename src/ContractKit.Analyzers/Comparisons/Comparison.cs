using System.Collections.Immutable;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Comparisons;

/// <summary>Which part of the text a word is held against.</summary>
internal enum Match
{
    Whole,
    Start,
    End,
    Part,
}

/// <summary>A word that a program spells.</summary>
/// <param name="Text">The word.</param>
/// <param name="Source">Where it is spelt, or where the constant that holds it is named.</param>
/// <param name="IsNameOf">Whether it is <c>nameof</c> something.</param>
internal sealed record Word(string Text, IOperation Source, bool IsNameOf = false);

/// <summary>One place where a program holds a text against words, whatever the form.</summary>
/// <param name="Operation">The operator, call, pattern or switch.</param>
/// <param name="Subject">The text that is asked about.</param>
/// <param name="Words">The words.</param>
/// <param name="Match">Which part of the text has to be the word.</param>
/// <param name="IgnoreCase">Whether capitals count.</param>
internal sealed record Comparison(
    IOperation Operation, Definition Subject, ImmutableArray<Word> Words, Match Match = Match.Whole, bool IgnoreCase = false);
