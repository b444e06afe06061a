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
    public override string Name => "answers";

    public override string Title => "The task-status answer";

    public override string Description =>
        "Eight strings and an enum, 321 bytes, in the layouts that are met: what a client reads, what a server validates, what both write. "
        + "`by hand` is the cursor of the run-time library used as well as we know; `generated` is what the compiler emits.";

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
                .Add("System.Text.Json generated, class", () => JsonSerializer.Deserialize(list, RivalContext.Default.PlainAnswerArray))
                .Add("bare Utf8JsonReader walk", () => Cases.Walk(list))
                .Add("by hand, read", () => Cases.ReadList(list), own: true)
                .Add("generated, read (client)", () => generatedList.TryRead(list, out _, out _), own: true)
                .Measure(run);
        }

        if (run.Wants("write one answer"))
        {
            yield return WriteOne(run);
        }
    }

    private static Interleaved ReadOne(string layout, byte[] json)
    {
        Cases.CheckAgreement(json);
        return new Interleaved($"read one answer, {layout}, {json.Length} B")
            .Add("System.Text.Json generated, class", () => JsonSerializer.Deserialize(json, RivalContext.Default.PlainAnswer))
            .Add("System.Text.Json generated, record", () => JsonSerializer.Deserialize(json, RivalContext.Default.StrictAnswer))
            .Add("System.Text.Json reflection, class", () => JsonSerializer.Deserialize<PlainAnswer>(json))
            .Add("Newtonsoft", () => Newtonsoft.Json.JsonConvert.DeserializeObject<PlainAnswer>(Encoding.UTF8.GetString(json)))
            .Add("bare Utf8JsonReader walk", () => Cases.Walk(json))
            .Add("by hand, read", () => Cases.Read(json), own: true)
            .Add("by hand, validate only", () => Cases.Check(json), own: true)
            .Add("generated, read (client)", () => GeneratedAnswer.Converter.Instance.TryRead(json, out _, out _), own: true)
            .Add("generated, Parse (strict)", () => GeneratedAnswer.Parse(json), own: true)
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
            .Add("System.Text.Json fast path", () =>
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
