using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TaskStatus.Server.Stores;

namespace TaskStatus.Server;

/// <summary>Answers what a store cannot give with problem documents (RFC 9457): 503 for what passes, 500 for what does not. Everything else is left to the application's handler.</summary>
internal sealed class StoreExceptionHandler(IProblemDetailsService problems, ILogger<StoreExceptionHandler> logger) : IExceptionHandler
{
    private static readonly Action<ILogger, string, Exception?> s_unavailable =
        LoggerMessage.Define<string>(LogLevel.Warning, new EventId(1, "StoreUnavailable"), "{Reason}");

    private static readonly Action<ILogger, string, Exception?> s_unreadable =
        LoggerMessage.Define<string>(LogLevel.Error, new EventId(2, "ResultUnreadable"), "{Reason}");

    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case StoreUnavailableException:
                s_unavailable(logger, exception.Message, exception.InnerException);
                httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                httpContext.Response.Headers.RetryAfter = "1";
                break;
            case UnreadableResultException:
                s_unreadable(logger, exception.Message, null);
                httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            default:
                return false;
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = httpContext.Response.StatusCode, Title = exception.Message },
        }).ConfigureAwait(false);
    }
}
