using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContractKit.Generator;

/// <summary>
/// Finds namespaces and types by name, from the root down. It ends where a namespace is missing, and goes the way that the compiler has
/// gone for the project's own code; to ask for a type by its metadata name is to ask each reference, by tables of their own.
/// </summary>
internal static class TypeLookup
{
    /// <summary>A namespace, or null where there is none of that name.</summary>
    /// <param name="root">The namespace in which to look.</param>
    /// <param name="name">The names on the way, with dots between them.</param>
    public static INamespaceSymbol? Namespace(INamespaceSymbol root, string name)
    {
        INamespaceSymbol? found = root;
        foreach (var part in name.Split('.'))
        {
            found = found?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        }

        return found;
    }

    /// <summary>
    /// Whether all code of the project may name a type. Several references may have one of that name, each for itself: a polyfill. One that
    /// a file keeps to itself has another name in metadata.
    /// </summary>
    /// <param name="compilation">The project.</param>
    /// <param name="metadataName">The name, with a back-tick and the number of its type parameters, if it has any.</param>
    public static bool IsAccessible(Compilation compilation, string metadataName)
    {
        var dot = metadataName.LastIndexOf('.');
        var name = metadataName.Substring(dot + 1);
        return Namespace(compilation.GlobalNamespace, metadataName.Substring(0, dot)) is { } found
            && found.GetTypeMembers(name.Split('`')[0]).Any(type => type.MetadataName == name && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
    }
}
