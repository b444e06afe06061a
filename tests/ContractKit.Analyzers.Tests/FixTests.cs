using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContractKit.Analyzers.Tests;

/// <summary>Code fixes: what they write, that it compiles, and that it answers what the code answered before.</summary>
public class FixTests
{
    private static readonly string[] Words = ["PENDING", "SUCCESS", "FAILED", "success", "REVOKED", " SUCCESS ", ""];

    public static TheoryData<string> Names { get; } = [.. FixCase.All.Select(static one => one.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheFixWritesWhatIsExpected(string name)
    {
        var one = FixCase.All.Single(other => other.ToString() == name);
        var project = FixProject.Of(one.Before);
        Assert.Empty(await project.ErrorsAsync());
        var diagnostics = await project.DiagnosticsAsync(one.Id);
        Assert.NotEmpty(diagnostics);
        var actions = await project.ActionsAsync(diagnostics[0]);
        if (one.After is null)
        {
            Assert.Empty(actions);
            return;
        }

        Assert.NotEmpty(actions);
        await project.ApplyAsync(actions[0]);
        Assert.Equal(one.After, await project.TextAsync());
        Assert.Empty(await project.ErrorsAsync());
        if (one.Runs)
        {
            // Code that was wrong is held against what was meant, exceptions by their type.
            Assert.Equal(await Answers(FixProject.Of(one.Meant ?? one.Before), one.Meant is not null), await Answers(project, one.Meant is not null));
        }
    }

    /// <summary>The planted failure: a repair that changes the answer is seen.</summary>
    [Fact]
    public async Task AnotherAnswerIsSeen()
    {
        var one = FixCase.Parse("## CK1001 | planted\nif (response.Status.Text == \"SUCCESS\") return 1;\n----\nif (response.Status == TaskState.Failed) return 1;\n").Single();
        Assert.NotEqual(await Answers(FixProject.Of(one.Before)), await Answers(FixProject.Of(one.After!)));
    }

    [Fact]
    public async Task AllOccurrencesInADocumentAreRepairedAtOnce()
    {
        var before = Members("""
            public static int A(TaskStatusResponse response) => response.Status.Text == "SUCCESS" ? 1 : 2;
            public static bool B(string status) => status == "SUCCESS" || status == "FAILED";
            public static bool C(TaskStatusResponse response) => !response.Status.Text.Equals("FAILED");
            public static int D(TaskStatusResponse response) => response.Status.Text switch { "SUCCESS" => 1, _ => 2 };
            """);
        var after = Members("""
            public static int A(TaskStatusResponse response) => response.Status == TaskState.Success ? 1 : 2;
            public static bool B(string status) => TaskStateText.TryParse(status, out var state) && state == TaskState.Success || TaskStateText.TryParse(status, out var state2) && state2 == TaskState.Failed;
            public static bool C(TaskStatusResponse response) => response.Status != TaskState.Failed;
            public static int D(TaskStatusResponse response) => response.Status.Known switch { TaskState.Success => 1, _ => 2 };
            """);
        var project = FixProject.Of(before);
        await project.FixAllAsync("CK1001", FixAllScope.Document);
        Assert.Equal(after, await project.TextAsync());
        Assert.Empty(await project.ErrorsAsync());
        Assert.Empty(await project.DiagnosticsAsync("CK1001"));
    }

    [Theory]
    [InlineData(FixAllScope.Project, 1)]
    [InlineData(FixAllScope.Solution, 0)]
    public async Task AllOccurrencesInAProjectOrSolutionAreRepairedAtOnce(FixAllScope scope, int left)
    {
        var file = Members("public static bool A(TaskStatusResponse response) => response.Status.Text == \"SUCCESS\";");
        var project = FixProject.Of(file, file);
        await project.FixAllAsync("CK1001", scope);
        Assert.Empty(await project.DiagnosticsAsync("CK1001", 0));
        Assert.Equal(left, (await project.DiagnosticsAsync("CK1001", 1)).Count);
    }

    /// <summary>Two contracts have the property and the word: each is offered, and Fix All keeps to the one that was chosen.</summary>
    [Fact]
    public async Task EachContractThatHasTheWordIsOffered()
    {
        var before = Members("""
            public static bool A(string status) => status == "SUCCESS";
            public static bool B(string status) => status is not "SUCCESS";
            public static bool C(TaskStatusResponse response) => response.Status.Text == "SUCCESS";
            """) + Shipments;
        var project = FixProject.Of(before);
        Assert.Empty(await project.ErrorsAsync());
        var diagnostics = await project.DiagnosticsAsync("CK1001");
        Assert.Equal(3, diagnostics.Count);
        var offered = await project.ActionsAsync(diagnostics[0]);
        Assert.Equal(["Compare with ShipmentState.Success", "Compare with TaskState.Success"], offered.Select(static action => action.Title).Order());
        Assert.Equal(["Compare with TaskState.Success"], (await project.ActionsAsync(diagnostics[2])).Select(static action => action.Title));
        Assert.Equal(2, offered.Select(static action => action.EquivalenceKey).Distinct().Count());

        await project.ApplyAsync(offered.Single(static action => action.Title.Contains("Shipment", StringComparison.Ordinal)));
        Assert.True((await project.TextAsync()).Contains("ShipmentStateText.TryParse(status, out var state) && state == ShipmentState.Success", StringComparison.Ordinal), await project.TextAsync());
        Assert.Empty(await project.ErrorsAsync());

        // The likeliest for all, then the other one for those that could be either.
        var all = FixProject.Of(before);
        await all.FixAllAsync("CK1001", FixAllScope.Document, offered[0].EquivalenceKey);
        Assert.Empty(await all.DiagnosticsAsync("CK1001"));
        Assert.Empty(await all.ErrorsAsync());
        Assert.Contains("response.Status == TaskState.Success", await all.TextAsync());

        var others = FixProject.Of(before);
        await others.FixAllAsync("CK1001", FixAllScope.Document, offered[1].EquivalenceKey);
        Assert.Single(await others.DiagnosticsAsync("CK1001"));
        Assert.Empty(await others.ErrorsAsync());
    }

    /// <summary>Other words beside it tell which contract is meant.</summary>
    [Fact]
    public async Task OneContractIsOfferedWhereTheOtherWordsTell()
    {
        var project = FixProject.Of(Members("public static int A(string status) => status switch { \"SUCCESS\" => 1, \"LOST\" => 2, _ => 3 };") + Shipments);
        var actions = await project.ActionsAsync(Assert.Single(await project.DiagnosticsAsync("CK1001")));
        Assert.Equal(["Compare with ShipmentState.Success"], actions.Select(static action => action.Title));
    }

    // A second contract with a property of that name and a word in common.
    private const string Shipments = """

        [ContractKit.ContractType("schema/shipment.schema.json")]
        public sealed record Shipment { [ContractKit.ContractProperty("status")] public ShipmentState Status { get; init; } }

        [ContractKit.ContractEnum(typeof(ShipmentStateText))]
        public enum ShipmentState { [ContractKit.ContractWord("SUCCESS")] Success, [ContractKit.ContractWord("LOST")] Lost }

        [System.CodeDom.Compiler.GeneratedCode("ContractKit", "1")]
        public static class ShipmentStateText
        {
            public static string ToText(this ShipmentState value) => value == ShipmentState.Success ? "SUCCESS" : "LOST";
            public static bool TryParse(string? text, out ShipmentState value) { value = text == "LOST" ? ShipmentState.Lost : ShipmentState.Success; return text is "SUCCESS" or "LOST"; }
        }

        """;

    private static string Members(string members) => $"using Qolaba.Tasks;\n\nnamespace Consumer;\n\npublic static class Sample\n{{\n    {members.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal)}\n}}\n";

    // What Run returns or throws for every word on the wire.
    private static async Task<IReadOnlyList<string>> Answers(FixProject project, bool exceptions = false)
    {
        var compilation = await project.Document().Project.GetCompilationAsync();
        using var image = new MemoryStream();
        Assert.True(compilation!.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("run", isCollectible: true);
        var assembly = context.LoadFromStream(image);
        var run = assembly.GetType("Consumer.Sample")!.GetMethod("Run")!;
        var answers = new List<string>();
        var asked = assembly.GetType("Consumer.Sample")!.GetMethod("Answers");
        foreach (var word in Words)
        {
            foreach (var none in new[] { true, false })
            {
                var response = Response(assembly, "Qolaba.Tasks.TaskStatusResponse", word);
                var state = Enum.ToObject(assembly.GetType("Qolaba.Tasks.TaskState")!, Math.Max(0, Array.IndexOf(Words, word)) % 3);
                object?[] given = [response, none ? null : response, word, JsonDocument.Parse($"{{\"status\":\"{word}\"}}").RootElement, state, null];
                asked?.Invoke(null, [word]);
                try
                {
                    answers.Add($"{word}: {run.Invoke(null, given)}");
                }
                catch (TargetInvocationException exception)
                {
                    var thrown = exception.InnerException is AggregateException { InnerException: { } inner } ? inner : exception.InnerException!;
                    answers.Add($"{word}: threw {(exceptions ? thrown.GetType().Name : "")}");
                }
            }
        }

        context.Unload();
        return answers;
    }

    private static object Response(Assembly assembly, string type, string word)
    {
        var open = assembly.GetType("Qolaba.Tasks.OpenTaskState")!.GetMethod("FromText")!.Invoke(null, [word]);
        var response = Activator.CreateInstance(assembly.GetType(type)!)!;
        response.GetType().GetProperty("Status")!.SetValue(response, open);
        return response;
    }
}
