using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Projects;
using ContractKit.Benchmarks.Results;
using ContractKit.Generator;

namespace ContractKit.Benchmarks.Tables;

/// <summary>What the generator costs when a project is opened, and on every keystroke after that.</summary>
internal sealed class GeneratorTable : Table
{
    private const string Empty = "empty generator";
    private const string Own = "ContractKit, a document a type";
    private const string OwnOne = "ContractKit, all in one document";
    private const string SystemTextJson = "System.Text.Json's generator";
    private const string Growth = "first run, side by side";
    private const string At1000 = "ContractKit, 1,000 types";
    private const string FiveTimes1000 = "ContractKit, five projects of 1,000 types";
    private const string At5000 = "ContractKit, 5,000 types";
    private static readonly int[] s_sizes = [10, 100, 1000, 5000];

    public override string Name => "generator";

    public override string Title => "The generator, at 10 to 5,000 types";

    public override string Description =>
        "Types of nine properties, as schemas for ContractKit and NJsonSchema, as an OpenAPI document for NSwag, as records for System.Text.Json's generator. "
        + "Roslyn's own driver runs the generators, in a warm process; NSwag.MSBuild 14.7.1 is a program, and its start counts. NJsonSchema and NSwag keep nothing "
        + "between two runs: an edit costs them a first run. Roslyn parses the text that was made when somebody asks for it, which the table `text` has in its figures.";

    public override string Note =>
        "What stands in the way. A manifest's types are linked all together, since a name, an identifier or a reference anywhere may concern any of them: an edit costs that walk over all documents, and binds and renders only what it touches. Ten milliseconds at 5,000 would take links that are kept a document at a time. "
        + "Tried and kept: code is made on a roll of its thread's, which is given back with each type, and not of strings that are made into others (83 to 25 kB a type); what the references offer is found by walking down namespaces, and not by asking each reference for metadata names (an unrelated edit 1.1 to 0.4 ms); schemas are asked only about the groups of keywords that they have, and known by identity where they were looked up by their place (95 to 37 kB in binding); what stands alone, as mostly, is not grouped, sorted or put into tables, and lists are walked through without an object for the walk (37 to 16 kB in binding, 13 to 9 in linking); documents are read without a list for each of their parts (6.5 to 4.3 kB); ASCII is kept a byte a character (33 to 20 kB a type that live on); what was worked out about a document is let go when the last unit that reaches it is bound; schemas without references are taken as they are, members of one kind planned without weighing unions, and records of scalars alone not planned at all when linking (103 to 13 kB); a text is left in pieces that are no large objects; one type passes from step to step, behind which the driver knows objects. "
        + "A run of 1,000 allocates less than the garbage collector waits for, so that it costs 80 ms without a collection and 110 to 200 ms with one; one of 5,000 has one or two. Hence five projects of 1,000 beside one of 5,000, which have as many of them. What the collector finds alive (200 objects a type: the document 84, its contract 76, the rest links and the driver's tables) is what is left of the difference; a document in a few arrays in place of 84 objects would halve it.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        foreach (var types in s_sizes)
        {
            var rounds = types switch { >= 5000 => 5, >= 1000 => 9, _ => 25 };
            if (run.Wants(Title1("first run", types)))
            {
                yield return FirstRun(types).Measure(run, rounds);
            }

            if (run.Wants(Title1("unrelated C# edit", types)))
            {
                yield return ProgramEdit(types).Measure(run, rounds);
            }

            if (run.Wants(Title1("one schema edited", types)))
            {
                // A collection takes as long as three such edits, and falls into one in four: a few rounds may have too many of them.
                yield return SchemaEdit(types).Measure(run, rounds * 3);
            }

            if (run.Wants(Title1("one schema added", types)))
            {
                yield return Addition(types).Measure(run, rounds * 3);
            }
        }

        if (run.Wants(Growth))
        {
            // The sizes in the same rounds: the machine's own pace changes from one minute to the next.
            var thousand = new EditedProject(new ContractGenerator(), NineProperties.Documents(1000));
            var five = new ProjectsInTurn(5, 1000);
            var fiveThousand = new EditedProject(new ContractGenerator(), NineProperties.Documents(5000));
            yield return new Interleaved(Growth)
                .Add(FiveTimes1000, five.Open, five.Run, own: true)
                .Add(At5000, fiveThousand.Open, fiveThousand.Run, own: true)
                .Add(At1000, thousand.Open, thousand.Run, own: true)
                .Measure(run, rounds: 15);
        }
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        var first = Row("first run", 1000);
        var firstAll = Row("first run", 5000);
        yield return new Goal("first run at 1,000, ms a type", first / 1e6 / 1000, 0.3, 0.1);
        yield return new Goal("first run at 5,000, ms a type", Growing(At5000) / 1e6 / 5000, 0.3, 0.1);
        yield return new Goal("first run, 5,000 types in one project in terms of five projects of 1,000, bytes", Bytes(At5000) / Bytes(FiveTimes1000), 1.15, null);
        yield return new Goal("first run, 5,000 types in one project in terms of five projects of 1,000, time", Growing(At5000) / Growing(FiveTimes1000), 1.15, null);
        yield return new Goal("unrelated C# edit at 1,000, ms", Row("unrelated C# edit", 1000) / 1e6, 5, null);
        yield return new Goal("unrelated C# edit at 5,000, ms", Row("unrelated C# edit", 5000) / 1e6, 25, 3);
        yield return new Goal("one schema edited at 1,000, in terms of the first run", Row("one schema edited", 1000) / first, 0.2, null);
        yield return new Goal("one schema edited at 5,000, ms", Row("one schema edited", 5000) / 1e6, firstAll / 5 / 1e6, 10);

        double Growing(string size) => groups.Single(static group => group.Title == Growth)[size].Median;

        double Bytes(string size) => groups.Single(static group => group.Title == Growth)[size].Bytes ?? double.NaN;

        double Row(string what, int types) => groups.Single(group => group.Title == Title1(what, types))[Own].Median;
    }

    private static string Title1(string what, int types) => FormattableString.Invariant($"{what}, {types:#,##0} types");

    private static Interleaved FirstRun(int types)
    {
        var empty = new EditedProject(Rivals.Empty, NineProperties.Documents(types));
        var own = new EditedProject(new ContractGenerator(), NineProperties.Documents(types));
        var one = new EditedProject(new ContractGenerator(), NineProperties.OneDocument(types));
        var interleaved = new Interleaved(Title1("first run", types))
            .Add(Empty, empty.Open, empty.Run)
            .Add(Own, own.Open, own.Run, own: true)
            .Add(OwnOne, one.Open, one.Run, own: true);
        if (Records(types) is { } records)
        {
            interleaved.Add(SystemTextJson, records.Open, records.Run);
        }

        var schemas = NineProperties.Documents(types).Take(types).Select(static file => file.Text).ToList();
        interleaved.Add("NJsonSchema.CodeGeneration", () => schemas.ForEach(static schema => Rivals.NJsonSchema(schema)));
        var folder = Directory.CreateTempSubdirectory("benchmark");
        var openApi = Path.Combine(folder.FullName, "things.json");
        if (types <= 1000 && Rivals.NSwag(openApi, Path.Combine(folder.FullName, "Things.cs")) is { } arguments)
        {
            File.WriteAllText(openApi, NineProperties.OpenApi(types));
            interleaved.AddMeasured("NSwag.MSBuild, its process", () => ChildProcess.Run(folder.FullName, "dotnet", arguments));
        }

        return interleaved;
    }

    private static Interleaved ProgramEdit(int types)
    {
        var number = 0;
        var empty = new EditedProject(Rivals.Empty, NineProperties.Documents(types));
        var own = new EditedProject(new ContractGenerator(), NineProperties.Documents(types));
        var one = new EditedProject(new ContractGenerator(), NineProperties.OneDocument(types));
        var interleaved = new Interleaved(Title1("unrelated C# edit", types))
            .Add(Empty, () => empty.EditProgram(++number), empty.Run)
            .Add(Own, () => own.EditProgram(++number), own.Run, own: true)
            .Add(OwnOne, () => one.EditProgram(++number), one.Run, own: true);
        if (Records(types) is { } records)
        {
            interleaved.Add(SystemTextJson, () => records.EditProgram(++number), records.Run);
        }

        return interleaved;
    }

    private static Interleaved SchemaEdit(int types)
    {
        var number = 0;
        var own = new EditedProject(new ContractGenerator(), NineProperties.Documents(types));
        var one = new EditedProject(new ContractGenerator(), NineProperties.OneDocument(types));
        var first = new EditedProject(new ContractGenerator(), NineProperties.Documents(types));
        return new Interleaved(Title1("one schema edited", types))
            .Add("ContractKit, first run", first.Open, first.Run, own: true)
            .Add(Own, () => own.Edit(NineProperties.Document(types / 2, Property(++number))), own.Run, own: true)
            .Add(OwnOne, () => one.Edit(NineProperties.OneDocument(types, Property(++number)).First()), one.Run, own: true);
    }

    private static Interleaved Addition(int types)
    {
        var added = NineProperties.Document(types);
        var own = new EditedProject(new ContractGenerator(), NineProperties.Documents(types));
        var first = new EditedProject(new ContractGenerator(), NineProperties.Documents(types));
        own.Add(added);
        return new Interleaved(Title1("one schema added", types))
            .Add("ContractKit, first run", first.Open, first.Run, own: true)
            .Add(
                Own,
                () =>
                {
                    // Always the same size: what was added goes again.
                    own.Remove(added);
                    own.Run();
                    own.Add(added);
                },
                own.Run,
                own: true);
    }

    private static string Property(int number) => FormattableString.Invariant($"\"added{number}\": {{ \"type\": \"string\" }},");

    private static EditedProject? Records(int types) => Rivals.SystemTextJson() is { } generator
        ? new EditedProject(generator, [], NineProperties.Records(types, context: true))
        : null;
}
