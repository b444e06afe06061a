using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Projects;
using ContractKit.Benchmarks.Results;
using ContractKit.Generator;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractKit.Benchmarks.Tables;

/// <summary>How much text is emitted, and what compiling it costs.</summary>
internal sealed class TextTable : Table
{
    private const int Types = 100;
    private const string Bare = "the bare record";
    private const string Own = "ContractKit";
    private const string SystemTextJson = "bare record and System.Text.Json's output";
    private const string NSwag = "NSwag's classes";
    private const string NJsonSchema = "NJsonSchema's classes";

    public override string Name => "text";

    public override string Title => "The text that is emitted, and compiling it";

    public override string Description =>
        $"{Types} types of nine properties. Compiling is Roslyn's parsing, binding and emitting in one thread of a warm process; doc comments are parsed, as an editor does. "
        + "ContractKit's text has what the others' does not: validators, value equality, members kept and written back, and a doc comment on every public member.";

    public override string Note =>
        "What stands in the way. Generated code says what may be null, and is not searched for nulls in every build, which was a quarter of what it cost to compile (10.2 to 7.7 ms a type). Before that, each part was left out in turn to see what it costs: the reader 19 %, the writer 12 %, the ten methods with which a record is parsed and written 8 %, the rules 6 %, equality 6 %, attributes 5 %, doc comments 2 %; without all of them a type still costs four bare records. "
        + "A reader and a writer that the compiler must see cost what their statements cost. Eight kilobytes would take a base class for the ten methods (2 kB with their comments, on every record), which records cannot give away without giving up being sealed values of their own.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        var sources = Sources();
        yield return new ResultGroup("text a type", "B", [.. sources.Select(source => ResultRow.Count(source.Name, source.Name == Own, source.Texts.Sum(static text => (double)text.Length) / Types))]);
        yield return new ResultGroup("files a thousand types", "files", [.. Files()]);
        if (run.Wants("compile"))
        {
            var interleaved = new Interleaved($"compile {Types} types");
            foreach (var (name, texts) in sources)
            {
                interleaved.Add(name, () => Compile(texts), name == Own);
            }

            yield return interleaved.Measure(run, rounds: 15);
            // As many members on either side, and a collection before each: what one compilation leaves to the garbage collector, another one would pay for.
            foreach (var (title, small, large) in new[] { ("enums", Large.Enums(10, 500), Large.Enums(1, 5000)), ("records", Large.Records(10, 30), Large.Records(1, 300)) })
            {
                yield return new Interleaved($"compile ten {title}, and one ten times as large")
                    .Add(small.Name, GC.Collect, () => Compile(small.Texts), own: true)
                    .Add(large.Name, GC.Collect, () => Compile(large.Texts), own: true)
                    .Measure(run, rounds: 9);
            }
        }
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        var compile = groups.Single(static group => group.Title.StartsWith("compile 100", StringComparison.Ordinal));
        yield return new Goal("kB of text a type", groups.Single(static group => group.Title == "text a type")[Own].Median / 1000, 15, 8);
        yield return new Goal("ms CPU to compile a type", compile[Own].Median / 1e6 / Types, 12, null);
        if (compile.Rows.Any(static row => row.Name == SystemTextJson))
        {
            yield return new Goal("compiling a type in terms of System.Text.Json's output, which validates nothing", compile.Ratio(Own, SystemTextJson), null, 0.8);
        }

        yield return new Goal("compiling a type in terms of the bare record", compile.Ratio(Own, Bare), null, 1.5);
        foreach (var group in groups.Where(static group => group.Title.Contains("ten times", StringComparison.Ordinal)))
        {
            yield return new Goal(group.Title + ", the large one in terms of the ten", group.Rows[1].Median / group.Rows[0].Median, 1.15, null);
        }
    }

    private static IReadOnlyList<(string Name, IReadOnlyList<string> Texts)> Sources()
    {
        var records = Enumerable.Range(0, Types).Select(NineProperties.Record).ToList();
        var sources = new List<(string, IReadOnlyList<string>)> { (Bare, records), (Own, Generated(NineProperties.Documents(Types))) };
        if (Rivals.SystemTextJson() is { } generator)
        {
            var project = new EditedProject(generator, [], NineProperties.Records(Types, context: true));
            project.Run();
            sources.Add((SystemTextJson, [.. records, NineProperties.Context(Types), .. project.Sources.Select(static source => source.SourceText.ToString())]));
        }

        var folder = Directory.CreateTempSubdirectory("benchmark");
        var openApi = Path.Combine(folder.FullName, "things.json");
        var output = Path.Combine(folder.FullName, "Things.cs");
        if (Rivals.NSwag(openApi, output) is { } arguments)
        {
            File.WriteAllText(openApi, NineProperties.OpenApi(Types));
            ChildProcess.Run(folder.FullName, "dotnet", arguments);
            sources.Add((NSwag, [File.ReadAllText(output)]));
        }

        folder.Delete(recursive: true);
        sources.Add((NJsonSchema, [.. NineProperties.Documents(Types).Take(Types).Select((file, i) => Rivals.NJsonSchema(file.Text, "Acme.Thing" + i))]));
        return sources;
    }

    private static IEnumerable<ResultRow> Files()
    {
        yield return ResultRow.Count("ContractKit, all in one document", true, Generated(NineProperties.OneDocument(1000)).Count);
        yield return ResultRow.Count("ContractKit, a document a type", true, Generated(NineProperties.Documents(1000)).Count);
        if (Rivals.SystemTextJson() is { } generator)
        {
            var project = new EditedProject(generator, [], NineProperties.Records(1000, context: true));
            project.Run();
            yield return ResultRow.Count("System.Text.Json's generator", false, project.Sources.Length);
        }
    }

    private static IReadOnlyList<string> Generated(IEnumerable<SchemaFile> files)
    {
        var project = new EditedProject(new ContractGenerator(), files);
        project.Run();
        return [.. project.Sources.Select(static source => source.SourceText.ToString())];
    }

    /// <summary>Parses, binds and emits, in one thread.</summary>
    public static void Compile(IReadOnlyList<string> texts)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Parse);
        var compilation = CSharpCompilation.Create(
            "Consumer",
            texts.Select(text => CSharpSyntaxTree.ParseText(text, parse)),
            ConsumerCompilation.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false));
        var result = compilation.Emit(Stream.Null);
        if (!result.Success)
        {
            throw new InvalidOperationException(result.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
        }
    }

    private static class Large
    {
        public static (string Name, IReadOnlyList<string> Texts) Enums(int count, int words) =>
            ($"{count} of {words:#,##0} words", Of(count, $$"""{ "type": "string", "enum": [{{string.Join(", ", Enumerable.Range(0, words).Select(static i => $"\"WORD_{i}\""))}}] }"""));

        public static (string Name, IReadOnlyList<string> Texts) Records(int count, int members) =>
            ($"{count} of {members} members", Of(count, $$"""{ "type": "object", "properties": { {{string.Join(", ", Enumerable.Range(0, members).Select(static i => $"\"member{i}\": {{ \"type\": \"{(i % 2 == 0 ? "string" : "integer")}\" }}"))}} } }"""));

        private static IReadOnlyList<string> Of(int count, string schema) =>
            Generated([.. Enumerable.Range(0, count).Select(i => new SchemaFile($"/app/schema/thing{i}.schema.json", schema)), NineProperties.Manifest]);
    }
}
