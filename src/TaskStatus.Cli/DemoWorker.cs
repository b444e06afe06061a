using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;

namespace TaskStatus.Cli;

/// <summary>Leaves results in a folder with the bytes that Celery's file backend writes.</summary>
internal sealed class DemoWorker(string folder, string id, IAnsiConsole console)
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(600);

    /// <summary>Nothing stored, then PROGRESS, then SUCCESS.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        console.WriteLine("worker   nothing stored yet: PENDING");
        foreach (var current in new[] { 10, 20 })
        {
            await Task.Delay(s_step, cancellationToken).ConfigureAwait(false);
            Store("PROGRESS", $$"""{"current": {{current}}, "total": 25, "pct": {{current * 4}}.0}""", "null");
            console.WriteLine($"worker   PROGRESS {current} of 25");
        }

        await Task.Delay(s_step, cancellationToken).ConfigureAwait(false);
        Store(
            "SUCCESS",
            """{"result": ["https://images.example.com/1.png"], "Has_NSFW_Content": [false], "low_res_urls": [null]}""",
            "\"" + DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "\"");
        console.WriteLine("worker   SUCCESS");
    }

    // Celery's own writes are not atomic; a file that is moved into place is, and no reader meets half of one.
    private void Store(string status, string result, string dateDone)
    {
        var path = Path.Combine(folder, "celery-task-meta-" + id);
        File.WriteAllText(
            path + ".new",
            $$"""{"status": "{{status}}", "result": {{result}}, "traceback": null, "children": [], "date_done": {{dateDone}}, "task_id": "{{id}}"}""");
        File.Move(path + ".new", path, overwrite: true);
    }
}
