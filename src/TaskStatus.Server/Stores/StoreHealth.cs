using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TaskStatus.Server.Stores;

/// <summary>Tells whether the store can be asked.</summary>
internal sealed class StoreHealth(ITaskResultStore store, StoreOutage outage) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.PingAsync(cancellationToken).ConfigureAwait(false);
            outage.Over();
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException exception)
        {
            outage.Met(exception, isCall: false);
            return HealthCheckResult.Unhealthy();
        }
    }
}
