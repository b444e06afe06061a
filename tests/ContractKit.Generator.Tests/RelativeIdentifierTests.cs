using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ContractKit.Generator.Tests;

/// <summary>Three hundred documents that refer to each other by relative <c>$id</c>: an edit of one binds its dependents again and no other.</summary>
public sealed class RelativeIdentifierTests
{
    private const int Count = 300;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(14, 15)]
    [InlineData(299, 30)]
    public void An_edit_binds_those_that_lead_to_it_again(int edited, int dependents)
    {
        // The files lie elsewhere than their identifiers say; in groups of thirty, each refers to the next.
        var project = new GeneratorHost(
            Enumerable.Range(0, Count).Select(i => ($"/app/schema/f{i % 7}/file{i}.json", $$"""
                {
                  "$id": "common/d{{i}}.schema.json",
                  "type": "object",
                  "properties": {
                    "id": { "type": "string" },
                    "next": { "$ref": "{{(i % 30 == 29 ? "#" : $"d{i + 1}.schema.json")}}" }
                  }
                }
                """)).Append(("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/**/*.json"] }""")));
        Assert.Empty(project.Run().Diagnostics);
        project.Edit($"/app/schema/f{edited % 7}/file{edited}.json", text => text.Replace("string", "integer", StringComparison.Ordinal));
        var run = project.Run();

        Assert.Empty(run.Diagnostics);
        var reasons = GeneratorHost.Reasons(run, Steps.Bind);

        // Cached are the others, and the manifest.
        Assert.Equal(Count + 1 - dependents, reasons[IncrementalStepRunReason.Cached]);
        Assert.Equal(dependents, reasons.Where(reason => reason.Key != IncrementalStepRunReason.Cached).Sum(reason => reason.Value));
    }
}
