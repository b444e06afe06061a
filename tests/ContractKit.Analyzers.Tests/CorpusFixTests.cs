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
using Xunit.Abstractions;

namespace ContractKit.Analyzers.Tests;

/// <summary>
/// The fixes over the whole corpus, for which they were not written: what is repaired compiles, is not reported again, and
/// answers what it answered before.
/// </summary>
public class CorpusFixTests(ITestOutputHelper output)
{
    private static readonly string[] Words = ["PENDING", "SUCCESS", "FAILED", "success", "REVOKED", "succeeded", " SUCCESS ", ""];

    [Theory]
    [InlineData("CK1001")]
    [InlineData("CK1002")]
    [InlineData("CK1003")]
    [InlineData("CK1004")]
    [InlineData("CK1005")]
    public async Task WhatIsRepairedCompilesAndIsReportedNoMore(string id)
    {
        var snippets = Snippet.In("Corpus").Where(snippet => snippet.Expected.Contains(id)).ToList();
        var (found, left) = (0, 0);
        foreach (var part in snippets.Chunk(80))
        {
            var project = FixProject.OfFiles([.. part.Select(Placed)]);
            var before = await project.DiagnosticsAsync(id);
            found += before.Count;
            await project.FixAllAsync(id, FixAllScope.Project);
            Assert.Empty(await project.ErrorsAsync());
            foreach (var remaining in await project.DiagnosticsAsync(id))
            {
                // What could be repaired on its own was repaired with all the others.
                left++;
                var offered = (await project.ActionsAsync(remaining)).Select(static action => action.Title).ToList();
                Assert.True(offered.Count == 0, $"{string.Join(", ", offered)} is offered still for {remaining.Location.SourceTree!.GetText().Lines[remaining.Location.GetLineSpan().StartLinePosition.Line]}");
            }
        }

        output.WriteLine($"{id}: {found} reported, {found - left} repaired");
        Assert.True(found - left > found / 4);
    }

    [Fact]
    public async Task WhatIsRepairedAnswersAsBefore()
    {
        var snippets = Snippet.In("Corpus").Where(static snippet => snippet.Expected.Count > 0 && snippet.Expected.All(static id => id is "CK1001" or "CK1003")
            && snippet.Code.Contains("public async Task<object?> Run(", StringComparison.Ordinal) && !new[] { "while", "for (;", "do\n", "await http", "await client", "client." }.Any(snippet.Code.Contains)).ToList();
        var project = FixProject.OfFiles([.. snippets.Select(Placed)]);
        var before = await Answers(project, snippets.Count);
        await project.FixAllAsync("CK1001", FixAllScope.Project);
        await project.FixAllAsync("CK1003", FixAllScope.Project);
        var after = await Answers(project, snippets.Count);
        var repaired = project.Solution.Projects.Single().Documents.Skip(Consumer.Contracts.Length).Zip(snippets, static (document, snippet) => document.GetTextAsync().Result.ToString() != Placed(snippet, 0) && !document.GetTextAsync().Result.ToString().Contains(".Status.Text ==", StringComparison.Ordinal)).Count(static changed => changed);
        output.WriteLine($"{snippets.Count} snippets run with {Words.Length} words each");
        for (var i = 0; i < snippets.Count; i++)
        {
            Assert.True(before[i] == after[i], $"{snippets[i].File}: {snippets[i].Name}\nbefore: {before[i]}\nafter:  {after[i]}\n{await project.Solution.Projects.Single().Documents.ElementAt(Consumer.Contracts.Length + i).GetTextAsync()}");
        }

        Assert.True(repaired > 20, $"{repaired}");
    }

    private static string Placed(Snippet snippet, int index) => snippet.Code.Replace("namespace Consumer;", $"namespace Consumer.Snippet{index};", StringComparison.Ordinal);

    // What each snippet returns or throws for every word on the wire.
    private static async Task<List<string>> Answers(FixProject project, int count)
    {
        var compilation = await project.Document().Project.GetCompilationAsync();
        using var image = new MemoryStream();
        var result = compilation!.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var assembly = new AssemblyLoadContext("run", isCollectible: true).LoadFromStream(image);
        var answers = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var type = assembly.GetType($"Consumer.Snippet{i}.Sample")!;
            var run = type.GetMethod("Run")!;
            answers.Add(string.Join("; ", await Task.WhenAll(Words.Select(word => Answer(run, type, assembly, word)))));
        }

        return answers;
    }

    private static async Task<string> Answer(MethodInfo run, Type type, Assembly assembly, string word)
    {
        object? Parsed(string name) => assembly.GetType(name)!.GetMethod("Parse", [typeof(string)])!.Invoke(null, [name.EndsWith("Prediction", StringComparison.Ordinal) ? word : JsonSerializer.Serialize(new { status = word, task_id = "1" })]);
        var json = JsonSerializer.Serialize(new { status = word, output = 1 });
        var given = run.GetParameters().Select(parameter => parameter.Name switch
        {
            "response" => Parsed("Qolaba.Tasks.TaskStatusResponse"),
            "prediction" => Parsed("Replicas.Prediction"),
            "state" => Enum.ToObject(assembly.GetType("Qolaba.Tasks.TaskState")!, Math.Max(0, Array.IndexOf(Words, word)) % 3),
            "job" => Activator.CreateInstance(assembly.GetType("Replicas.JobRequest")!),
            "json" => json,
            "bytes" => System.Text.Encoding.UTF8.GetBytes(json),
            "ct" => default(System.Threading.CancellationToken),
            _ => null,
        }).ToArray();
        try
        {
            var task = (Task<object?>)run.Invoke(Activator.CreateInstance(type), given)!;
            return Shown(await task.WaitAsync(TimeSpan.FromSeconds(20)));
        }
        catch (Exception exception) when (exception is not TimeoutException)
        {
            return "threw";
        }
    }

    private static string Shown(object? value) => value switch
    {
        null or string or bool or int or Enum => $"{value}",
        System.Collections.IEnumerable all => "[" + string.Join(", ", all.Cast<object?>().Select(Shown)) + "]",
        _ => value.GetType().Name,
    };
}
