using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using TaskStatus.Server.Stores;

namespace TaskStatus.Server;

/// <summary>Answers what a store cannot give with problem documents (RFC 9457): 503 for what passes, 500 for what does not. Everything else is left to the application's handler.</summary>
internal sealed class StoreExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case StoreUnavailableException or UnfinishedResultException:
                httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                httpContext.Response.Headers.RetryAfter = "1";
                break;
            case UnreadableResultException:
                httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            default:
                return false;
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails =
            {
                Status = httpContext.Response.StatusCode,
                Title = exception is StoreUnavailableException ? "The store of results does not answer at the moment." : exception.Message,
            },
        }).ConfigureAwait(false);
    }
}
