using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ContractKit.Hostile.Tests.Oracles;

/// <summary>What came of a hostile input: how it went, in a line, and what is wrong with that.</summary>
internal sealed class Verdict
{
    private static readonly Dictionary<string, HostileProject> s_neutral = [];
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
#if DEBUG
    // Two seconds are for the compiler that ships, which is optimized.
    private static readonly TimeSpan s_bearable = TimeSpan.FromSeconds(4);
#else
    private static readonly TimeSpan s_bearable = TimeSpan.FromSeconds(2);
#endif
    private readonly HostileInput _input;
    private readonly List<string> _faults = [];

    private Verdict(HostileInput input) => _input = input;

    /// <summary><c>compiles</c>, or each error with its place.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>What no outcome excuses.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The generator's time.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>What the generator allocated, in bytes.</summary>
    public long Allocated { get; private set; }

    /// <summary>Takes an input through all oracles.</summary>
    public static Verdict Of(HostileInput input)
    {
        // With the stack that a compiler's thread has, and not for ever.
        var verdict = new Verdict(input);
        var thread = new Thread(verdict.TryJudge, 1024 * 1024) { IsBackground = true };
        thread.Start();
        return thread.Join(s_patience) ? verdict : new Verdict(input) { Outcome = "does not end", _faults = { "not done after " + s_patience.ToString("c", CultureInfo.InvariantCulture) } };
    }

    private void TryJudge()
    {
        try
        {
            Judge();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _faults.Add((failure as TargetInvocationException)?.InnerException?.ToString() ?? failure.ToString());
        }
    }

    private void Judge()
    {
        var files = _input.Files;
        var project = HostileProject.Of(files, _input.LanguageVersion);
        if (project.Time > TimeSpan.FromSeconds(1))
        {
            // The first of its kind also pays for the JIT compiler.
            project = HostileProject.Of(files, _input.LanguageVersion);
        }

        Time = project.Time;
        Allocated = project.Allocated;
        Fail(project.Run.Exception is not null, "CS8785: " + project.Run.Exception);
        var errors = project.Problems.Where(static problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        Outcome = errors.Count == 0 ? "compiles" : string.Join(" ", errors.Take(3).Select(Shown)) + (errors.Count > 3 ? string.Create(CultureInfo.InvariantCulture, $" and {errors.Count - 3} more") : "");
        Fail(Time > s_bearable, string.Create(CultureInfo.InvariantCulture, $"the generator took {Time.TotalSeconds:0.0} s"));
        // Living or not; unlike times it is the same on every machine.
        Fail(Allocated > 1_500_000_000, string.Create(CultureInfo.InvariantCulture, $"the generator allocated {Allocated / 1_048_576} MB"));
        foreach (var error in errors)
        {
            Fail(error.Id == "CK0900", error.GetMessage(CultureInfo.InvariantCulture));
            Fail(!files.Any(file => "/project/" + file.Path.Replace('\\', '/') == error.Location.GetLineSpan().Path), error + " is in no file of the project");
            Fail(!error.GetMessage(CultureInfo.InvariantCulture).Contains(Place(error), StringComparison.Ordinal), error + " does not tell its place");
            Fail(error.GetMessage(CultureInfo.InvariantCulture).Length > 1_500, "a message of " + error.GetMessage(CultureInfo.InvariantCulture).Length.ToString(CultureInfo.InvariantCulture) + " characters");
        }

        if (_input.IsHuge)
        {
            return;
        }

        // A mistake in a schema must not turn the consumer's project red as well.
        _faults.AddRange(project.Complaints().Take(5).Select(static complaint => "the C# compiler: " + complaint));
        _faults.AddRange(project.Advice().Where(static advice => !advice.Id.StartsWith("CK0", StringComparison.Ordinal) || advice.Id == "CK0900").Select(static advice => "the analyzer: " + advice));
        _faults.AddRange(Whereabouts.Escapes(project, _input.Place).Take(5));
        _faults.AddRange(Whereabouts.OddNames(project).Take(5).Select(static name => "a name that is none: " + name));
        if (errors.Count > 0)
        {
            return;
        }

        if (_input.Place != TextPlace.None)
        {
            Compare(project);
        }

        if (_input.RoundTrip is { } roundTrip)
        {
            ComeBack(project, roundTrip(_input.LiveText));
        }
    }

    private void Compare(HostileProject project)
    {
        var key = _input.With.Method + "|" + _input.LanguageVersion + "|" + _input.Neutral;
        if (!s_neutral.TryGetValue(key, out var neutral))
        {
            s_neutral[key] = neutral = HostileProject.Of(_input.With(_input.Neutral), _input.LanguageVersion);
        }

        if (neutral.Problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error))
        {
            _faults.Add("the harmless text is refused: " + neutral.Problems[0]);
            return;
        }

        if (Structure.Difference(project, neutral) is { } difference)
        {
            _faults.Add(difference);
        }

        if (_input.Place == TextPlace.Prose)
        {
            Fail(!Whereabouts.Declared(project).SequenceEqual(Whereabouts.Declared(neutral)), "prose changed the types and members");
        }
        else
        {
            Fail(!Whereabouts.IsALiteral(project, _input.LiveText), "no literal has the text's value");
            Fail(Whereabouts.Declared(project).Count != Whereabouts.Declared(neutral).Count, "the text changed the number of types and members");
        }
    }

    private void ComeBack(HostileProject project, string document)
    {
        var type = project.Load().GetType("Acme.Thing", throwOnError: true)!;
        if (type.GetMethod("Parse", [typeof(string)]) is not { } parse)
        {
            _faults.Add("Acme.Thing has no Parse");
            return;
        }

        var value = parse.Invoke(null, [document]);
        var written = (string)type.GetMethod("ToJson", [])!.Invoke(value, null)!;
        Fail(Canonical(written) != Canonical(document), "read " + Start(document) + " and wrote " + Start(written));
    }

    private static string Canonical(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return document.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object
            ? string.Join("\n", document.RootElement.EnumerateObject().Select(static member => member.Name + "=" + System.Text.Json.Nodes.JsonNode.Parse(member.Value.GetRawText())!.ToJsonString()).Order(StringComparer.Ordinal))
            : json;
    }

    private static string Start(string text) => text.Length > 200 ? text[..200] : text;

    private static string Shown(Diagnostic error)
    {
        var place = error.GetMessage(CultureInfo.InvariantCulture);
        return error.Id + " " + place[(place.LastIndexOf('[') + 1)..].TrimEnd(']').ReplaceLineEndings(" ").Replace('\u2028', ' ');
    }

    private static string Place(Diagnostic error)
    {
        var start = error.Location.GetLineSpan().StartLinePosition;
        return string.Create(CultureInfo.InvariantCulture, $"({start.Line + 1},{start.Character + 1})]");
    }

    private void Fail(bool isFault, string fault)
    {
        if (isFault)
        {
            _faults.Add(fault);
        }
    }
}
