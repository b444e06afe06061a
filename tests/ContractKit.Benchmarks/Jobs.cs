using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json.Serialization;

namespace ContractKit.Benchmarks;

/// <summary>A job whose members all have constraints: one that keeps them, and one that breaks nine of them.</summary>
internal static class Jobs
{
    public static byte[] Good { get; } = Encoding.UTF8.GetBytes(
        """{"id":"ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2","queue":"image-upscaler","state":"running","priority":3,"progress":0.75,"created":"2026-11-23T22:15:00Z","owner":"nightly image job","labels":["nightly","images","upscale"],"attempts":[{"started":"2026-11-23T22:15:01Z","seconds":11.84,"error":"The worker was lost."},{"started":"2026-11-23T22:16:30Z","seconds":0.52,"error":null}]}""");

    public static byte[] Bad { get; } = Encoding.UTF8.GetBytes(
        """{"id":"ffb40226","queue":"Image upscaler","state":"running","priority":12,"progress":1.5,"created":"2026-13-23T22:15:00Z","owner":"","labels":["nightly","images","nightly"],"attempts":[{"started":"2026-11-23T22:15:01Z","seconds":0,"error":"The worker was lost."},{"seconds":0.52,"error":null}]}""");
}

/// <summary>The rival: what System.Text.Json is best at, with the same types where it has them.</summary>
internal sealed class PlainJob
{
    [JsonPropertyName("id")]
    public Guid Id { get; set; }

    [JsonPropertyName("queue")]
    public string? Queue { get; set; }

    [JsonPropertyName("state")]
    public PlainJobState State { get; set; }

    [JsonPropertyName("priority")]
    public int Priority { get; set; }

    [JsonPropertyName("progress")]
    public double? Progress { get; set; }

    [JsonPropertyName("created")]
    public DateTimeOffset Created { get; set; }

    [JsonPropertyName("owner")]
    public string? Owner { get; set; }

    [JsonPropertyName("labels")]
    public List<string>? Labels { get; set; }

    [JsonPropertyName("attempts")]
    public List<PlainAttempt>? Attempts { get; set; }
}

internal sealed class PlainAttempt
{
    [JsonPropertyName("started")]
    public DateTimeOffset Started { get; set; }

    [JsonPropertyName("seconds")]
    public double Seconds { get; set; }

    [JsonPropertyName("error")]
    public string? Error { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<PlainJobState>))]
internal enum PlainJobState
{
    [JsonStringEnumMemberName("queued")]
    Queued,

    [JsonStringEnumMemberName("running")]
    Running,

    [JsonStringEnumMemberName("done")]
    Done,

    [JsonStringEnumMemberName("failed")]
    Failed,
}

[JsonSerializable(typeof(PlainJob))]
internal sealed partial class JobContext : JsonSerializerContext;
