using System;
using System.Text.Json;
using System.Threading;
using Qolaba.Tasks;

namespace TaskStatus.Polls;

/// <summary>A task whose life is known here: what Celery would have stored of it, and since when it must be answered so.</summary>
internal sealed class PolledTask(int number)
{
    // No write begun; begun, so that both are right; acknowledged.
    private volatile int _stage;
    private volatile bool _isSeenEnded;

    public string Id { get; } = $"task-{number}-{Guid.NewGuid():N}";

    /// <summary>What is stored while it runs.</summary>
    public string Progress => $$"""{"status": "PROGRESS", "result": {"current": {{number}}}, "traceback": null, "children": [], "date_done": null, "task_id": "{{Id}}"}""";

    /// <summary>What is stored at its end: every way that a task ends, with a result that is this task's alone.</summary>
    public string End => (number % 4) switch
    {
        0 or 1 => Stored("SUCCESS", $$"""{"result": ["https://images.example.com/{{number}}.png"]}"""),
        2 => Stored("FAILURE", $$"""{"exc_type": "ValueError", "exc_message": ["no {{number}}"], "exc_module": "builtins"}"""),
        _ => Stored("SUCCESS", $$"""{"status": "FAILED", "error": "no {{number}}"}"""),
    };

    /// <summary>The end is being written; from now on both answers are right.</summary>
    public void EndBegins() => _stage = 1;

    /// <summary>Redis has acknowledged the end; from now on it is the only right answer.</summary>
    public void EndIsStored() => _stage = 2;

    /// <summary>What a poll may see that begins now.</summary>
    public Expectation Expect() => new(this, MustHaveEnded: _stage == 2 || _isSeenEnded);

    /// <summary>Whether the answer is the one of this task's end.</summary>
    public bool IsEnd(GetTaskStatusResult answer) => answer switch
    {
        GetTaskStatusResult.Ok { Body: var body } when number % 4 < 2 =>
            body.Status == TaskState.Success && body.Output is { ValueKind: JsonValueKind.Object } output
            && output.GetProperty("result")[0].GetString() == $"https://images.example.com/{number}.png",
        GetTaskStatusResult.InternalServerError { Body: var body } when number % 4 == 2 => IsFailure(body),
        GetTaskStatusResult.Ok { Body: var body } when number % 4 == 3 => IsFailure(body),
        _ => false,
    };

    private bool IsFailure(TaskStatusResponse body) => body.Status == TaskState.Failed && body.Error == $"no {number}";

    private bool MayHaveEnded => _stage > 0;

    private string Stored(string status, string result) =>
        $$"""{"status": "{{status}}", "result": {{result}}, "traceback": "Traceback (most recent call last):", "children": [], "date_done": "2026-11-23T13:18:12.344237", "task_id": "{{Id}}"}""";

    /// <summary>What may be answered to a poll.</summary>
    internal readonly record struct Expectation(PolledTask Task, bool MustHaveEnded)
    {
        /// <summary>Whether that is a right answer.</summary>
        public bool Allows(GetTaskStatusResult answer)
        {
            if (Task.IsEnd(answer))
            {
                // Nobody may see it not ended any more.
                Task._isSeenEnded = true;
                return Task.MayHaveEnded;
            }

            return !MustHaveEnded && answer is GetTaskStatusResult.Ok { Body: var body } && body.Status == TaskState.Pending && body.TaskId == Task.Id;
        }
    }
}
