using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractKit.Generator;

/// <summary>Which additional files are contracts: those that the package's targets have marked.</summary>
internal static class ContractFiles
{
    private const string Mark = "build_metadata.AdditionalFiles.ContractKit";

    /// <summary>
    /// Whether the file is one. A host that hands over no metadata (a folder whose name an .editorconfig section cannot hold, a
    /// test's own driver) gets the benefit of the doubt for every JSON file: what no manifest leads to is left alone anyway.
    /// </summary>
    public static bool Includes(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Mark, out var mark)
            ? mark == "Contract"
            : file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
