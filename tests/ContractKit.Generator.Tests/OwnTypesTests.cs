using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ContractKit.Generator.Tests;

/// <summary>The project's own types beside those that are generated: they extend them, stand beside them, or clash with them and are told so.</summary>
public sealed class OwnTypesTests
{
    private const string Schema = """
        { "type": "object", "required": ["when"], "properties": { "when": { "type": "string", "format": "uuid" }, "state": { "title": "Order State", "enum": ["a", "b"] }, "free": {}, "either": { "type": ["string", "integer"] } } }
        """;

    [Theory]
    [InlineData("namespace Acme; public partial record Order { public bool IsNew => true; }")]
    [InlineData("namespace Acme; public partial struct OpenOrderState { public bool IsA => Text == \"a\"; }")]
    [InlineData("namespace Acme; public static partial class OrderStateText { public static string Upper(this OrderState state) => state.ToText(); }")]
    [InlineData("namespace Acme; public class Order<T> { }")]
    [InlineData("namespace Acme.Other; public class Order { }")]
    [InlineData("public class Order { }")]
    public void What_extends_or_is_another_compiles(string program)
    {
        var project = Project(program);
        Assert.Empty(project.Run().Diagnostics);
        Assert.Empty(project.Compile().GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && (diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree?.FilePath != "Program.cs")));
    }

    [Theory]
    [InlineData("namespace Acme; public class Order { }", "partial record Order")]
    [InlineData("namespace Acme; public record Order { }", "partial record Order")]
    [InlineData("namespace Acme; public partial class Order { }", "partial record Order")]
    [InlineData("namespace Acme; public enum OrderState { A }", "schema/order.json#/properties/state")]
    [InlineData("namespace Acme; public struct OpenOrderState { }", "partial struct OpenOrderState")]
    [InlineData("namespace Acme; public delegate void Order();", "schema/order.json")]
    public void What_clashes_is_told_and_how_to_mend_it(string program, string remedy)
    {
        var problem = Assert.Single(Project(program).Run().Diagnostics);
        Assert.Equal("CK0204", problem.Id);
        Assert.Equal(DiagnosticSeverity.Error, problem.Severity);
        Assert.Contains(remedy, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
        Assert.EndsWith("order.json", problem.Location.GetLineSpan().Path, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Own_types_that_are_called_as_those_of_the_code_leave_it_right()
    {
        var names = new[] { "Guid", "JsonElement", "Residue", "JsonConverter", "ContractPropertyAttribute", "ContractType", "JsonNames", "IReadOnlyList", "ValueHash", "WireWords" };
        var project = Project("namespace Acme { " + string.Concat(names.Select(static name => "public class " + name + " { } ")) + "}");
        Assert.Empty(project.Run().Diagnostics);
        Assert.Empty(project.Compile().GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && (diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree?.FilePath != "Program.cs")));
    }

    [Fact]
    public void An_edit_that_adds_a_clash_is_told_at_once_and_makes_no_code_again()
    {
        var project = Project("internal static class Program { }");
        Assert.Empty(project.Run().Diagnostics);
        project.EditProgram("namespace Acme; public class Order { }");
        var run = project.Run();
        Assert.Equal("CK0204", Assert.Single(run.Diagnostics).Id);
        Assert.All(run.TrackedSteps[Steps.Render], static step => Assert.All(step.Outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)));
    }

    private static GeneratorHost Project(string program) => new(
        [("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/order.json"] }"""), ("/app/schema/order.json", Schema)], program);
}
