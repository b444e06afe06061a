using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Acme.Answers;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Results;
using ContractKit.Testing;

namespace ContractKit.Benchmarks.Tables;

/// <summary>Validating, parsing what is validated, and refusing with a full report.</summary>
internal sealed class ValidateTable : Table
{
    private const string SystemTextJson = "System.Text.Json generated, class";
    private const string Walk = "bare Utf8JsonReader walk";
    private const string IsValid = "generated, IsValid";
    private const string Parse = "generated, Parse";
    private const string Report = "generated, Validate";
    private const string NJsonSchema = "NJsonSchema";

    public override string Name => "validate";

    public override string Title => "Validate, parse and validate, refuse";

    public override string Description =>
        "The task-status answer (eight strings and an enum), and a job with a constraint on every member (uuid, date-time, pattern, lengths, limits, unique items, a nested list). "
        + "System.Text.Json validates nothing but the types of .NET; NJsonSchema reads the JSON into Newtonsoft's tree first, which its figures have in them. "
        + "The report of a bad job has every violation, each with its place and keyword; System.Text.Json stops at the first with an exception.";

    public override string Note =>
        "What stands in the way. The goals were set for the answer. Its validator is a table that is walked, a third of the text of a validator that is emitted as code and quicker to compile; by hand the cursor validates in half of the walk (table `answers`). Of the job, members with constraints of their own are looked at once to be asked and once to be read; lists are counted while they are read. "
        + "A validator that asks whether a .NET type holds a date, a uuid or a number reads each of them; short numbers and whole seconds of UTC were given ways of their own for that.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        var answer = Answers.All["compact"];
        foreach (var (what, json, schema, isValid, parse, rival) in new (string, byte[], string, Action, Action, Action)[]
        {
            ("answer", answer, "answer", () => GeneratedAnswer.IsValid(answer), () => GeneratedAnswer.Parse(answer), () => JsonSerializer.Deserialize(answer, RivalContext.Default.PlainAnswer)),
            ("job", Jobs.Good, "job", static () => Job.IsValid(Jobs.Good), static () => Job.Parse(Jobs.Good), static () => JsonSerializer.Deserialize(Jobs.Good, JobContext.Default.PlainJob)),
        })
        {
            var njsonSchema = Schema(schema);
            var text = Encoding.UTF8.GetString(json);
            if (njsonSchema.Validate(text).Count > 0 || !Job.IsValid(Jobs.Good) || !GeneratedAnswer.IsValid(answer))
            {
                throw new InvalidOperationException("One of the validators refuses what is valid.");
            }

            if (run.Wants(Title1("validate", what)))
            {
                yield return new Interleaved($"{Title1("validate", what)}, {json.Length} B")
                    .Add(Walk, () => Cases.Walk(json))
                    .Add(IsValid, isValid, own: true)
                    .Add(NJsonSchema, () => njsonSchema.Validate(text))
                    .Measure(run);
            }

            if (run.Wants(Title1("parse and validate", what)))
            {
                yield return new Interleaved($"{Title1("parse and validate", what)}, {json.Length} B")
                    .Add(SystemTextJson + ", which validates nothing", rival)
                    .Add(Walk, () => Cases.Walk(json))
                    .Add(Parse, parse, own: true)
                    .Add(NJsonSchema + " and " + SystemTextJson, () =>
                    {
                        njsonSchema.Validate(text);
                        rival();
                    })
                    .Measure(run);
            }
        }

        if (run.Wants("refuse"))
        {
            yield return Refuse(run);
        }
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        foreach (var what in new[] { "answer", "job" })
        {
            var validate = Group("validate", what);
            var parse = Group("parse and validate", what);
            yield return new Goal($"validate the {what}, bytes allocated", validate[IsValid].Bytes, 0, null);
            yield return new Goal($"validate the {what}, in terms of the bare walk", validate.Ratio(IsValid, Walk), null, 0.6);
            yield return new Goal($"parse and validate the {what}, in terms of System.Text.Json's parse without validation", parse.Ratio(Parse, parse.Rows[0].Name), 1, null);
            yield return new Goal($"parse and validate the {what}, in terms of the bare walk", parse.Ratio(Parse, Walk), null, 1.3);
        }

        var refuse = groups.Single(static group => group.Title.StartsWith("refuse", StringComparison.Ordinal));
        yield return new Goal("refuse a bad job with a full report, in terms of NJsonSchema", refuse.Ratio(Report, NJsonSchema), 1, 0.25);

        ResultGroup Group(string title, string what) => groups.Single(group => group.Title.StartsWith(Title1(title, what) + ",", StringComparison.Ordinal));
    }

    private static ResultGroup Refuse(Run run)
    {
        var njsonSchema = Schema("job");
        var text = Encoding.UTF8.GetString(Jobs.Bad);
        var own = Job.Validate(Jobs.Bad).Count;
        var rivals = njsonSchema.Validate(text).Count;
        return new Interleaved($"refuse a bad job: {own} violations ({rivals} by NJsonSchema)")
            .Add(NJsonSchema, () => njsonSchema.Validate(text))
            .Add(SystemTextJson + ", its exception at the first", static () =>
            {
                try
                {
                    JsonSerializer.Deserialize(Jobs.Bad, JobContext.Default.PlainJob);
                }
                catch (JsonException)
                {
                    // That is what is measured.
                }
            })
            .Add(Walk, static () => Cases.Walk(Jobs.Bad))
            .Add(Report, static () => Job.Validate(Jobs.Bad), own: true)
            .Add("generated, TryParseJson with its report", static () => Job.TryParseJson(Jobs.Bad, out _, out _), own: true)
            .Add("generated, IsValid", static () => Job.IsValid(Jobs.Bad), own: true)
            .Measure(run);
    }

    private static string Title1(string title, string what) => $"{title} the {what}";

    private static NJsonSchema.JsonSchema Schema(string name) =>
        global::NJsonSchema.JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "tests", "ContractKit.Benchmarks", "schema", name + ".schema.json")).GetAwaiter().GetResult();
}
