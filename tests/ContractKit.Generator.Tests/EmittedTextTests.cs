using System.Linq;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;

namespace ContractKit.Generator.Tests;

/// <summary>How much is emitted: compiling it costs far more than emitting it, and each file costs the driver about 20 µs on every keystroke.</summary>
public sealed class EmittedTextTests
{
    [Fact]
    public void A_type_of_nine_properties_takes_less_than_thirteen_thousand_characters()
    {
        var run = Project(100).Run();

        Assert.Empty(run.Diagnostics);
        var characters = run.GeneratedSources.Sum(static source => source.SourceText.Length) / 100;
        Assert.InRange(characters, 1_000, 13_000);
    }

    [Fact]
    public void A_thousand_types_share_a_few_files()
    {
        var run = Project(1000).Run();

        Assert.Empty(run.Diagnostics);
        Assert.InRange(run.GeneratedSources.Length, 2, 40);
    }

    private static GeneratorHost Project(int types) => new(
        Enumerable.Range(0, types).Select(static i => ($"/app/schema/thing{i}.schema.json", NinePropertySchema.Of(i)))
            .Append(("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/*.schema.json"] }""")));
}
