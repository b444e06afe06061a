using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using ContractKit.Generator;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace ContractKit.Conformance.Tests.Suite;

/// <summary>Runs the official test suite the way a user's project does: a manifest and schema files, the Roslyn generator, the C# compiler, the public <c>…Schema</c> class.</summary>
public sealed class GeneratorSuiteTests(ITestOutputHelper output)
{
    [Fact]
    public void Draft_2020_12() => Run(SuiteDraft.Draft202012);

    [Fact]
    public void Draft_07() => Run(SuiteDraft.Draft07);

    private void Run(SuiteDraft draft)
    {
        if (SuiteDraft.Root is null)
        {
            output.WriteLine("NOT RUN: the official test suite is not at ../shared/data/json-schema-test-suite.");
            return;
        }

        var groups = draft.Groups();
        var remotes = SuiteDraft.Remotes().Select(static remote => (Path: "/suite/remotes/" + remote.Path, remote.Text)).ToList();
        var files = groups.SelectMany((group, i) => new[]
        {
            (Path: $"/suite/group{i}/contracts.json", Text: $$"""
                {
                  "namespace": "Suite.Group{{i}}",
                  "types": { "Tested": "teller.json" },
                  "unknownEnumValues": "reject",
                  "resources": { "http://localhost:1234/": "../remotes/" }
                }
                """),
            (Path: $"/suite/group{i}/teller.json", Text: "{\"$schema\": \"" + draft.MetaSchema + "\", \"$ref\": \"tested.json\"}"),
            (Path: $"/suite/group{i}/tested.json", Text: group.Schema),
        });

        var assembly = Build([.. files, .. remotes]);
        var failures = new List<string>();
        var passed = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            var isValid = assembly.GetType($"Suite.Group{i}.TestedSchema", throwOnError: true)!
                .GetMethod("IsValid", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Judge>();
            foreach (var test in groups[i].Tests)
            {
                if (isValid(Encoding.UTF8.GetBytes(test.Data)) == test.Valid)
                {
                    passed++;
                }
                else
                {
                    failures.Add($"{groups[i].File} | {groups[i].Description} | {test.Description}: the suite says {test.Valid}");
                }
            }
        }

        var types = Enumerable.Range(0, groups.Count).Select(i => (Group: groups[i], Type: assembly.GetType($"Suite.Group{i}.Tested"))).ToList();
        failures.AddRange(SuiteRoundTrip.Failures(types, output.WriteLine));

        var total = groups.Sum(static group => group.Tests.Count);
        output.WriteLine($"{draft.Folder}, through the generator: {passed}/{total} passed");
        Assert.True(failures.Count == 0, $"{draft.Folder}: {passed}/{total} passed\n" + string.Join("\n", failures.Take(100)));
    }

    private static Assembly Build(IReadOnlyList<(string Path, string Text)> files)
    {
        var compilation = ConsumerCompilation.Of([("Program.cs", "")]).Compilation;
        var driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            files.Select(static file => (AdditionalText)new MemoryText(file.Path, file.Text)).ToImmutableArray(),
            (CSharpParseOptions)compilation.SyntaxTrees.First().Options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var problems);
        Assert.Empty(problems.Select(static problem => problem.ToString()));

        using var image = new MemoryStream();
        var emitted = generated.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(20)));
        image.Position = 0;
        return new AssemblyLoadContext("Suite", isCollectible: true).LoadFromStream(image);
    }

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
