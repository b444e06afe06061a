using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Compiler;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using Microsoft.CodeAnalysis;

namespace ContractKit.Generator.Tests;

/// <summary>What nobody foresaw becomes an error of ours with the file, at every step; a generator that throws would be a mere warning, CS8785.</summary>
public sealed class UnforeseenTests
{
    private static readonly Consumer s_consumer = new(1400, ConsumerFeatures.None, GeneratedParts.Types, GeneratedVisibility.Public, "Acme", "/app/");

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_with_its_place()
    {
        var project = new GeneratorHost([("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/a.json"] }""")]);
        project.AddUnreadable("/app/schema/a.json", new IOException("The disk is on fire.\nReally."));
        var run = project.Run();

        Assert.Null(run.Exception);
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CK0005", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal("/app/schema/a.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal("The file cannot be read: The disk is on fire. Really. [/app/schema/a.json(1,1)]", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_where_something_leads_to_it()
    {
        var project = new GeneratorHost([("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/a.json"] }""")]);
        project.AddUnreadable("/app/schema/a.json", null);
        project.AddUnreadable("/app/schema/nobody-asks.json", null);

        Assert.Equal(["CK0005"], project.Run().Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_failure_while_linking_is_an_error_of_the_manifest()
    {
        var text = new DocumentText("/app/contracts.json", "{}");
        var document = new JsonDocument(text, new JsonObject(new TextSpan(0, 2), [null!]), default);
        AssertIsOurs(ContractCompiler.Check([document], s_consumer), "/app/contracts.json");
    }

    [Fact]
    public void A_failure_while_binding_is_an_error_of_the_document()
    {
        var facts = ContractCompiler.Link([ContractCompiler.Read("/app/contracts.json", """{ "types": [true] }""")], s_consumer).Units.Single().Facts;
        var unit = new DocumentUnit(facts, s_consumer, ContractCompiler.Read("/app/a.json", "{}"), default, default, default, default, null!, new UnboundUnits(null!, null!).Closure([], default));
        AssertIsOurs(ContractCompiler.Bind(unit).Problems, "/app/a.json");
    }

    [Fact]
    public void A_failure_while_rendering_is_an_error_of_the_document()
    {
        var linked = ContractCompiler.Link([ContractCompiler.Read("/app/contracts.json", """{ "types": { "A": { "type": "object" } } }""")], s_consumer);
        var contract = ContractCompiler.Bind(linked.Units.Single()).Contract;
        AssertIsOurs(ContractCompiler.Render(new FileGroup("A.g.cs", new[] { contract with { Types = null! } }.ToEquatableArray())).Problems, "/app/contracts.json");
    }

    private static void AssertIsOurs(IEnumerable<Problem> problems, string path)
    {
        var problem = Assert.Single(problems);
        Assert.Equal("CK0900", problem.Rule.Id);
        Assert.Equal(ProblemSeverity.Error, problem.Rule.Severity);
        Assert.Equal(path, problem.Path);
        Assert.Contains("Please report it", problem.Message, StringComparison.Ordinal);
    }
}
