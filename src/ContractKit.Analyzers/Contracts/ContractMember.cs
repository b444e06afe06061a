using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Contracts;

/// <summary>A member of a contract enum and the wire word that stands for it.</summary>
internal sealed class ContractMember(IFieldSymbol field, string word)
{
    public IFieldSymbol Field { get; } = field;

    public string Word { get; } = word;

    public string Name => Field.Name;

    public Outcome Outcome { get; } = OutcomeWords.Read(word);
}
