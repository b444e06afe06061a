using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ContractKit.Hostile.Tests.Corpus;
using ContractKit.Json;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace ContractKit.Hostile.Tests;

/// <summary>
/// What could kill a compiler is given to one that may die: <c>dotnet build</c> in a process of its own, whose heap is limited. A stack
/// overflow or a lack of memory would end the tests too if they compiled in their process.
/// </summary>
public sealed class ChildBuildTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contractkit-hostile-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>With a heap of 512 MB, the compiler's own share included; and of 3 GB where the code is so much that the compiler needs more for any such code.</summary>
    [Theory]
    [InlineData(false, "0x20000000")]
    [InlineData(true, "0xC0000000")]
    public async Task What_could_kill_a_compiler_compiles_or_gets_its_diagnostic_in_a_build(bool needsMemory, string heapLimit)
    {
        var only = Environment.GetEnvironmentVariable("CONTRACTKIT_INPUT") ?? "";
        var inputs = HostileCorpus.All.Where(input => input.CouldKill && input.NeedsMemory == needsMemory && input.Name.Contains(only, StringComparison.Ordinal)).ToList();
        for (var i = 0; i < inputs.Count; i++)
        {
            foreach (var file in inputs[i].Files)
            {
                var path = Path.Combine(_folder.FullName, FolderOf(i), file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Bytes);
            }
        }

        WriteProjects(inputs.Count);
        await Run(heapLimit, "restore", "Hostile.csproj");
        var watch = Stopwatch.StartNew();
        var log = await Run(heapLimit, "build", "All.proj", "-m:2", "-v:quiet", "--no-restore");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"heap limit {heapLimit}: {inputs.Count} projects in {watch.Elapsed.TotalSeconds:0} s"));

        var said = log.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal)).Distinct().ToList();
        var faults = said.Where(static line => !line.Contains(": error CK", StringComparison.Ordinal) && !line.Contains(": warning CK", StringComparison.Ordinal)).Take(20).ToList();
        for (var i = 0; i < inputs.Count; i++)
        {
            var expected = HostileProject.Of(inputs[i].Files, inputs[i].LanguageVersion).Problems.Where(static problem => problem.Severity == DiagnosticSeverity.Error).ToList();
            var own = said.Where(line => line.StartsWith(Path.Combine(_folder.FullName, FolderOf(i)) + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList();
            var compiled = File.Exists(Path.Combine(_folder.FullName, FolderOf(i), "compiled"));
            if (compiled != (expected.Count == 0))
            {
                faults.Add(inputs[i] + (compiled ? " compiles, and should not" : " does not compile"));
            }

            faults.AddRange(expected.Take(3)
                .Select(problem => (problem.Id, Place: problem.Location.GetLineSpan().StartLinePosition))
                .Where(problem => !own.Any(line => line.Contains(string.Create(CultureInfo.InvariantCulture, $"({problem.Place.Line + 1},{problem.Place.Character + 1}): error {problem.Id}: "), StringComparison.Ordinal)))
                .Select(problem => inputs[i] + " does not tell of " + problem.Id));
        }

        Assert.True(faults.Count == 0, faults.Count + " faults\n" + string.Join("\n", faults));
    }

    private static string FolderOf(int input) => "input" + input.ToString("000", CultureInfo.InvariantCulture);

    private void WriteProjects(int inputs)
    {
        var analyzers = Path.GetDirectoryName(typeof(Generator.ContractGenerator).Assembly.Location)!;
        Write("Nothing.cs", "internal static class Nothing { }\n");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write(
            "Hostile.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <RootNamespace>Acme</RootNamespace>
                <EnableDefaultItems>false</EnableDefaultItems>
                <EnableDefaultContractItems>false</EnableDefaultContractItems>
                <IntermediateOutputPath>$(Input)/obj/</IntermediateOutputPath>
                <OutputPath>$(Input)/bin/</OutputPath>
              </PropertyGroup>
              <Import Project="{Repository.PathOf("src", "ContractKit", "buildTransitive", "ContractKit.props")}" />
              <ItemGroup>
                <Compile Include="Nothing.cs" />
                <Contract Include="$(Input)/**/*.json" Condition="'$(Input)' != ''" />
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Reference Include="{typeof(ContractConverter<>).Assembly.Location}" />
                <Analyzer Include="{Path.Combine(analyzers, "ContractKit.Generator.dll")};{Path.Combine(analyzers, "ContractKit.Compiler.dll")}" />
              </ItemGroup>
              <Target Name="Mark" DependsOnTargets="Compile">
                <Touch Files="$(Input)/compiled" AlwaysCreate="true" />
              </Target>
              <Import Project="{Repository.PathOf("src", "ContractKit", "build", "ContractKit.targets")}" />
            </Project>
            """);
        Write(
            "All.proj",
            $"""
            <Project>
              <ItemGroup>
                {string.Join("\n    ", Enumerable.Range(0, inputs).Select(static input => $"""<Input Include="Hostile.csproj" AdditionalProperties="Input={FolderOf(input)}" />"""))}
              </ItemGroup>
              <Target Name="Build">
                <MSBuild Projects="@(Input)" Targets="Mark" BuildInParallel="true" ContinueOnError="ErrorAndContinue" />
              </Target>
            </Project>
            """);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private async Task<string> Run(string heapLimit, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["UseSharedCompilation"] = "false", ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_GCHeapHardLimit"] = heapLimit },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said + await errors;
    }
}
