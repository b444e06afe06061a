using System;
using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Names of HTTP header fields (RFC 9110, section 5.1).</summary>
internal static class HeaderName
{
    // Fields that HTTP itself sets: whoever could name them could cut a message in two or send it elsewhere.
    private static readonly HashSet<string> s_framing = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade", "Via",
    };

    // OpenAPI 3.1, Parameter Object: these are told by other parts of the description.
    private static readonly HashSet<string> s_described = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Authorization", "Content-Type", "Cookie" };

    /// <summary>Whether the text is a token (RFC 9110, section 5.6.2).</summary>
    public static bool IsToken(string name) =>
        name.Length is > 0 and <= 256
        && name.All(static c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);

    /// <summary>Whether HTTP itself sets the field.</summary>
    public static bool IsFraming(string name) => s_framing.Contains(name);

    /// <summary>Whether another part of the manifest tells what the field holds.</summary>
    public static bool IsDescribedElsewhere(string name) => s_described.Contains(name);
}
