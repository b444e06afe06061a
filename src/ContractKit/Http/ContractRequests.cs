using System;
using System.Net.Http;
using ContractKit.Http;

namespace ContractKit;

/// <summary>Tells handlers of an HttpClient what a request of a generated client is.</summary>
public static class ContractRequests
{
    /// <summary>
    /// Whether a request may be sent again when it is not known what became of it: its operation is marked <c>"safe": true</c> in the
    /// contract, or its method is idempotent (RFC 9110, section 9.2.2). It is the question that a retry has to ask:
    /// <c>options.Retry.ShouldHandle = args => new(ContractRequests.MayBeRepeated(args.Context.GetRequestMessage()) &amp;&amp; HttpClientResiliencePredicates.IsTransient(args.Outcome))</c>.
    /// </summary>
    /// <param name="request">The request; null for none.</param>
    public static bool MayBeRepeated(HttpRequestMessage? request)
    {
        if (request is null)
        {
            return false;
        }

        return request.Method is OperationMethod { Operation.IsSafe: true }
            || request.Method.Method.ToUpperInvariant() is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "PUT" or "DELETE" or "QUERY";
    }

    /// <summary>The name of the operation that a request calls; null for requests of others.</summary>
    public static string? OperationOf(HttpRequestMessage request)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        return (request.Method as OperationMethod)?.Operation.Name;
    }
}
