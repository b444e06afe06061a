using System.Threading;
using System.Threading.Tasks;
using Qolaba.Tasks;
using TaskStatus.Server.Stores;

namespace TaskStatus.Server;

/// <summary>Answers where a task stands, from what Celery has stored.</summary>
internal sealed class TaskStatusHandler(ITaskResultStore store) : ITaskStatusHandler
{
    /// <inheritdoc />
    public async ValueTask<GetTaskStatusResult> GetTaskStatusAsync(TaskStatusRequest request, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(request.Id, cancellationToken).ConfigureAwait(false);
        return CeleryAnswer.Of(request, stored);
    }
}
