using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Benchmarks.Measuring;

namespace ContractKit.Benchmarks.Projects;

/// <summary>A project on disk, outside the repository, that is built by <c>dotnet build</c> as anybody's is.</summary>
internal sealed class BuiltProject : IDisposable
{
    private static readonly Dictionary<string, string> s_environment = new()
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benchmark-project");

    /// <summary>Writes and restores the project.</summary>
    /// <param name="items">What stands in the project file beside the target framework.</param>
    /// <param name="files">Its files.</param>
    /// <param name="feed">A folder of packages to restore from beside the usual sources, or null.</param>
    public BuiltProject(string items, IEnumerable<SchemaFile> files, string? feed = null)
    {
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              {items}
            </Project>
            """);
        Write("Program.cs", "System.Console.WriteLine(1);\n");
        if (feed is not null)
        {
            Write("nuget.config", $"""<configuration><packageSources><add key="packed" value="{feed}" /></packageSources></configuration>""");
        }

        foreach (var file in files)
        {
            Write(file.Path, file.Text);
        }

        ChildProcess.Run(_folder.FullName, "dotnet", ["restore", "-v", "quiet"], s_environment);
    }

    /// <summary>Builds everything anew, the compiler in a process of its own.</summary>
    /// <returns>CPU time in nanoseconds.</returns>
    public double BuildCold() => Build(["-p:UseSharedCompilation=false"], out _);

    /// <summary>Builds everything anew, by a compiler server that is kept running.</summary>
    /// <returns>CPU time in nanoseconds, that of the server included.</returns>
    public double BuildWarm(CompilerServer server)
    {
        var before = server.CpuTime();
        return Build(server.Arguments, out _) + server.CpuTime() - before;
    }

    /// <summary>Builds by a compiler server, and gives what the compiler reports of its analyzers.</summary>
    public string ReportAnalyzers(CompilerServer server)
    {
        Build([.. server.Arguments, "-p:ReportAnalyzer=true", "-v:d"], out var output);
        return output;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private double Build(IEnumerable<string> arguments, out string output) =>
        ChildProcess.Run(_folder.FullName, "dotnet", ["build", "--no-restore", "-t:Rebuild", "-m:1", "-nodeReuse:false", "-v:q", .. arguments], out output, s_environment);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
