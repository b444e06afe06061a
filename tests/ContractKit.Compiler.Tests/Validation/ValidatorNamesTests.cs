using System.Linq;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Compiler.Tests.Validation;

/// <summary>Names are pure functions, alike in every checkout, and never the same for two schemas.</summary>
public sealed class ValidatorNamesTests
{
    [Fact]
    public void A_checkout_s_folder_changes_no_name()
    {
        var here = new ValidatorNames("/home/a/project/").ClassOf("/home/a/project/schema/task-status.response.schema.json");
        var there = new ValidatorNames("C:/src/").ClassOf("C:/src/schema/task-status.response.schema.json");
        Assert.Equal(here, there);
        Assert.StartsWith("TaskStatusResponseRules_", here.Identifier);
        Assert.Equal("../shared/x.json", new ValidatorNames("/home/a/project/").SourceOf("/home/a/shared/x.json"));
    }

    [Fact]
    public void Pointers_that_read_alike_have_different_names()
    {
        string[] pointers =
        [
            "", "/Root", "/root", "/a/b", "/a_b", "/A/b", "/a/B", "/a//b", "/a~1b", "/a.b/c", "/a-b/c", "/a_b/c", "/$defs/x", "/defs/x",
            "/properties/id", "/properties/Id", "/properties/i-d", "/0/x", "/ü/x", "/" + new string('n', 200), "/" + new string('n', 201),
        ];
        var names = pointers.Select(static pointer => ValidatorNames.RuleOf(new SchemaLocation("x.json", pointer))).ToList();
        Assert.Equal(pointers.Length, names.Distinct().Count());
        Assert.Equal("Root", names[0].Identifier);
        Assert.Equal("Properties_id", names[14].Identifier);
    }
}
