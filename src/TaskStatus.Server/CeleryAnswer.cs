using System.Text.Json;
using Qolaba.Tasks;
using TaskStatus.Server.Stores;

namespace TaskStatus.Server;

/// <summary>Says in the API's words what Celery has stored.</summary>
/// <remarks>
/// Celery's FAILURE is a 500; a failure that the worker caught itself, stored as a SUCCESS whose result says FAILED, is a 200; both
/// say FAILED. REVOKED is answered with 200 and FAILED: the task has ended and nothing will come of it, so that PENDING would keep
/// callers waiting for ever, and a word that the contract lacks would be news to every caller; but nobody's code broke, so it is no
/// 500. Whatever else is stored has not ended. Tracebacks and names of exceptions stay here.
/// </remarks>
internal static class CeleryAnswer
{
    private static readonly JsonElement s_none = JsonDocument.Parse("{}").RootElement;

    /// <summary>The answer for a task; <paramref name="stored"/> is null where nothing is.</summary>
    public static GetTaskStatusResult Of(TaskStatusRequest request, CeleryResult? stored) => stored?.Status switch
    {
        "SUCCESS" when SaysFailed(stored.Result) => new GetTaskStatusResult.Ok(SoftFailure(stored)),
        "SUCCESS" => new GetTaskStatusResult.Ok(Success(stored)),
        "FAILURE" => new GetTaskStatusResult.InternalServerError(Failure(stored)),
        "REVOKED" => new GetTaskStatusResult.Ok(Ended(stored) with { Status = TaskState.Failed, Error = "Task revoked" }),
        _ => new GetTaskStatusResult.Ok(Pending(request)),
    };

    private static TaskStatusResponse Pending(TaskStatusRequest request) => new()
    {
        Status = TaskState.Pending,
        TaskId = request.Id,
        Input = JsonDocument.Parse(request.ToUtf8Json()).RootElement,
        Output = s_none,
        TimeRequired = new TaskTimes(),
    };

    private static TaskStatusResponse Success(CeleryResult stored) => Ended(stored) with
    {
        Status = TaskState.Success,
        Output = stored.Result.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? s_none : stored.Result,
        TimeRequired = Times(stored.Result),
    };

    private static TaskStatusResponse SoftFailure(CeleryResult stored) => Ended(stored) with
    {
        Error = stored.Result.TryGetProperty("error", out var error) ? CallerText.Sentence(error) ?? "Task failed" : "Task failed",
        ErrorData = stored.Result.TryGetProperty("error_data", out var data) ? CallerText.Data(data) : null,
        TimeRequired = Times(stored.Result),
    };

    // exc_message is a list of the exception's arguments, and was one text in older versions of Celery.
    private static TaskStatusResponse Failure(CeleryResult stored)
    {
        var message = stored.Result.ValueKind == JsonValueKind.Object && stored.Result.TryGetProperty("exc_message", out var found) ? found : default;
        var isList = message.ValueKind == JsonValueKind.Array;
        var first = isList && message.GetArrayLength() > 0 ? message[0] : message;
        var second = isList && message.GetArrayLength() > 1 ? message[1] : default;
        return Ended(stored) with
        {
            Error = CallerText.Sentence(first) ?? "Internal Error",
            ErrorData = CallerText.Data(second),
        };
    }

    private static TaskStatusResponse Ended(CeleryResult stored) => new()
    {
        Status = TaskState.Failed,
        Input = stored.Arguments ?? s_none,
        Output = s_none,
        TimeRequired = new TaskTimes(),
    };

    private static bool SaysFailed(JsonElement result) => Text(result, "status") is { } status && TaskStateText.TryParse(status, out var state) && state == TaskState.Failed;

    private static TaskTimes Times(JsonElement result) =>
        result.ValueKind == JsonValueKind.Object && result.TryGetProperty("time_required", out var times) && times.ValueKind == JsonValueKind.Object
        && TaskTimes.TryParseJson(JsonSerializer.SerializeToUtf8Bytes(times), out var parsed, out _)
            ? parsed
            : new TaskTimes();

    private static string? Text(JsonElement result, string name) =>
        result.ValueKind == JsonValueKind.Object && result.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
