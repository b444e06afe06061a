using System;
using System.Buffers;
using System.Linq;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Running;
using ContractKit.Benchmarks;
using Acme.Answers;
using ContractKit.Values;

if (!args.Contains("--quick") && !args.Contains("--corpora"))
{
    BenchmarkSwitcher.FromAssembly(typeof(AnswerBenchmarks).Assembly).Run(args);
    return;
}

var only = args.FirstOrDefault(a => !a.StartsWith('-'));
if (args.Contains("--corpora"))
{
    CorpusRun.Run(only);
    return;
}

var converter = Answer.Converter.Instance;
foreach (var (layout, json) in Answers.All.Where(a => only is null || a.Key == only))
{
    Cases.CheckAgreement(json);
    new Interleaved($"read one answer, {layout}, {json.Length} B")
        .Add("System.Text.Json generated, class", () => JsonSerializer.Deserialize(json, RivalContext.Default.PlainAnswer))
        .Add("System.Text.Json generated, record", () => JsonSerializer.Deserialize(json, RivalContext.Default.StrictAnswer))
        .Add("System.Text.Json reflection, class", () => JsonSerializer.Deserialize<PlainAnswer>(json))
        .Add("Newtonsoft", () => Newtonsoft.Json.JsonConvert.DeserializeObject<PlainAnswer>(Encoding.UTF8.GetString(json)))
        .Add("bare Utf8JsonReader walk", () => Cases.Walk(json))
        .Add("by hand, read", () => Cases.Read(json))
        .Add("by hand, validate only", () => Cases.Check(json))
        .Add("generated, read (client)", () => GeneratedAnswer.Converter.Instance.TryRead(json, out _, out _))
        .Add("generated, Parse (strict)", () => GeneratedAnswer.Parse(json))
        .Add("generated, IsValid", () => GeneratedAnswer.IsValid(json))
        .Add("cursor, skip", () => Cases.Skip(json))
        .Add("generated, behind System.Text.Json", () => JsonSerializer.Deserialize(json, GeneratedAnswer.TypeInfo))
        .Run();
}

if (only is null or "list")
{
    var generatedList = new ListConverter<GeneratedAnswer>(GeneratedAnswer.Converter.Instance);
    var list = Answers.List(Answers.All["compact"], 1000);
    new Interleaved($"read 1,000 answers, {list.Length} B")
        .Add("System.Text.Json generated, class", () => JsonSerializer.Deserialize(list, RivalContext.Default.PlainAnswerArray))
        .Add("bare Utf8JsonReader walk", () => Cases.Walk(list))
        .Add("by hand, read", () => Cases.ReadList(list))
        .Add("generated, read (client)", () => generatedList.TryRead(list, out _, out _))
        .Run();
}

if (only is null or "write")
{
    var plain = JsonSerializer.Deserialize(Answers.All["compact"], RivalContext.Default.PlainAnswer)!;
    var generated = GeneratedAnswer.Parse(Answers.All["compact"]);
    var answer = converter.Parse(Answers.All["compact"]);
    var buffer = new ArrayBufferWriter<byte>(4096);
    using var writer = new Utf8JsonWriter(buffer);
    new Interleaved("write one answer")
        .Add("System.Text.Json fast path", () =>
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            JsonSerializer.Serialize(writer, plain, RivalContext.Default.PlainAnswer);
        })
        .Add("by hand", () => Cases.Write(answer))
        .Add("generated", () => Cases.Write(generated))
        .Add("generated, to a buffer writer", () =>
        {
            buffer.ResetWrittenCount();
            GeneratedAnswer.Converter.Instance.WriteTo(buffer, generated);
        })
        .Add("generated, to Utf8JsonWriter", () =>
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            generated.WriteTo(writer);
            writer.Flush();
        })
        .Run();
}
