using System;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ContractKit;
using Qolaba.Tasks;

namespace TaskStatus.Tests.Stores;

/// <summary>What every store answers alike, over a real socket.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    public static TheoryData<string?, int, string, string?, string?, string> Answers => CeleryBytes.Answers;

    public static TheoryData<string, int, string> Refusals => CeleryBytes.Refusals;

    private protected RunningServer Server { get; private set; } = null!;

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Celerys_bytes_are_answered_in_the_APIs_words(string? stored, int status, string word, string? error, string? errorData, string output)
    {
        if (stored is not null)
        {
            Store("t", Encoding.UTF8.GetBytes(stored));
        }

        var answer = await Server.Client.SendGetTaskStatusAsync(new TaskStatusRequest { Id = "t", RefId = "r" });

        Assert.Equal(status, answer.StatusCode);
        var body = answer.Match(ok => ok.Body, failed => failed.Body);
        Assert.Equal(word, body.Status.Text);
        Assert.Equal(error, body.Error);
        Assert.True(JsonNode.DeepEquals(errorData is null ? null : JsonNode.Parse(errorData), body.ErrorData is { } data ? JsonSerializer.SerializeToNode(data) : null), body.ToJson());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(output), JsonSerializer.SerializeToNode(body.Output!.Value)), body.ToJson());
        Assert.Equal(word == "PENDING" ? "t" : null, body.TaskId);
        Assert.DoesNotContain("Traceback", body.ToJson(), StringComparison.Ordinal);
        Assert.True(TaskStatusResponse.IsValid(body.ToUtf8Json()));
        Assert.True(TaskStatusResponseSchema.IsValid(body.ToUtf8Json()));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_no_result_is_refused_with_a_reason(string stored, int status, string reason)
    {
        Store("t", Encoding.Latin1.GetBytes(stored));

        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => Server.Client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t" }));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Contains(reason, exception.Problem!.Title!, StringComparison.Ordinal);
        Assert.Contains(Server.Log, line => line.StartsWith("Error: Task t: ", StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_input_of_a_pending_task_is_the_question_and_of_an_ended_one_what_it_was_called_with()
    {
        var pending = await Server.Client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t", RefId = "r" });
        Store("t", """{"status": "SUCCESS", "result": {}, "args": [], "kwargs": {"prompt": "a cat"}, "task_id": "t"}"""u8.ToArray());
        var ended = await Server.Client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t", RefId = "r" });

        Assert.Equal("""{"id":"t","refID":"r"}""", pending.Input!.Value.GetRawText());
        Assert.Equal("a cat", ended.Input!.Value.GetProperty("prompt").GetString());
    }

    [Fact]
    public async Task Neither_answers_nor_the_log_hold_the_token()
    {
        Store("t", [0x80]);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => Server.Client.GetTaskStatusAsync(new TaskStatusRequest { Id = "t" }));

        Assert.NotEmpty(Server.Log);
        Assert.DoesNotContain(Server.Log, line => line.Contains(RunningServer.Token, StringComparison.Ordinal));
    }

    public async Task InitializeAsync() => Server = await StartAsync();

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await EndAsync();
    }

    private protected abstract Task<RunningServer> StartAsync();

    private protected abstract Task EndAsync();

    private protected abstract void Store(string id, byte[] stored);
}
