using System;
using System.IO;
using System.Linq;
using ContractKit.Compiler.Model.Types;
using ContractKit.Testing;

namespace ContractKit.Compiler.Tests.Types;

public class TaskStatusTypesTests
{
    private static readonly Lazy<GeneratedTypes> s_types = new(static () => GeneratedTypes.Of(
    [
        Schema("task-status.request.schema.json"),
        Schema("task-status.response.schema.json"),
    ]));

    [Fact]
    public void Compiles_clean() => s_types.Value.Clean();

    [Fact]
    public void Has_the_public_face_of_the_contract()
    {
        var request = s_types.Value.Type("TaskStatusRequest");
        Assert.True(request.IsSealed);
        Assert.Equal(typeof(string), request.GetProperty("Id")!.PropertyType);
        Assert.Equal(typeof(string), request.GetProperty("RefId")!.PropertyType);
        foreach (var name in new[] { "Parse", "TryParseJson", "IsValid", "Validate", "ToUtf8Json", "ToJson", "WriteTo", "WithNull" })
        {
            Assert.Contains(request.GetMethods(), method => method.Name == name);
        }

        Assert.NotNull(request.GetProperty("TypeInfo"));
        Assert.Equal(["Pending", "Success", "Failed"], Enum.GetNames(s_types.Value.Type("TaskState")).OrderBy(static name => Array.IndexOf(["Pending", "Success", "Failed"], name)));
        Assert.Equal("OpenTaskState", s_types.Value.Type("TaskStatusResponse").GetProperty("Status")!.PropertyType.Name);
    }

    [Theory]
    [InlineData("""{"status":"PENDING"}""")]
    [InlineData("""{"status":"NEW ONE","task_id":null,"app_id":"a"}""")]
    [InlineData("""{"status":"SUCCESS","output":{"result":[1,2.50,null]},"error":null,"error_data":{"a":[]},"time_required":{"startup_time":0.1000000000000000055511151231257827,"runtime":12}}""")]
    [InlineData("""{"status":"FAILED","input":[],"error":"no","time_required":{},"more":{"x":1}}""")]
    public void Loses_nothing(string json) => Assert.Equal(json, s_types.Value.RoundTrip("TaskStatusResponse", json));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":"a","id":"b"}""")]
    [InlineData("""{"id":"a","refID":1}""")]
    public void Refuses_what_breaks_the_contract(string json)
    {
        Assert.False(s_types.Value.IsValid("TaskStatusRequest", json));
        Assert.Throws<ContractViolationException>(() => s_types.Value.Parse("TaskStatusRequest", json));
    }

    [Fact]
    public void Remembered_nulls_take_no_part_in_equality()
    {
        var absent = s_types.Value.Parse("TaskStatusRequest", """{"id":"a"}""");
        var given = s_types.Value.Parse("TaskStatusRequest", """{"id":"a","refID":null}""");
        Assert.Equal(absent, given);
        Assert.Equal("""{"id":"a"}""", GeneratedTypes.Json(absent));
        Assert.Equal("""{"id":"a","refID":null}""", GeneratedTypes.Json(given));
        var made = absent.GetType().GetMethod("WithNull")!.Invoke(absent, ["refID"])!;
        Assert.Equal("""{"id":"a","refID":null}""", GeneratedTypes.Json(made));
    }

    private static (string, string) Schema(string file) => ("schema/" + file, File.ReadAllText(Repository.PathOf("schema", file)));
}
