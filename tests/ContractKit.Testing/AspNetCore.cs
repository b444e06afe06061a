using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContractKit.Testing;

/// <summary>The references of a web application: the shared frameworks that these tests run on.</summary>
public static class AspNetCore
{
    /// <summary>The references.</summary>
    public static ImmutableArray<MetadataReference> References { get; } = [.. Find()];

    private static ImmutableArray<MetadataReference> Find()
    {
        // The reference packs stand beside the SDK's shared frameworks: dotnet/shared/Microsoft.NETCore.App/10.0.x.
        var core = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var shared = core.Parent!.Parent!;
        var web = shared.GetDirectories("Microsoft.AspNetCore.App")[0].GetDirectories(core.Name.Split('.')[0] + ".*").OrderBy(folder => folder.Name).Last();
        var own = ConsumerCompilation.References.Select(reference => Path.GetFileName(reference.Display!)).ToHashSet();
        return
        [
            .. ConsumerCompilation.References,
            .. web.GetFiles("*.dll").Where(file => !own.Contains(file.Name)).Select(file => MetadataReference.CreateFromFile(file.FullName)),
        ];
    }
}
