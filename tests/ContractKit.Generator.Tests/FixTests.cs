using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContractKit.Generator.Tests;

/// <summary>Code fixes on the JSON, as an editor offers and applies them.</summary>
public sealed class FixTests
{
    private const string Schema = "/app/schema/job.schema.json";
    private const string Manifest = "/app/contracts.json";

    private static EditedProject Project(string schema, string manifest = """{ "namespace": "Acme", "types": ["schema/*.json"] }""") =>
        EditedProject.Of([(Manifest, manifest), (Schema, schema)]);

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "id": { "type": "string", "minLenght": 1 } } }""", "CK0404", "Write \"minLength\"", """{ "type": "object", "properties": { "id": { "type": "string", "minLength": 1 } } }""")]
    [InlineData("""{ "type": "object", "properties": { "id": { "type": "string" } "n": {} } }""", "CK0001", "Write ,", """{ "type": "object", "properties": { "id": { "type": "string" }, "n": {} } }""")]
    [InlineData("""{ "type": "object", "properties": { "id": { "type": "string" }, } }""", "CK0001", "Take it out", """{ "type": "object", "properties": { "id": { "type": "string" } } }""")]
    [InlineData("""{ "type": "object", "properties": { "id": { "type": "strnig" } } }""", "CK0401", "Write \"string\"", """{ "type": "object", "properties": { "id": { "type": "string" } } }""")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/Adress" } }, "$defs": { "Address": { "type": "string" } } }""", "CK0302", "Write \"#/$defs/Address\"", """{ "properties": { "a": { "$ref": "#/$defs/Address" } }, "$defs": { "Address": { "type": "string" } } }""")]
    public async Task A_fix_writes_the_remedy_into_the_file_and_the_problem_is_gone(string before, string id, string title, string after)
    {
        var project = Project(before);
        var diagnostic = Assert.Single(await project.DiagnosticsAsync());
        Assert.Equal(id, diagnostic.Id);
        var action = Assert.Single(await project.ActionsAsync(diagnostic));
        Assert.Equal(title, action.Title);

        await project.ApplyAsync(action);

        Assert.Equal(after, await project.TextAsync(Schema));
        Assert.Empty(await project.DiagnosticsAsync());
    }

    [Fact]
    public async Task All_files_of_a_project_are_repaired_at_once()
    {
        var project = Project(
            """{ "type": "object" "properties": { "id": { "type": "strnig", "minLenght": 1, "maxLenght": 5, } } }""",
            """{ "namespace": "Acme", "typs": ["schema/*.json"] }""");
        Assert.Equal(6, (await project.DiagnosticsAsync()).Count);

        await project.FixAllAsync();

        Assert.Empty(await project.DiagnosticsAsync());
        Assert.Equal("""{ "type": "object", "properties": { "id": { "type": "string", "minLength": 1, "maxLength": 5 } } }""", await project.TextAsync(Schema));
        Assert.Equal("""{ "namespace": "Acme", "types": ["schema/*.json"] }""", await project.TextAsync(Manifest));
    }

    [Fact]
    public async Task Where_no_answer_is_obvious_none_is_offered()
    {
        var diagnostic = Assert.Single(await Project("""{ "type": "object", "colour": 1 }""").DiagnosticsAsync());
        Assert.Equal("CK0403", diagnostic.Id);
        Assert.Empty(await Project("""{ "type": "object", "colour": 1 }""").ActionsAsync(diagnostic));
    }

    /// <summary>An editor asks for fixes where an analyzer has found something, and not where a generator has.</summary>
    [Fact]
    public async Task An_error_s_twin_is_hidden_and_cannot_be_raised()
    {
        var twin = Assert.Single(await Project("""{ "type": "strnig" }""").DiagnosticsAsync());
        Assert.Equal(DiagnosticSeverity.Hidden, twin.Severity);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, twin.Descriptor.CustomTags);
    }

    [Fact]
    public void The_provider_is_for_JSON_files_that_are_no_source()
    {
        var export = typeof(CodeFixes.Remedies.ContractFileFix).GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), false).Cast<ExportCodeFixProviderAttribute>().Single();
        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds!);
        Assert.Equal([".json"], export.DocumentExtensions!);
        Assert.Contains("CK0001", new CodeFixes.Remedies.ContractFileFix().FixableDiagnosticIds);
    }
}
