using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ContractKit.Generator.Tests;

/// <summary>Only what an edit touches is done again; asserted in both directions, so that these tests are known to be able to fail.</summary>
public sealed class CachingTests
{
    private const int Schemas = 100;

    private static GeneratorHost Project() => new(
        Enumerable.Range(0, Schemas).Select(i => ($"/app/schema/thing{i}.schema.json", $$"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "id": { "type": "string" },
                "next": { "$ref": "thing{{(i == 0 ? 0 : i - (i % 10 == 0 ? 0 : 1))}}.schema.json" }
              },
              "required": ["id"]
            }
            """)).Append(("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/*.schema.json"] }""")));

    [Fact]
    public void The_first_run_makes_code_for_every_schema()
    {
        var run = Project().Run();

        Assert.Empty(run.Diagnostics);
        Assert.Null(run.Exception);
        Assert.Contains(run.GeneratedSources, source => source.SourceText.ToString().Contains("Thing99", System.StringComparison.Ordinal));
    }

    [Fact]
    public void An_unrelated_edit_of_CSharp_leaves_everything_cached()
    {
        var project = Project();
        project.Run();
        project.EditProgram("internal static class Program { internal static void Main() { } }");
        var run = project.Run();

        Assert.All(run.TrackedSteps[Steps.Read].Concat(run.TrackedSteps[Steps.Link]).Concat(run.TrackedSteps[Steps.Bind]).Concat(run.TrackedSteps[Steps.Render]), step =>
            Assert.All(step.Outputs, output => Assert.Equal(Cached, output.Reason)));
        Assert.All(run.TrackedOutputSteps.SelectMany(step => step.Value), step =>
            Assert.All(step.Outputs, output => Assert.Equal(Cached, output.Reason)));
        Assert.All(run.TrackedSteps[Steps.Consumer], step => Assert.All(step.Outputs, output => Assert.Equal(Unchanged, output.Reason)));
    }

    [Fact]
    public void White_space_in_one_schema_binds_it_again_and_renders_nothing()
    {
        var project = Project();
        project.Run();
        project.Edit("/app/schema/thing99.schema.json", text => text + "\n\n");
        var run = project.Run();

        Assert.Equal([(Cached, Schemas), (Unchanged, 1)], Counted(run, Steps.Bind));
        Assert.DoesNotContain(Modified, GeneratorHost.Reasons(run, Steps.Render).Keys);
    }

    [Fact]
    public void One_more_property_renders_one_group_again()
    {
        var project = Project();
        project.Run();
        project.Edit("/app/schema/thing99.schema.json", text => text.Replace("\"id\": {", "\"added\": { \"type\": \"string\" },\n \"id\": {", System.StringComparison.Ordinal));
        var run = project.Run();

        Assert.Equal([(Cached, Schemas), (Modified, 1)], Counted(run, Steps.Bind));
        Assert.Equal(1, GeneratorHost.Reasons(run, Steps.Render)[Modified]);
        Assert.Contains(run.GeneratedSources, source => source.SourceText.ToString().Contains("Added", System.StringComparison.Ordinal));
    }

    [Fact]
    public void An_added_schema_binds_itself_and_the_manifest_and_renders_its_group_and_the_resolver()
    {
        var project = Project();
        project.Run();
        project.Add("/app/schema/thing100.schema.json", """{ "type": "object", "properties": { "id": { "type": "string" } } }""");
        var run = project.Run();

        Assert.Equal([(Cached, Schemas), (New, 1), (Modified, 1)], Counted(run, Steps.Bind).OrderBy(static count => count.Reason == Modified).ThenByDescending(static count => count.Count));
        Assert.Equal(2, GeneratorHost.Reasons(run, Steps.Render)[Modified]);
        Assert.DoesNotContain(New, GeneratorHost.Reasons(run, Steps.Render).Keys);
    }

    [Fact]
    public void An_edit_binds_exactly_those_that_reach_it_again()
    {
        var project = Project();
        project.Run();

        // thing49 refers to thing48, and so on down to thing40: an edit of thing47 concerns 47, 48 and 49.
        project.Edit("/app/schema/thing47.schema.json", text => text.Replace("\"id\": {", "\"added\": { \"type\": \"string\" },\n \"id\": {", System.StringComparison.Ordinal));
        var run = project.Run();

        var reasons = GeneratorHost.Reasons(run, Steps.Bind);
        Assert.Equal(1, reasons[Modified]);
        Assert.Equal(2, reasons[Unchanged]);
        Assert.Equal(Schemas + 1 - 3, reasons[Cached]);
    }

    [Fact]
    public void A_type_that_is_called_otherwise_renders_those_again_that_name_it()
    {
        static string Manifest(string name47) => $$"""{ "namespace": "Acme", "types": { {{string.Join(", ", Enumerable.Range(0, Schemas).Select(i => $"\"{(i == 47 ? name47 : "Thing" + i)}\": \"schema/thing{i}.schema.json\""))}} } }""";
        var project = Project();
        project.Edit("/app/contracts.json", static _ => Manifest("Thing47"));
        project.Run();
        project.Edit("/app/contracts.json", static _ => Manifest("Renamed"));
        var run = project.Run();

        // The manifest, thing47, and thing48, which names it; thing49 reaches it and does not name it.
        var reasons = GeneratorHost.Reasons(run, Steps.Bind);
        Assert.Equal(3, reasons[Modified]);
        Assert.Equal(1, reasons[Unchanged]);
        Assert.Equal(Schemas + 1 - 4, reasons[Cached]);
        Assert.Contains(run.GeneratedSources, source => source.SourceText.ToString().Contains("Renamed? Next", System.StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_schema_binds_again_what_reaches_it_and_no_more()
    {
        var project = Project();
        project.Run();
        project.Edit("/app/schema/thing47.schema.json", text => text.Replace("\"string\" },", "\"string\" }", System.StringComparison.Ordinal));
        var run = project.Run();

        // Read around the mistake it says what it said before: nothing is rendered again.
        Assert.Equal([(Cached, Schemas + 1 - 3), (Unchanged, 3)], Counted(run, Steps.Bind));
        Assert.DoesNotContain(Modified, GeneratorHost.Reasons(run, Steps.Render).Keys);
        Assert.Equal("CK0001", Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void A_file_that_nothing_leads_to_concerns_nobody()
    {
        var project = Project();
        project.Run();
        project.Add("/app/other/settings.json", "{ broken");
        var run = project.Run();

        Assert.Empty(run.Diagnostics);
        Assert.Equal([(Cached, Schemas + 1)], Counted(run, Steps.Bind));
    }

    private static IEnumerable<(IncrementalStepRunReason Reason, int Count)> Counted(GeneratorRunResult run, string step) =>
        GeneratorHost.Reasons(run, step).OrderByDescending(reason => reason.Value).Select(reason => (reason.Key, reason.Value));
}
