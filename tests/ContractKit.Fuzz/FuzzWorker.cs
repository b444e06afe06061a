using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ContractKit.Compiler;
using ContractKit.Compiler.Model;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractKit.Fuzz;

/// <summary>Tries one input after the other, and keeps those that take new branches.</summary>
internal sealed unsafe class FuzzWorker
{
    private const int Branches = 65_536;
    private const int MostKept = 20_000;
    private const ConsumerFeatures Modern = ConsumerFeatures.Init | ConsumerFeatures.Required | ConsumerFeatures.DateOnly | ConsumerFeatures.Parsable | ConsumerFeatures.NotNullWhen | ConsumerFeatures.RuntimeLibrary;

    private static readonly Consumer[] s_consumers =
    [
        new(1400, Modern, GeneratedParts.Types, GeneratedVisibility.Public, "Acme", ""),
        new(1400, Modern | ConsumerFeatures.AspNetCore | ConsumerFeatures.HttpClientFactory, GeneratedParts.Types | GeneratedParts.Client | GeneratedParts.Server, GeneratedVisibility.Public, "Acme", ""),
        new(703, ConsumerFeatures.RuntimeLibrary, GeneratedParts.Types | GeneratedParts.Client, GeneratedVisibility.Internal, "Acme", ""),
    ];

    private readonly FuzzOptions _options;
    private readonly Random _random;
    private readonly Mutator _mutator;
    private readonly List<FuzzInput> _pool;
    private readonly List<FuzzInput> _good;
    private readonly byte* _taken = (byte*)NativeMemory.AllocZeroed(Branches);
    private readonly byte[] _ever = new byte[Branches];
    private readonly HashSet<UInt128> _parsed = [];
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private FuzzTally _tally = new();

    private FuzzWorker(FuzzOptions options)
    {
        _options = options;
        _random = new Random((options.Seed * 1_000) + options.Worker);
        _pool = Seeds.All();
        _good = [.. _pool];
        _mutator = new Mutator(_random, _pool);
    }

    /// <summary>The file that holds the input which a worker is at, for when it dies.</summary>
    public static string LastInput(string findings, int worker) => Path.Combine(findings, string.Create(CultureInfo.InvariantCulture, $"at-{worker}.txt"));

    public static int Run(FuzzOptions options) => new FuzzWorker(options).Run();

    /// <summary>Tries one input for every consumer, and shows what comes of it.</summary>
    public static int Replay(FuzzInput input)
    {
        var worker = new FuzzWorker(new FuzzOptions(1, 1, 1, 1, Path.GetTempPath(), 0));
        for (var consumer = 0; consumer < 3; consumer++)
        {
            worker.Try(input, consumer);
        }

        foreach (var problem in Compile(input, s_consumers[1]).Problems)
        {
            Console.WriteLine(problem.Rule.Id + " " + problem.Path + " " + problem.Message);
        }

        return worker._tally.Findings == 0 ? 0 : 1;
    }

    private int Run()
    {
        SharpFuzz.Common.Trace.SharedMem = _taken;
        using var last = new FileStream(LastInput(_options.Findings, _options.Worker), FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        var seeds = _pool.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worker {_options.Worker}: {seeds} seeds"));
        var reported = Stopwatch.StartNew();
        for (long number = 0; number < _options.Inputs; number++)
        {
            // The seeds themselves first, then changes of them and of what was kept.
            var input = number < seeds ? _pool[(int)number] : _mutator.Change(Parent());
            last.SetLength(0);
            last.Write(System.Text.Encoding.UTF8.GetBytes(input.ToString()));
            last.Flush();
            Try(input, number);
            if (reported.Elapsed > TimeSpan.FromSeconds(20))
            {
                Tell();
                reported.Restart();
            }
        }

        Tell();
        return _tally.Findings == 0 ? 0 : 1;
    }

    private void Try(FuzzInput input, long number)
    {
        new Span<byte>(_taken, Branches).Clear();
        SharpFuzz.Common.Trace.PrevLocation = 0;
        var consumer = s_consumers[number % 8 == 0 ? 1 : number % 8 == 1 ? 2 : 0];
        CompilerOutput? output = null;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var time = ThreadTime();
        try
        {
            output = Compile(input, consumer);
        }
        catch (Exception failure)
        {
            Found(input, failure.GetType().Name + Frame(failure), failure.ToString());
        }

        time = ThreadTime() - time;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var isNew = Note();
        if (time > TimeSpan.FromSeconds(1))
        {
            var again = ThreadTime();
            _ = Compile(input, consumer);
            again = ThreadTime() - again;
            time = again < time ? again : time;
            if (time > TimeSpan.FromSeconds(1))
            {
                Found(input, "slow", string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"));
            }
        }

        // Living or not; a quarter of it lives at once at most.
        if (allocated > 1024L * 1024 * 1024)
        {
            Found(input, "memory", string.Create(CultureInfo.InvariantCulture, $"{allocated / 1_048_576} MB allocated"));
        }

        var hasErrors = output is null || output.Problems.Any(static problem => problem.Rule.Severity == Compiler.Documents.ProblemSeverity.Error);
        _tally = _tally with
        {
            Inputs = _tally.Inputs + 1,
            Accepted = _tally.Accepted + (hasErrors ? 0 : 1),
            Slowest = Math.Max(_tally.Slowest, (long)time.TotalMilliseconds),
        };
        if (output is null)
        {
            return;
        }

        foreach (var problem in output.Problems)
        {
            if (problem.Rule == CompilerRules.Unforeseen)
            {
                Found(input, "CK0900 " + problem.Message[(problem.Message.LastIndexOf(" at ", StringComparison.Ordinal) + 1)..], problem.Message);
            }

            if (problem.Span.Start < 0 || problem.Span.End > (input.Files.FirstOrDefault(file => file.Path == problem.Path).Text?.Length ?? int.MaxValue))
            {
                Found(input, "a place beyond the file: " + problem.Rule.Id, problem.ToString());
            }
        }

        Parse(input, output, consumer);
        if (isNew && _pool.Count < MostKept && input.Length < 20_000)
        {
            _pool.Add(input);
            if (!hasErrors)
            {
                _good.Add(input);
            }

            _tally = _tally with { Kept = _tally.Kept + 1 };
        }

        if ((number % _options.CompileOneIn == 0 || (isNew && number % 20 == 0)) && output.Files.Count > 0)
        {
            CompileCSharp(input, output, consumer);
        }
    }

    // What has errors is refused early: it is most often contracts without one that are changed, and the newest more often.
    private FuzzInput Parent()
    {
        var pool = _random.Next(6) == 0 ? _pool : _good;
        return pool[_random.Next(2) == 0 ? _random.Next(pool.Count) : pool.Count - 1 - _random.Next(Math.Min(pool.Count, 2_000))];
    }

    private static CompilerOutput Compile(FuzzInput input, Consumer consumer) =>
        ContractCompiler.Compile(input.Files.Select(static file => ContractCompiler.Read(file.Path, file.Text)), consumer);

    private void Parse(FuzzInput input, CompilerOutput output, Consumer consumer)
    {
        foreach (var file in output.Files)
        {
            // Many inputs give the same text: each is parsed once.
            var hash = BitConverter.ToUInt128(SHA256.HashData(MemoryMarshal.AsBytes(file.Text.AsSpan()))) + (uint)consumer.LanguageVersion;
            if (!_parsed.Add(hash))
            {
                continue;
            }

            if (_parsed.Count > 2_000_000)
            {
                _parsed.Clear();
            }

            _tally = _tally with { Parsed = _tally.Parsed + 1 };
            var tree = CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(Version(consumer), DocumentationMode.Parse), file.HintName);
            if (tree.GetRoot().ContainsDiagnostics)
            {
                var first = tree.GetDiagnostics().First();
                Found(input, "syntax " + first.Id, first + "\n" + file.Text);
            }
        }
    }

    private void CompileCSharp(FuzzInput input, CompilerOutput output, Consumer consumer)
    {
        _tally = _tally with { Compiled = _tally.Compiled + 1 };
        var complaints = ConsumerCompilation.Of(
            output.Files.Select(static file => (file.HintName, file.Text)),
            Version(consumer),
            references: consumer.Has(ConsumerFeatures.AspNetCore) ? AspNetCore.References : ConsumerCompilation.References).Complaints()
            .Where(static complaint => !complaint.Contains("CS1701", StringComparison.Ordinal));
        foreach (var complaint in complaints.Take(1))
        {
            Found(input, "C# " + complaint[(complaint.IndexOf("): ", StringComparison.Ordinal) + 3)..].Split(':')[0], complaint);
        }
    }

    private static LanguageVersion Version(Consumer consumer) => consumer.LanguageVersion == 703 ? LanguageVersion.CSharp7_3 : LanguageVersion.CSharp14;

    // Whether the input took a branch, or took one so many times more often, as none before: AFL's buckets.
    private bool Note()
    {
        var isNew = false;
        var taken = new ReadOnlySpan<byte>(_taken, Branches);
        for (var i = 0; i < Branches; i++)
        {
            var count = taken[i];
            if (count == 0)
            {
                var next = taken[i..].IndexOfAnyExcept((byte)0);
                if (next < 0)
                {
                    break;
                }

                i += next;
                count = taken[i];
            }

            var bucket = (byte)(count switch { 1 => 1, 2 => 2, 3 => 4, < 8 => 8, < 16 => 16, < 32 => 32, < 128 => 64, _ => 128 });
            if ((_ever[i] & bucket) == 0)
            {
                _ever[i] |= bucket;
                isNew = true;
            }
        }

        return isNew;
    }

    private void Found(FuzzInput input, string kind, string what)
    {
        _tally = _tally with { Findings = _tally.Findings + 1 };
        if (!_found.Add(kind) || _found.Count > 200)
        {
            return;
        }

        var path = Path.Combine(_options.Findings, string.Create(CultureInfo.InvariantCulture, $"found-{_options.Seed}-{_options.Worker}-{_found.Count}.txt"));
        File.WriteAllText(path, kind + "\n" + what + "\n" + input);
        Console.WriteLine("FOUND " + kind + ": " + path);
    }

    private void Tell()
    {
        using var process = Process.GetCurrentProcess();
        _tally = _tally with { Branches = _ever.Count(static bucket => bucket != 0), Memory = Math.Max(_tally.Memory, process.PeakWorkingSet64 / 1_048_576) };
        Console.WriteLine(_tally.ToLine());
        Console.Out.Flush();
    }

    private static string Frame(Exception failure) => (failure.StackTrace ?? "").Split('\n')[0].Trim();

    // The processor's time of this thread, where the system tells it: the machine may have others to serve.
    private static TimeSpan ThreadTime() =>
        OperatingSystem.IsLinux() && GetTime(3, out var time) == 0 ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0) : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
