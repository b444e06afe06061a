using System;
using System.Collections.Generic;
using System.Net;

namespace ContractKit;

/// <summary>The service answered with what its contract does not have: another status, another content type, a body that is cut off or not as the contract says.</summary>
public sealed class UnexpectedResponseException : Exception
{
    /// <summary>An exception for that answer.</summary>
    /// <param name="message">What is wrong, without any text of the service's.</param>
    /// <param name="statusCode">The status.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="body">The start of the body.</param>
    /// <param name="problem">The body, where it was a problem document.</param>
    /// <param name="violations">How the body breaks the contract.</param>
    /// <param name="innerException">What was met while reading.</param>
    public UnexpectedResponseException(
        string message,
        HttpStatusCode statusCode,
        IReadOnlyDictionary<string, IReadOnlyList<string>> headers,
        string body,
        ContractProblem? problem = null,
        IReadOnlyList<ContractViolation>? violations = null,
        Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Headers = headers;
        Body = body;
        Problem = problem;
        Violations = violations ?? [];
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers of answer and body; names are found whatever their case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The first 4 KB of the body as text; where the request's credential stood in it, three asterisks stand instead.</summary>
    public string Body { get; }

    /// <summary>The body, where it was a problem document (RFC 9457).</summary>
    public ContractProblem? Problem { get; }

    /// <summary>How the body breaks the contract; empty where that is not what was wrong.</summary>
    public IReadOnlyList<ContractViolation> Violations { get; }

    /// <summary>Whether the body ended before it was whole.</summary>
    public bool IsTruncated { get; internal init; }
}
