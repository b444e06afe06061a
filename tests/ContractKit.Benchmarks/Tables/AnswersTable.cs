using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Acme.Answers;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Results;
using ContractKit.Values;

namespace ContractKit.Benchmarks.Tables;

/// <summary>Reading, checking and writing the task-status answer.</summary>
internal sealed class AnswersTable : Table
{
    private const string Plain = "System.Text.Json generated, class";
    private const string Own = "generated, read (client)";
    private const string Strict = "generated, Parse (strict)";
    private const string FastPath = "System.Text.Json fast path";

    // A status that may be a word of tomorrow is a text beside the member; members that are not named have a map, and what was null or spelt otherwise a note.
    private const int OpenValue = 32;

    public override string Name => "answers";

    public override string Title => "The task-status answer";

    public override string Description =>
        "Eight strings and an enum, 321 bytes, in the layouts that are met: what a client reads, what a server validates, what both write. "
        + "`by hand` is the cursor of the run-time library used as well as we know; `generated` is what the compiler emits.";

    public override string Note =>
        "What stands in the way. Non-ASCII: letters of two bytes every few characters leave nothing to do sixteen at a time; a decoder of our own takes a string in one pass, check and all, and took this from 0.98 to half. "
        + "Escaped, 1.3 times the unescaped: fourteen escapes in eight strings are unescaped where they are found, without a second pass; System.Text.Json's own factor is the same. "
        + "Write, tried and kept: a block of text is stored whole before it is looked at, what is not plain is written over, and behind a quote the rest of the block is shifted (0.40 to 0.36); what is left is the scan and the copy of each string. "
        + "Bytes: a closed record allocates what the plain class does, to the byte (`CostTests`); an open one has a map of unnamed members, a note of nulls and spellings, and a status that may be a word of tomorrow, 32 B together, for which nothing is lost.";

    public override Type BenchmarkDotNet => typeof(AnswerBenchmarks);

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        foreach (var (layout, json) in Answers.All.Where(answer => run.Wants("one answer, " + answer.Key)))
        {
            yield return ReadOne(layout, json).Measure(run);
        }

        if (run.Wants("read 1,000 answers"))
        {
            var generatedList = new ListConverter<GeneratedAnswer>(GeneratedAnswer.Converter.Instance);
            var list = Answers.List(Answers.All["compact"], 1000);
            yield return new Interleaved($"read 1,000 answers, {list.Length} B")
                .Add(Plain, () => JsonSerializer.Deserialize(list, RivalContext.Default.PlainAnswerArray))
                .Add("bare Utf8JsonReader walk", () => Cases.Walk(list))
                .Add("by hand, read", () => Cases.ReadList(list), own: true)
                .Add(Own, () => generatedList.TryRead(list, out _, out _), own: true)
                .Measure(run);
        }

        if (run.Wants("write one answer"))
        {
            yield return WriteOne(run);
        }
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        foreach (var layout in Answers.All.Keys)
        {
            var read = Read(layout);
            yield return new Goal($"read, {layout}, in terms of the best System.Text.Json", read[Own].Median / Best(read), 0.75, 0.45);
            yield return new Goal($"read strictly, {layout}, in terms of the best System.Text.Json", read[Strict].Median / Best(read), 0.75, 0.45);
        }

        yield return new Goal("read, bytes beside those of the value, whose open status and unnamed members take 32 B more than the plain class", Read("compact")[Own].Bytes - Read("compact")[Plain].Bytes - OpenValue, 0, null);
        yield return new Goal("read, escaped, in terms of the unescaped", Read("escaped")[Own].Median / Read("compact")[Own].Median, null, 1.3);
        var list = groups.Single(static group => group.Title.StartsWith("read 1,000", StringComparison.Ordinal));
        yield return new Goal("read 1,000, in terms of System.Text.Json", list.Ratio(Own, Plain), 0.75, 0.45);
        var write = groups.Single(static group => group.Title.StartsWith("write", StringComparison.Ordinal));
        yield return new Goal("write, in terms of System.Text.Json's fast path", write.Ratio("generated", FastPath), 0.9, 0.4);
        yield return new Goal("write, bytes allocated", write["generated"].Bytes, 0, null);

        ResultGroup Read(string layout) => groups.Single(group => group.Title.StartsWith($"read one answer, {layout},", StringComparison.Ordinal));
        static double Best(ResultGroup group) => group.Rows.Where(static row => row.Name.StartsWith("System.Text.Json", StringComparison.Ordinal)).Min(static row => row.Median);
    }

    private static Interleaved ReadOne(string layout, byte[] json)
    {
        Cases.CheckAgreement(json);
        return new Interleaved($"read one answer, {layout}, {json.Length} B")
            .Add(Plain, () => JsonSerializer.Deserialize(json, RivalContext.Default.PlainAnswer))
            .Add("System.Text.Json generated, record", () => JsonSerializer.Deserialize(json, RivalContext.Default.StrictAnswer))
            .Add("System.Text.Json reflection, class", () => JsonSerializer.Deserialize<PlainAnswer>(json))
            .Add("Newtonsoft", () => Newtonsoft.Json.JsonConvert.DeserializeObject<PlainAnswer>(Encoding.UTF8.GetString(json)))
            .Add("bare Utf8JsonReader walk", () => Cases.Walk(json))
            .Add("by hand, read", () => Cases.Read(json), own: true)
            .Add("by hand, validate only", () => Cases.Check(json), own: true)
            .Add(Own, () => GeneratedAnswer.Converter.Instance.TryRead(json, out _, out _), own: true)
            .Add(Strict, () => GeneratedAnswer.Parse(json), own: true)
            .Add("generated, IsValid", () => GeneratedAnswer.IsValid(json), own: true)
            .Add("cursor, skip", () => Cases.Skip(json), own: true)
            .Add("generated, behind System.Text.Json", () => JsonSerializer.Deserialize(json, GeneratedAnswer.TypeInfo), own: true);
    }

    private static ResultGroup WriteOne(Run run)
    {
        var plain = JsonSerializer.Deserialize(Answers.All["compact"], RivalContext.Default.PlainAnswer)!;
        var generated = GeneratedAnswer.Parse(Answers.All["compact"]);
        var answer = Answer.Converter.Instance.Parse(Answers.All["compact"]);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer);
        return new Interleaved("write one answer")
            .Add(FastPath, () =>
            {
                buffer.ResetWrittenCount();
                writer.Reset(buffer);
                JsonSerializer.Serialize(writer, plain, RivalContext.Default.PlainAnswer);
            })
            .Add("by hand", () => Cases.Write(answer), own: true)
            .Add("generated", () => Cases.Write(generated), own: true)
            .Add("generated, to a buffer writer", () =>
            {
                buffer.ResetWrittenCount();
                GeneratedAnswer.Converter.Instance.WriteTo(buffer, generated);
            }, own: true)
            .Add("generated, to Utf8JsonWriter", () =>
            {
                buffer.ResetWrittenCount();
                writer.Reset(buffer);
                generated.WriteTo(writer);
                writer.Flush();
            }, own: true)
            .Measure(run);
    }
}
