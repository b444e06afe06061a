using System;
using System.IO;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Testing;

namespace ContractKit.Benchmarks.Projects;

/// <summary>The package as it would be published, in a folder that a project can restore it from.</summary>
internal sealed class PackedContractKit : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benchmark-feed");

    public PackedContractKit() =>
        ChildProcess.Run(Repository.Root, "dotnet", ["pack", "src/ContractKit", "-c", "Release", "-o", _folder.FullName, "-p:PackageVersion=" + Version, "-v", "quiet"]);

    /// <summary>A version of its own, so that no cache can answer with an older package.</summary>
    public string Version { get; } = "0.1.0-benchmark." + DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
