using System.Net;
using System.Net.Http;

namespace ContractKit.Http;

/// <summary>
/// The handler of registered clients, and the one for an HttpClient that you make yourself: it leaves redirects to the generated
/// client, which shows credentials to the service alone. Other handlers follow redirects themselves, and take an API key's header
/// with them to whatever host the service names.
/// </summary>
public static class ContractHttpHandler
{
    /// <summary>A new handler.</summary>
    public static HttpMessageHandler Create()
    {
#if NET8_0_OR_GREATER
        if (SocketsHttpHandler.IsSupported)
        {
            return new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                UseCookies = false,

                // A body that is given up is not waited for: the time-out has passed already.
                ResponseDrainTimeout = System.TimeSpan.FromMilliseconds(100),
                PooledConnectionLifetime = System.TimeSpan.FromMinutes(2),
            };
        }
#endif
        var handler = new HttpClientHandler();
        if (handler.SupportsRedirectConfiguration)
        {
            handler.AllowAutoRedirect = false;
        }

        if (handler.SupportsAutomaticDecompression)
        {
            handler.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
        }

        return handler;
    }
}
