using System.ComponentModel;
using System.Net;
using System.Net.Http;

namespace ContractKit.Http;

/// <summary>The handler of registered clients: it leaves redirects to the client, which shows credentials to the service alone.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
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
