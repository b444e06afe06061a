using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Services;

namespace ContractKit.Compiler.Model;

/// <summary>What a manifest says of all its documents.</summary>
/// <param name="Path">The manifest's path.</param>
/// <param name="Namespace">The namespace of everything generated.</param>
/// <param name="Options">How values are read and checked.</param>
/// <param name="Resources">Which files answer for which URIs.</param>
/// <param name="TakenNames">The generated types that are called like one of the types that generated code names, so that those are written in full.</param>
/// <param name="HasDeprecatedTypes">Whether a type is deprecated, so that naming it would be warned about in every file.</param>
public sealed record ManifestFacts(
    string Path, EquatableArray<CSharpName> Namespace, ManifestOptions Options, SchemaResources Resources, EquatableArray<string> TakenNames, bool HasDeprecatedTypes)
{
    /// <summary>Names that two documents want: what they are called depends on each other then, while it is an error.</summary>
    public EquatableArray<string> Clashes { get; init; }

    /// <summary>A document's path as the manifest would write it.</summary>
    public string Relative(string path) =>
        path.StartsWith(Resources.BaseFolder, System.StringComparison.Ordinal) ? path.Substring(Resources.BaseFolder.Length) : path;
}
