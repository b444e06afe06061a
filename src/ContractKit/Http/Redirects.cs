using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ContractKit.Http;

/// <summary>
/// Sends messages and follows redirects (RFC 9110, section 15.4) where the HttpClient's handler leaves that to us, as the one of a
/// registered client does. Unlike that handler, it shows the credential to the service's own origin alone.
/// </summary>
internal static class Redirects
{
    private const int Most = 5;

    /// <summary>Whether there is a redirect to follow.</summary>
    public static bool IsOne(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or (HttpStatusCode)308;

    /// <summary>Follows a redirect.</summary>
    /// <param name="http">What sends.</param>
    /// <param name="origin">Where the call was sent first: where the credential may be shown.</param>
    /// <param name="request">The call.</param>
    /// <param name="credential">The credential; null for none.</param>
    /// <param name="response">The redirect; disposed of when it is followed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The first response that is no redirect, or the last redirect that could not be followed.</returns>
    public static async Task<HttpResponseMessage> FollowAsync(
        HttpClient http, Uri origin, ContractRequest request, string? credential, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var address = origin;
        var method = request.Operation.Method;
        for (var redirects = 0; redirects < Most && IsOne(response) && Next(response, address) is { } next; redirects++)
        {
            method = MethodAfter(response.StatusCode, method, request.Operation);
            address = next;
            response.Dispose();
            response = await http.SendAsync(
                Message(origin, address, method, request, credential), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            Check(response, address, request, credential);
        }

        return response;
    }

    /// <summary>The message of a call, before any redirect.</summary>
    public static HttpRequestMessage First(Uri origin, in ContractRequest request, string? credential) =>
        Message(origin, origin, request.Operation.Method, in request, credential);

    /// <summary>Checks a response before anything else is asked of it.</summary>
    /// <exception cref="InvalidOperationException">The HttpClient has shown the credential to another host.</exception>
    public static void Check(HttpResponseMessage response, Uri address, in ContractRequest request, string? credential)
    {
#if !NET8_0_OR_GREATER
        // .NET Framework leaves it null where somebody's own handler set none.
        response.Content ??= new ByteArrayContent([]);
#endif
        if (credential is not null && request.Operation.Security.IsForwarded)
        {
            ThrowIfForwarded(response, address);
        }
    }

    private static HttpRequestMessage Message(Uri origin, Uri address, HttpMethod method, in ContractRequest request, string? credential)
    {
        var message = new HttpRequestMessage(method, address);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (request.Headers is { } headers)
        {
            foreach (var header in headers)
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        if (request.Body is not null && (method == request.Operation.Method || method != HttpMethod.Get))
        {
            var content = new ByteArrayContent(request.Body);
            content.Headers.TryAddWithoutValidation("Content-Type", request.MediaType);
            message.Content = content;
        }

        if (credential is not null && IsSameOrigin(origin, address))
        {
            request.Operation.Security.Show(message, credential);
        }

        return message;
    }

    // Nothing tells beforehand whether an HttpClient follows redirects itself; that it did must not go unnoticed.
    private static void ThrowIfForwarded(HttpResponseMessage response, Uri address)
    {
        if (response.RequestMessage?.RequestUri is not { } answered || IsSameOrigin(address, answered))
        {
            return;
        }

        response.Dispose();
        throw new InvalidOperationException(
            "The HttpClient itself followed a redirect from " + address.Host + " to " + answered.Host + ", and took the API key with it: have the key changed. "
            + "Make the HttpClient with ContractHttpHandler.Create(), or with AllowAutoRedirect = false, or register the client; then redirects are followed without the key.");
    }

    private static Uri? Next(HttpResponseMessage response, Uri address)
    {
        if (response.Headers.Location is not { } location)
        {
            return null;
        }

        var next = location.IsAbsoluteUri ? location : new Uri(address, location);
        var isHttp = next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && address.Scheme == Uri.UriSchemeHttp);
        return isHttp && next.UserInfo.Length == 0 ? next : null;
    }

    private static HttpMethod MethodAfter(HttpStatusCode status, HttpMethod method, ContractOperation operation) =>
        status switch
        {
            HttpStatusCode.SeeOther when method != HttpMethod.Head => operation.Get,
            HttpStatusCode.MovedPermanently or HttpStatusCode.Found when method == HttpMethod.Post => operation.Get,
            _ => method,
        };

    private static bool IsSameOrigin(Uri left, Uri right) =>
        ReferenceEquals(left, right)
        || (left.Scheme == right.Scheme && left.Port == right.Port && string.Equals(left.Host, right.Host, StringComparison.OrdinalIgnoreCase));
}
