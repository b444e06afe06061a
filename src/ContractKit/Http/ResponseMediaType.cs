using System;
using System.Net.Http;

namespace ContractKit.Http;

/// <summary>Tells JSON from other content.</summary>
internal static class ResponseMediaType
{
    internal enum Kind
    {
        Json,
        OtherCharset,
        Other,
    }

    /// <summary>Whether the content says that it is JSON in UTF-8. Content that does not say what it is may be (RFC 9110, section 8.3).</summary>
    public static Kind Of(HttpContent content)
    {
#if NET8_0_OR_GREATER
        if (content.Headers.NonValidated.TryGetValues("Content-Type", out var values) && values.Count == 1
            && values.ToString() is "application/json" or "application/json; charset=utf-8")
        {
            return Kind.Json;
        }
#endif
        var type = content.Headers.ContentType;
        if (type is null)
        {
            return content.Headers.Contains("Content-Type") ? Kind.Other : Kind.Json;
        }

        var mediaType = type.MediaType;
        if (mediaType is null
            || !(mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || mediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
                || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)))
        {
            return Kind.Other;
        }

        var charset = type.CharSet?.Trim('"');
        return string.IsNullOrEmpty(charset) || charset!.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
                ? Kind.Json
                : Kind.OtherCharset;
    }
}
