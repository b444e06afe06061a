using System.Collections.Generic;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>All hostile inputs, by the rows of the table that asks for them.</summary>
internal static class HostileCorpus
{
    /// <summary>Every input.</summary>
    public static IReadOnlyList<HostileInput> All { get; } =
    [
        .. ProseRow.Inputs(), .. WordRow.Inputs(), .. NameRows.Members(), .. NameRows.Types(), .. ManifestRow.Inputs(), .. ValueRow.Inputs(),
        .. PatternRow.Inputs(), .. ReferenceRow.Inputs(), .. FileRow.Inputs(),
    ];
}
