using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Results;
using ContractKit.Benchmarks.Services;

namespace ContractKit.Benchmarks.Tables;

/// <summary>The generated endpoint beside the same one as a minimal API.</summary>
internal sealed class ServerTable : Table
{
    private const string Minimal = "minimal API, RequestDelegateGenerator";
    private const string MinimalForOne = "the same, its handler captured";
    private const string Moving = "bytes moved by hand, without JSON";
    private const string Generated = "generated endpoint";
    private const string GeneratedForOne = "generated endpoint, one handler for all requests";
    private const string InProcess = "one request, in process";
    private const string Kestrel = "one request over Kestrel, 16 at once on one connection";
    private const string KestrelBytes = "allocated by one request over Kestrel";

    private static readonly byte[] s_request = Encoding.UTF8.GetBytes("""{"id":"ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2","refID":"nightly-2026-11-23/0042"}""");

    public override string Name => "server";

    public override string Title => "Serving the task-status answer";

    public override string Description =>
        "The endpoint that the compiler emits, which validates the request and the answer, beside the same one as a minimal API with the RequestDelegateGenerator and "
        + "source-generated JSON, which validates neither. In process, a new HttpContext is part of each call (`an empty endpoint` is that alone, "
        + "and `bytes moved by hand` what ASP.NET Core takes to hand a body over and to send one: reading and writing JSON comes on top of that, whoever does it; that alone is nearly the moonshot, and with the "
        + "table `answers`' times of reading and writing such texts it is most of what the generated endpoint takes). "
        + "Over Kestrel it is wall-clock time of both ends, so that only its ratio says something; bytes are exact: what Kestrel itself takes for a request with a body (`an empty endpoint`), "
        + "224 B for the request's record with its two texts, 24 B for the handler's result, and, where the handler comes from the request's services, 184 B for those.";

    public override string Note =>
        "What stands in the way. Of a request in process a third is the context that is made for it, and more than a quarter ASP.NET Core's features, headers and services, for which everybody asks; reading the request and writing the answer are a fifth. "
        + "Tried and kept: a request that is all there, and a handler that waits for nothing, are served without a state machine (0.47 to 0.44 with what writing has gained). "
        + "Tried and not kept: the request handed on by reference in place of a value of five words (no difference). Of the bytes over Kestrel a third is Kestrel's own, and 224 B are the request's record and its texts.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        if (run.Wants(InProcess))
        {
            yield return MeasureInProcess(run);
        }

        if (run.Wants(Kestrel))
        {
            foreach (var group in MeasureKestrel(run))
            {
                yield return group;
            }
        }
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        ResultGroup Find(string title) => groups.Single(group => group.Title == title);
        yield return new Goal("in process, time in terms of the minimal API", Find(InProcess).Ratio(Generated, Minimal), 0.45, 0.3);
        yield return new Goal("over Kestrel, time in terms of the minimal API (1 / requests per second)", Find(Kestrel).Ratio(Generated, Minimal), 1 / 1.1, null);
        yield return new Goal("over Kestrel, bytes a request, one handler for all", Find(KestrelBytes)[GeneratedForOne].Median, 400, 250);
    }

    private static ResultGroup MeasureInProcess(Run run)
    {
        using var generated = (IDisposable)Servers.Generated();
        using var minimal = (IDisposable)Servers.Minimal();
        using var empty = (IDisposable)Servers.Empty();
        using var moving = (IDisposable)Servers.Moving();
        using var generatedForOne = (IDisposable)Servers.GeneratedForOne();
        using var minimalForOne = (IDisposable)Servers.MinimalForOne();
        return new Interleaved(InProcess)
            .Add(Minimal, Call(minimal, true).Run)
            .Add(MinimalForOne, Call(minimalForOne, true).Run)
            .Add("an empty endpoint", Call(empty, false).Run)
            .Add(Moving, Call(moving, true).Run)
            .Add(Generated, Call(generated, true).Run, own: true)
            .Add(GeneratedForOne, Call(generatedForOne, true).Run, own: true)
            .Measure(run, warmUp: 8000);
    }

    private static InProcessCall Call(IDisposable server, bool answers)
    {
        var app = (Microsoft.AspNetCore.Builder.WebApplication)server;
        var call = new InProcessCall(Servers.DelegateOf(app), app.Services, s_request);
        call.Run();
        return call.StatusCode == 200 && call.Written.SequenceEqual(Answers.All["compact"]) == answers
            ? call
            : throw new InvalidOperationException("The endpoint does not answer as it should: " + call.StatusCode + " " + Encoding.UTF8.GetString(call.Written));
    }

    private static IEnumerable<ResultGroup> MeasureKestrel(Run run)
    {
        var cases = new[]
        {
            (Minimal, Servers.Minimal(), false),
            (MinimalForOne, Servers.MinimalForOne(), false),
            ("an empty endpoint", Servers.Empty(), false),
            (Generated, Servers.Generated(), true),
            (GeneratedForOne, Servers.GeneratedForOne(), true),
        }
            .Select(one => (Name: one.Item1, Load: KestrelLoad.StartAsync(one.Item2, s_request).GetAwaiter().GetResult(), Own: one.Item3))
            .ToList();
        var times = new Interleaved(Kestrel);
        var bytes = new List<ResultRow>();
        foreach (var (name, load, own) in cases)
        {
            if (!load.Answer.StartsWith("HTTP/1.1 200 OK", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(name + ": " + load.Answer);
            }

            var warm = Stopwatch.StartNew();
            while (warm.ElapsedMilliseconds < (run.IsQuick ? 300 : 3000))
            {
                load.Run();
            }

            times.AddMeasured(name, () => Time(load), own);
        }

        var group = times.Measure(run);
        foreach (var (name, load, own) in cases)
        {
            bytes.Add(ResultRow.Count(name, own, Bytes(load)));
        }

        foreach (var (_, load, _) in cases)
        {
            load.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        yield return group;
        yield return new ResultGroup(KestrelBytes, "B", bytes);
    }

    private static double Time(KestrelLoad load)
    {
        var started = Stopwatch.GetTimestamp();
        load.Run();
        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / KestrelLoad.RequestsARun;
    }

    // The least of several runs: what else the process does in the background is no part of a request.
    private static double Bytes(KestrelLoad load) => Enumerable.Range(0, 9).Select(_ =>
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        load.Run();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)KestrelLoad.RequestsARun;
    }).Min();
}
