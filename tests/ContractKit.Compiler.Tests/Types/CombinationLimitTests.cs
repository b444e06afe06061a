using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace ContractKit.Compiler.Tests.Types;

public sealed class CombinationLimitTests
{
    // Without a limit: 333 records and 18 million characters.
    [Fact]
    public void What_is_emitted_is_in_proportion_to_what_is_written()
    {
        var text = GeneratedTypes.Of(
            """
            {"allOf":[{"allOf":[{"$ref":"#/$defs/m"}],"anyOf":[{"additionalProperties":{"$ref":"#"}},{"allOf":[{"$ref":"#/$defs/m"},{"$ref":"#"}]}],"additionalProperties":{"additionalProperties":{"oneOf":[{"additionalProperties":{"$ref":"#"}},{"additionalProperties":{"$ref":"#/$defs/m"}}]}}}],"anyOf":[{"anyOf":[{"allOf":[{"oneOf":[{"prefixItems":[{"minimum":5}],"items":{"minimum":5}},{"oneOf":[{"minimum":5}]},{"anyOf":[{"$ref":"#/$defs/m"},{"$ref":"#/$defs/m"}]}]},{"oneOf":[{"prefixItems":[{"$ref":"#/$defs/m"}],"items":{"$ref":"#/$defs/m"}},{"allOf":[{"minimum":5},{"minimum":5}],"anyOf":[{"minimum":5},{"$ref":"#/$defs/m"},{"$ref":"#/$defs/m"}],"additionalProperties":{"minimum":5}}]},{"additionalProperties":{"items":{"$ref":"#/$defs/m"}}}]}]},{"items":{"items":{"$ref":"#/$defs/m"}}}],"additionalProperties":{"$ref":"#"},"$defs":{"m":{"$ref":"https://json-schema.org/draft/2020-12/schema"}}}
            """).Text;
        Assert.InRange(text.Length, 1, 3_000_000);
    }

    [Fact]
    public void Branches_beside_common_members_are_records_however_many_there_are()
    {
        const int Branches = 300;
        var branches = string.Join(",", Enumerable.Range(0, Branches).Select(static i => string.Create(CultureInfo.InvariantCulture, $$$"""
            {"properties":{"kind":{"const":"k{{{i}}}"},"m{{{i}}}":{"type":"string"}},"required":["kind","m{{{i}}}"]}
            """)));
        var text = GeneratedTypes.Of($$$"""{"type":"object","properties":{"id":{"type":"string"},"kind":{"type":"string"}},"required":["id"],"oneOf":[{{{branches}}}]}""").Text;
        Assert.All(Enumerable.Range(0, Branches), i => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $" string M{i} {{ get;"), text, StringComparison.Ordinal));
    }
}
