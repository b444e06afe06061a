using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Projects;
using ContractKit.Benchmarks.Results;

namespace ContractKit.Benchmarks.Tables;

/// <summary>What the package adds to a build.</summary>
internal sealed class BuildTable : Table
{
    private const string Without = "the program alone";
    private const string Own = "with ContractKit";
    private const string Records = "with bare records";
    private const string One = "1 type";
    private const string Everyday = "1 type in an everyday program";

    public override string Name => "build";

    public override string Title => "A clean build, with the package and without";

    public override string Description =>
        "`dotnet build -t:Rebuild` of a console program outside the repository, restored before: CPU time of all processes of the build. Cold: the compiler "
        + "starts anew, as on a build server. Warm: a compiler server of the benchmark's own is kept running, as on a desk. The package is packed first and "
        + "restored from a folder. System.Text.Json's rival has the bare records and a context; NSwag.MSBuild 14.7.1 runs before the compiler, as its documentation says.";

    public override string Note =>
        "What stands in the way. Roslyn's own code is compiled when it first meets a statement of a kind. A program of one line has met nothing, so that most of what the package adds to its build is Roslyn getting ready for the text that is made; a program of a hundred lines with records, patterns, queries and tasks has paid for that itself. Of a cold compiler's CPU time 43 % is the runtime that loads types, 31 % its JIT compiler and 12 % the kernel; C# code of anybody's is a tenth. So what counts is how many methods run and how many types are loaded for the first time: 10,600 methods without the package, 1,300 more for the text that is made and the references, and 200 for the generator and the analyzers, which were 2,100. The rest of them are the framework's, over structs of ours and in the driver's steps. "
        + "Tried and kept: the compiler parts are compiled ahead for four platforms (ReadyToRun), and loaded so where `dotnet build` starts the compiler (7 % of a cold compiler's time, for 6 MB in the package); one type passes between the steps, behind which the driver knows objects, no dictionaries, lists and queries over structs stand on the way of a small contract, and what is about services, unions and readOnly members is asked where there are any (of 3,900 types that were loaded on our account 2,800 are left); names are classes, code is joined from items and a function, types of the references are found by walking down namespaces; generated code says what may be null and is not searched for nulls in every build (310 methods fewer). Tried and not kept: pieces of code as classes (150 methods fewer without compiling ahead, for a tenth more of what rendering allocates).";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        using var package = new PackedContractKit();
        foreach (var (group, types, program) in new[] { (One, 1, Array.Empty<SchemaFile>()), (Everyday, 1, [EverydayProgram.File]), ("100 types", 100, []) })
        {
            var (cold, warm) = ("cold, " + group, "warm, " + group);
            if (!run.Wants(cold) && !run.Wants(warm))
            {
                continue;
            }

            using var without = new BuiltProject("", program);
            using var own = new BuiltProject(
                $"""<ItemGroup><PackageReference Include="ContractKit" Version="{package.Version}" /></ItemGroup>""", [.. NineProperties.InProject(types), .. program], package.Folder);
            using var records = new BuiltProject("", [.. NineProperties.Records(types, context: false), .. program]);
            using var systemTextJson = new BuiltProject("", [.. NineProperties.Records(types, context: true), .. program]);
            using var nswag = new BuiltProject(
                """
                <ItemGroup>
                  <PackageReference Include="NSwag.MSBuild" Version="14.7.1" PrivateAssets="all" />
                </ItemGroup>
                <Target Name="NSwag" BeforeTargets="CoreCompile">
                  <Exec Command="$(NSwagExe_Net100) openapi2csclient /input:things.json /output:obj/Things.cs /namespace:Acme /generateClientClasses:false /jsonLibrary:SystemTextJson" StandardOutputImportance="low" />
                  <ItemGroup><Compile Include="obj/Things.cs" /></ItemGroup>
                </Target>
                """,
                [new SchemaFile("things.json", NineProperties.OpenApi(types)), .. program]);
            if (run.Wants(cold))
            {
                yield return new Interleaved(cold)
                    .AddMeasured(Without, without.BuildCold)
                    .AddMeasured(Records, records.BuildCold)
                    .AddMeasured(Own, own.BuildCold, own: true)
                    .AddMeasured("with System.Text.Json's generator", systemTextJson.BuildCold)
                    .AddMeasured("with NSwag.MSBuild", nswag.BuildCold)
                    .Measure(run, rounds: types > 1 ? 5 : 25);
            }

            if (!run.Wants(warm))
            {
                continue;
            }

            using var server = new CompilerServer();

            // The server compiles its code a second time, for speed, over the first sixty builds or so.
            for (var i = 0; i < (run.IsQuick ? 1 : 12); i++)
            {
                foreach (var project in new[] { without, own, records, systemTextJson, nswag })
                {
                    project.BuildWarm(server);
                }
            }

            yield return new Interleaved(warm)
                .AddMeasured(Without, () => without.BuildWarm(server))
                .AddMeasured(Records, () => records.BuildWarm(server))
                .AddMeasured(Own, () => own.BuildWarm(server), own: true)
                .AddMeasured("with System.Text.Json's generator", () => systemTextJson.BuildWarm(server))
                .AddMeasured("with NSwag.MSBuild", () => nswag.BuildWarm(server))
                .Measure(run, rounds: types > 1 ? 5 : 9);
        }
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        yield return new Goal("clean build of an everyday program with one contract, cold, in terms of the program alone", Ratio("cold, " + Everyday), 1.2, 1.1);
        yield return new Goal("the same of a program of one line, cold", Ratio("cold, " + One), 1.2, 1.1);
        yield return new Goal("clean build of an everyday program with one contract, warm", Ratio("warm, " + Everyday), 1.2, 1.1);
        yield return new Goal("the same of a program of one line, warm", Ratio("warm, " + One), 1.2, 1.1);

        double Ratio(string title) => groups.Single(group => group.Title == title).Ratio(Own, Without);
    }
}
