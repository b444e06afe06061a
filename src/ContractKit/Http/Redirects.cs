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

    /// <summary>The first response that is no redirect, or the last redirect that could not be followed.</summary>
    public static async ValueTask<HttpResponseMessage> SendAsync(
        HttpClient http, ServiceAddress service, ContractRequest request, string? credential, CancellationToken cancellationToken)
    {
        var origin = service.Of(request);
        var address = origin;
        var method = request.Operation.Method;
        for (var redirects = 0; ; redirects++)
        {
            var message = Message(origin, address, method, request, credential);
            HttpResponseMessage response;
            try
            {
                response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            }
            catch (UriFormatException exception)
            {
                // What HttpClient's own handler makes of a redirect to an address that is none.
                throw new HttpRequestException("The service redirects to an address that is none.", exception);
            }

#if !NET8_0_OR_GREATER
            // .NET Framework leaves it null where somebody's own handler set none.
            response.Content ??= new ByteArrayContent([]);
#endif
            if (credential is not null && request.Operation.Security.IsForwarded)
            {
                ThrowIfForwarded(response, address);
            }

            if (redirects == Most || Next(response, address) is not { } next)
            {
                return response;
            }

            method = MethodAfter(response.StatusCode, method, request.Operation);
            address = next;
            response.Dispose();
        }
    }

    private static HttpRequestMessage Message(Uri origin, Uri address, HttpMethod method, ContractRequest request, string? credential)
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
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or (HttpStatusCode)308)
            || response.Headers.Location is not { } location)
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
