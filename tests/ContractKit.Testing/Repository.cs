using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace ContractKit.Testing;

/// <summary>Where the tests find files that are not built into them.</summary>
public static class Repository
{
    /// <summary>The repository's top folder.</summary>
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A file or folder of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The official test suite and real schemas, which stand beside a checkout and are no part of it; null where they are absent.</summary>
    public static string? SharedData
    {
        get
        {
            var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));
            return Directory.Exists(folder) ? folder : null;
        }
    }
}
