using System;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Media types (RFC 9110, section 8.3.1).</summary>
internal static class MediaType
{
    /// <summary>Whether the text is a JSON media type: <c>application/json</c>, or with the suffix <c>+json</c> (RFC 6839, section 3.1). Parameters are not taken: JSON has none.</summary>
    public static bool IsJson(string text)
    {
        var slash = text.IndexOf('/');
        if (slash <= 0 || !HeaderName.IsToken(text.Substring(0, slash)) || !HeaderName.IsToken(text.Substring(slash + 1)))
        {
            return false;
        }

        var subtype = text.Substring(slash + 1);
        return subtype.Equals("json", StringComparison.OrdinalIgnoreCase) || subtype.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
