using System;
using System.ComponentModel;
using System.Net.Http.Headers;

namespace ContractKit.Http;

/// <summary>Tells whether a request says that its body is JSON in UTF-8.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestMediaType
{
    /// <summary>Whether a <c>Content-Type</c> is JSON in UTF-8: <c>application/json</c> or one with the suffix <c>+json</c>, without a charset or with UTF-8.</summary>
    public static bool IsJson(string? contentType)
    {
        if (contentType is null)
        {
            return false;
        }

        if (contentType is "application/json" or "application/json; charset=utf-8")
        {
            return true;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType is not { } mediaType)
        {
            return false;
        }

        var charset = type.CharSet?.Trim('"');
        return (mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrEmpty(charset) || charset!.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
