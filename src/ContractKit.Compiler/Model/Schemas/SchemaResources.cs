using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Which local files answer for URIs: the manifest's <c>resources</c>.</summary>
/// <param name="BaseFolder">The folder of contracts.json with <c>/</c> at its end, or empty. Relative identifiers and the paths of <paramref name="Mappings"/> start there.</param>
/// <param name="Mappings">What is mapped; the longest prefix that fits wins.</param>
public sealed record SchemaResources(string BaseFolder, EquatableArray<ResourceMapping> Mappings)
{
    /// <summary>Nothing mapped.</summary>
    public static SchemaResources None { get; } = new("", EquatableArray<ResourceMapping>.Empty);
}

/// <summary>A URI and the file that answers for it, or a URI prefix that ends in <c>/</c> and the folder that answers for everything under it.</summary>
/// <param name="Uri">The URI or prefix.</param>
/// <param name="Path">A path relative to the folder of contracts.json.</param>
public sealed record ResourceMapping(string Uri, string Path);
