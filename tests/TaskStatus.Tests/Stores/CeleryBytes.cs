namespace TaskStatus.Tests.Stores;

/// <summary>What Celery leaves in a result store, as it was seen, and what the service owes for it.</summary>
internal static class CeleryBytes
{
    private const string Traceback = "\"Traceback (most recent call last):\\n  File \\\"/srv/secret.py\\\", line 1\"";

    /// <summary>Bytes stored (null: none); status, word, error, error data and output answered.</summary>
    public static TheoryData<string?, int, string, string?, string?, string> Answers => new()
    {
        { null, 200, "PENDING", null, null, "{}" },
        { Stored("SUCCESS", """{"result": ["https://x/1.png"], "sum": 3}"""), 200, "SUCCESS", null, null, """{"result": ["https://x/1.png"], "sum": 3}""" },
        { Stored("SUCCESS", """["https://x/1.png"]"""), 200, "SUCCESS", null, null, """["https://x/1.png"]""" },
        { Stored("SUCCESS", "null"), 200, "SUCCESS", null, null, "{}" },
        { Stored("SUCCESS", "7"), 200, "SUCCESS", null, null, "7" },
        { Stored("SUCCESS", """{"status": "SUCCESS"}"""), 200, "SUCCESS", null, null, """{"status": "SUCCESS"}""" },

        // A failure that the worker caught itself.
        { Stored("SUCCESS", """{"status": "FAILED", "error": "Service Not Found", "error_data": "x"}"""), 200, "FAILED", "Service Not Found", "\"x\"", "{}" },
        { Stored("SUCCESS", """{"status": "FAILED", "error": "Service Not Found", "error_data": {"code": 7}}"""), 200, "FAILED", "Service Not Found", """{"code": 7}""", "{}" },
        { Stored("SUCCESS", """{"status": "FAILED"}"""), 200, "FAILED", "Task failed", null, "{}" },
        { Stored("SUCCESS", $$"""{"status": "FAILED", "error": "Internal Error", "error_data": {{Traceback}}}"""), 200, "FAILED", "Internal Error", null, "{}" },

        // One that it did not; exc_message was one text in older versions.
        { Stored("FAILURE", """{"exc_type": "ValueError", "exc_message": ["Service Not Found", "..."], "exc_module": "builtins"}"""), 500, "FAILED", "Service Not Found", "\"...\"", "{}" },
        { Stored("FAILURE", """{"exc_type": "ValueError", "exc_message": "Service Not Found", "exc_module": "builtins"}"""), 500, "FAILED", "Service Not Found", null, "{}" },
        { Stored("FAILURE", """{"exc_type": "TimeLimitExceeded", "exc_message": [5], "exc_module": "billiard.exceptions"}"""), 500, "FAILED", "Internal Error", null, "{}" },
        { Stored("FAILURE", """{"exc_type": "ValueError", "exc_message": [], "exc_module": "builtins"}"""), 500, "FAILED", "Internal Error", null, "{}" },
        { Stored("FAILURE", $$"""{"exc_type": "RuntimeError", "exc_message": [{{Traceback}}, {"trace": {{Traceback}}}], "exc_module": "builtins"}"""), 500, "FAILED", "Internal Error", null, "{}" },
        { Stored("FAILURE", "null"), 500, "FAILED", "Internal Error", null, "{}" },

        // What has not ended, whatever it is called.
        { Stored("RETRY", """{"exc_type": "KeyError", "exc_message": ["again"], "exc_module": "builtins"}"""), 200, "PENDING", null, null, "{}" },
        { Stored("PROGRESS", """{"current": 10, "total": 25, "pct": 40.0}"""), 200, "PENDING", null, null, "{}" },
        { Stored("STARTED", """{"pid": 13489, "hostname": "w1@localhost"}"""), 200, "PENDING", null, null, "{}" },
        { Stored("RECEIVED", "null"), 200, "PENDING", null, null, "{}" },
        { Stored("PENDING", "null"), 200, "PENDING", null, null, "{}" },
        { Stored("UPLOADING", """{"part": 3}"""), 200, "PENDING", null, null, "{}" },

        // Our own choice: the task has ended, nothing will come of it, and nobody's code broke.
        { Stored("REVOKED", """{"exc_type": "TaskRevokedError", "exc_message": ["terminated"], "exc_module": "celery.exceptions"}"""), 200, "FAILED", "Task revoked", null, "{}" },

        // Newer kombu's values, and an application's own.
        {
            Stored("SUCCESS", """{"id": {"__type__": "uuid", "__value__": {"hex": "d7b726a8d7b726a8d7b726a8d7b726a8", "version": 4}}, "all": [{"__type__": "uuid", "__value__": "d7b726a8d7b726a8d7b726a8d7b726a8"}, {"__type__": "decimal", "__value__": "1.50"}, {"__type__": "datetime", "__value__": "2026-11-23T13:18:12+00:00"}, {"__type__": "money", "__value__": [1, "EUR"]}]}"""),
            200, "SUCCESS", null, null,
            """{"id": "d7b726a8-d7b7-26a8-d7b7-26a8d7b726a8", "all": ["d7b726a8-d7b7-26a8-d7b7-26a8d7b726a8", "1.50", "2026-11-23T13:18:12+00:00", {"__type__": "money", "__value__": [1, "EUR"]}]}"""
        },
        { Stored("SUCCESS", """{"__type__": "bytes", "__value__": "abc"}"""), 200, "SUCCESS", null, null, "\"abc\"" },

        // json.dumps({1: "a", "1": "b"}); Celery's own answer has the last. And what Python escapes.
        { Stored("SUCCESS", """{"1": "a", "1": "b"}"""), 200, "SUCCESS", null, null, """{"1": "b"}""" },
        { Stored("SUCCESS", """{"text": "\ud83d\ude00 \u00e9"}"""), 200, "SUCCESS", null, null, """{"text": "😀 é"}""" },
        { Stored("SUCCESS", """{"big": 123456789012345678901234567890, "small": 1e-400}"""), 200, "SUCCESS", null, null, """{"big": 123456789012345678901234567890, "small": 1e-400}""" },

        // result_extended, and the offset of Celery 5.4 and later.
        {
            """{"status": "SUCCESS", "result": {"sum": 3}, "traceback": null, "children": [], "date_done": "2026-11-23T13:18:12.344237+00:00", "group_id": null, "name": "app.add", "args": [1, 2], "kwargs": {"prompt": "a cat"}, "worker": "w1@localhost", "retries": 0, "queue": "celery", "task_id": "t"}""",
            200, "SUCCESS", null, null, """{"sum": 3}"""
        },
    };

    /// <summary>Bytes stored, as Latin-1; the status and a part of the reason answered.</summary>
    public static TheoryData<string, int, string> Refusals => new()
    {
        { "\u0080\u0004\u0095", 500, "pickle" },
        { "\u0083¦status§SUCCESS", 500, "not the JSON" },
        { "status: SUCCESS\nresult: 3\n", 500, "not the JSON" },
        { "[]", 500, "not the JSON" },
        { "\"SUCCESS\"", 500, "not the JSON" },
        { "{}", 500, "not the JSON" },
        { """{"status": 1}""", 500, "not the JSON" },
        { """{"status": "SUCCESS", "result": 1} trailing""", 500, "not the JSON" },
        { """{"status": "SUCCESS", "result": NaN}""", 500, "NaN" },
        { """{"status": "SUCCESS", "result": [1, -Infinity]}""", 500, "Infinity" },
        { """{"status": "SUCCESS", "result": "\ud800"}""", 500, "surrogate" },
        { """{"status": "SUCCESS", "result": {"\udc00": 1}}""", 500, "surrogate" },
        { """{"status": "SUCCESS", "result": """ + new string('[', 80) + new string(']', 80) + "}", 500, "64 levels" },
        { """{"status": "SUCCESS", "result": """ + "\"" + new string('a', 70_000) + "\"}", 500, "longer than" },
    };

    public static string Stored(string status, string result) =>
        $$"""{"status": "{{status}}", "result": {{result}}, "traceback": {{Traceback}}, "children": [], "date_done": null, "task_id": "t"}""";
}
