using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Validation;
using Xunit;

namespace ContractKit.Compiler.Tests.Schemas;

/// <summary>A keyword in no group is one that binders and checks never look at.</summary>
public sealed class KeywordGroupTests
{
    private static readonly HashSet<string> s_askedAlways = ["type", "$recursiveAnchor", "$dynamicAnchor"];

    public static TheoryData<string> Grouped { get; } =
        [.. KeywordTable.Names.Where(static name => !KeywordTable.Find(name)!.Annotates && !s_askedAlways.Contains(name)), "format", "default", "examples", "readOnly", "writeOnly"];

    [Theory]
    [MemberData(nameof(Grouped))]
    public void Every_keyword_that_counts_is_in_a_group(string keyword) =>
        Assert.NotEqual(KeywordGroups.None, Schema("""{ "title": "t", "KEYWORD": 1 }""".Replace("KEYWORD", keyword, System.StringComparison.Ordinal)).Groups);

    [Fact]
    public void Most_schemas_are_in_none()
    {
        Assert.Equal(KeywordGroups.None, Schema("""{ "type": "string", "description": "d", "x-more": 1 }""").Groups);
        Assert.Equal(KeywordGroups.None, Schema("true").Groups);
    }

    private static Schema Schema(string text)
    {
        var document = JsonReader.Read(new DocumentText("a.json", text));
        var manifest = JsonReader.Read(new DocumentText("contracts.json", "[\"a.json\"]"));
        return SchemaLibrary.Create([document], SchemaResources.None).Open(manifest, (JsonString)((JsonArray)manifest.Root!).Items[0], [])!;
    }
}
