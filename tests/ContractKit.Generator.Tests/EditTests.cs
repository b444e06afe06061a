using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace ContractKit.Generator.Tests;

/// <summary>Code and diagnostics follow the files as they are edited, in an editor's workspace and in its generator driver.</summary>
public sealed class EditTests
{
    private const string Schema = """{ "type": "object", "properties": { "id": { "type": "string" } } }""";
    private const string All = """{ "namespace": "Acme", "types": ["schema/*.json"] }""";

    [Fact]
    public async Task A_workspace_makes_the_code_anew_when_a_schema_is_edited()
    {
        var project = EditedProject.Of([("/app/contracts.json", All), ("/app/schema/job.json", Schema)]);
        Assert.DoesNotContain("Added", await project.GeneratedAsync(), StringComparison.Ordinal);

        await project.EditAsync("/app/schema/job.json", static text => text.Replace("\"id\":", "\"added\": { \"type\": \"string\" }, \"id\":", StringComparison.Ordinal));

        Assert.Contains("Added", await project.GeneratedAsync(), StringComparison.Ordinal);
        Assert.Empty(await project.CompilerErrorsAsync());
    }

    [Fact]
    public async Task A_workspace_keeps_the_types_while_a_schema_is_broken()
    {
        var project = EditedProject.Of(
            [("/app/contracts.json", All), ("/app/schema/job.json", Schema)],
            "internal static class Program { internal static string? Of(Acme.Job job) => job.Id; }");
        await project.EditAsync("/app/schema/job.json", static text => text.Replace("\"id\":", "\"added\" { \"type\": \"string\" }, \"id\":", StringComparison.Ordinal));

        Assert.Empty(await project.CompilerErrorsAsync());
        Assert.Contains("Added", await project.GeneratedAsync(), StringComparison.Ordinal);
        Assert.Equal(["CK0001"], (await project.DiagnosticsAsync()).Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_hint_does_not_outlive_the_file_that_it_names()
    {
        var project = new GeneratorHost(
        [
            ("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/job.json"] }"""),
            ("/app/schema/job.json", """{ "properties": { "home": { "$ref": "adress.json" } } }"""),
        ]);
        Assert.DoesNotContain("did you mean", Told(project), StringComparison.Ordinal);

        project.Add("/app/schema/address.json", "{}");
        Assert.Contains("did you mean schema/address.json?", Told(project), StringComparison.Ordinal);

        project.Remove("/app/schema/address.json");
        Assert.DoesNotContain("did you mean", Told(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_manifests_with_namespaces_of_their_own_share_a_schema()
    {
        var project = new GeneratorHost(
        [
            ("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/job.json"] }"""),
            ("/app/admin.contracts.json", """{ "namespace": "Acme.Admin", "types": ["schema/job.json"] }"""),
            ("/app/schema/job.json", Schema),
        ], "internal static class Program { internal static string? Of(Acme.Job job, Acme.Admin.Job other) => job.Id + other.Id + Acme.ContractJson.TypeInfoResolver + Acme.Admin.ContractJson.TypeInfoResolver; }");

        Assert.Empty(project.Run().Diagnostics);
        Assert.DoesNotContain(project.Compile().GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Two_manifests_in_one_namespace_are_one_error_and_the_first_is_kept()
    {
        var project = new GeneratorHost(
        [
            ("/app/contracts.json", All),
            ("/app/zoo.contracts.json", All),
            ("/app/schema/job.json", Schema),
        ], "internal static class Program { internal static string? Of(Acme.Job job) => job.Id; }");

        Assert.Equal(["CK0120"], project.Run().Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.DoesNotContain(project.Compile().GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("/repo/app/", "/repo/app/../contracts.json", "/repo/app/../schema/a.json", "[../contracts.json(1,34)]")]
    [InlineData("/repo/app/", "/repo/contracts/contracts.json", "/repo/contracts/schema/a.json", "[../contracts/contracts.json(1,34)]")]
    [InlineData("/repo/app/", "/repo/app/contracts.json", "/repo/app/schema/a.json", "[contracts.json(1,34)]")]
    [InlineData("/repo/app/", "/elsewhere/contracts.json", "/elsewhere/schema/a.json", "[/elsewhere/contracts.json(1,34)]")]
    [InlineData("C:\\repo\\app\\", "C:\\repo\\contracts.json", "C:\\repo\\schema\\a.json", "[../contracts.json(1,34)]")]
    [InlineData("C:\\repo\\app\\", "D:\\contracts.json", "D:\\schema\\a.json", "[D:/contracts.json(1,34)]")]
    public void A_manifest_outside_the_project_reads_and_tells_paths_as_one_would_write_them(string folder, string manifest, string schema, string place)
    {
        var project = new GeneratorHost([(manifest, """{ "namespace": "Acme", "types": ["schema/b.json", "schema/a.json"] }"""), (schema, Schema)], projectDirectory: folder);
        var run = project.Run();

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("There is no file schema/b.json among the given ones: did you mean schema/a.json? " + place, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(manifest, diagnostic.Location.GetLineSpan().Path);
        Assert.Contains(run.GeneratedSources, static source => source.SourceText.ToString().Contains("record A", StringComparison.Ordinal));
    }

    private static string Told(GeneratorHost project) => Assert.Single(project.Run().Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
