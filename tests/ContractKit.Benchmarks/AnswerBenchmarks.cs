using System.Collections.Generic;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace ContractKit.Benchmarks;

/// <summary>Reading one answer, by BenchmarkDotNet's rules.</summary>
[MemoryDiagnoser]
public class AnswerBenchmarks
{
    private byte[] _json = [];

    /// <summary>The layouts.</summary>
    public static IEnumerable<string> Layouts => Answers.All.Keys;

    /// <summary>How the text is laid out.</summary>
    [ParamsSource(nameof(Layouts))]
    public string Layout { get; set; } = "compact";

    /// <summary>Chooses the text.</summary>
    [GlobalSetup]
    public void Choose() => _json = Answers.All[Layout];

    /// <summary>The rival.</summary>
    [Benchmark(Baseline = true)]
    public object? SystemTextJson() => JsonSerializer.Deserialize(_json, RivalContext.Default.PlainAnswer);

    /// <summary>The floor.</summary>
    [Benchmark]
    public int BareReader() => Cases.Walk(_json);

    /// <summary>Ours.</summary>
    [Benchmark]
    public object? Own() => Cases.Read(_json);

    /// <summary>Ours, without making anything.</summary>
    [Benchmark]
    public bool OwnValidation() => Cases.Check(_json);
}
