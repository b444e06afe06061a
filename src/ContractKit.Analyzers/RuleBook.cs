using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers;

/// <summary>What all rules about the consumer's C# have in common, and the list of them.</summary>
public static class RuleBook
{
    internal const string Category = "Contracts";

    private const string Pages = "https://github.com/contractkit/contractkit/blob/main/src/ContractKit.Analyzers/";

    /// <summary>All rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        CK1001_TextComparedWithContractWord.Descriptor,
        CK1002_WordThatTheContractLacks.Descriptor,
        CK1003_SwitchMissesMembers.Descriptor,
        CK1004_LoopWaitsForSuccessOnly.Descriptor,
        CK1005_EnumTakenToTextByName.Descriptor,
        CK1006_PropertyReadByName.Descriptor,
        CK1007_PathWrittenByHand.Descriptor);

    /// <summary>Where a rule's page is read: the file beside the rule.</summary>
    internal static string PageOf(string id) => Pages + id + ".md";
}
