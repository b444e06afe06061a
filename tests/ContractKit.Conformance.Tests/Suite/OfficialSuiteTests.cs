using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Testing;
using Xunit.Abstractions;

namespace ContractKit.Conformance.Tests.Suite;

/// <summary>Runs the official test suite (json-schema-org/JSON-Schema-Test-Suite) through the compiler, the C# compiler and the generated code.</summary>
public sealed class OfficialSuiteTests(ITestOutputHelper output)
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
        var remotes = SuiteDraft.Remotes().Select(static remote => Read("remotes/" + remote.Path, remote.Text)).ToList();
        var resources = new SchemaResources("", new[] { new ResourceMapping("http://localhost:1234/", "remotes/") }.ToEquatableArray());
        var schemas = new CompiledSchemas();
        var failures = new List<string>();
        for (var i = 0; i < groups.Count; i++)
        {
            // A schema that does not tell its dialect takes that of the schema that first refers to it: so the tests of older drafts are told theirs.
            var teller = Read("teller.json", "{\"$schema\": \"" + draft.MetaSchema + "\", \"$ref\": \"tested.json\"}");
            var tested = Read("tested.json", groups[i].Schema);
            failures.AddRange(schemas.Add("Group" + i, [teller, tested, .. remotes], resources)
                .Select(problem => groups[i].File + " | " + groups[i].Description + ": " + problem.Message));
        }

        var load = schemas.Load();
        var passed = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            var schema = load("Group" + i);
            foreach (var test in groups[i].Tests)
            {
                var json = Encoding.UTF8.GetBytes(test.Data);
                var valid = schema.IsValid(json);
                var violations = schema.Validate(json);
                var interpreted = schema.Interpret(Read("instance.json", test.Data).Root!);
                if (valid == test.Valid && violations.Count == 0 == valid && interpreted is null == valid)
                {
                    passed++;
                }
                else
                {
                    failures.Add($"{groups[i].File} | {groups[i].Description} | {test.Description}: IsValid says {valid}, Validate finds {violations.Count}, the interpreter says {interpreted ?? "valid"}, the suite says {test.Valid}");
                }
            }
        }

        var total = groups.Sum(static group => group.Tests.Count);
        output.WriteLine($"{draft.Folder}: {passed}/{total} passed");
        Assert.True(failures.Count == 0, $"{draft.Folder}: {passed}/{total} passed\n" + string.Join("\n", failures.Take(100)));
    }

    private static JsonDocument Read(string path, string text) => JsonReader.Read(new DocumentText(path, text));
}
