using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;

namespace ContractKit.Http;

/// <summary>Gathers what is told of a response that the contract does not have.</summary>
internal static class UnexpectedResponse
{
    /// <summary>How much of a body is shown, in bytes.</summary>
    private const int ShownBytes = 4096;

    private const string Mask = "***";

    /// <summary>The exception for a response; the credential of the request is masked wherever the service may have echoed it.</summary>
    public static UnexpectedResponseException Of(
        ContractOperation operation,
        HttpResponseMessage message,
        ResponseBody body,
        string? credential,
        string what,
        IReadOnlyList<ContractViolation>? violations,
        Exception? innerException,
        bool isTruncated)
    {
        var shown = body.Memory.Slice(0, Math.Min(body.Length, ShownBytes)).ToArray();
        var isProblem = string.Equals(message.Content.Headers.ContentType?.MediaType, "application/problem+json", StringComparison.OrdinalIgnoreCase);
        var problem = isProblem
            ? ContractProblem.TryRead(credential is null ? body.Memory.ToArray() : Encoding.UTF8.GetBytes(Masked(Encoding.UTF8.GetString(body.Memory.ToArray()), credential)))
            : null;
        return new UnexpectedResponseException(
            $"{operation} was answered with status {((int)message.StatusCode).ToString(CultureInfo.InvariantCulture)}, {what}.",
            message.StatusCode,
            Headers(message, credential),
            Masked(Encoding.UTF8.GetString(shown), credential),
            problem,
            violations?.Select(violation => violation with { Message = Masked(violation.Message, credential) }).ToArray(),
            innerException)
        {
            IsTruncated = isTruncated,
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Headers(HttpResponseMessage message, string? credential)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message.Headers.Concat(message.Content.Headers))
        {
            headers[header.Key] = [.. header.Value.Select(value => Masked(value, credential))];
        }

        return headers;
    }

    // A credential of one or two characters is none, and would mask half of the text.
    private static string Masked(string text, string? credential) =>
        credential is null || credential.Length < 3 ? text : text.Replace(credential, Mask);
}
