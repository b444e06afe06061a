using System.Collections.Generic;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>A format that the standard defines, by the name that the run-time library has for it.</summary>
/// <param name="Name">The member of <c>SchemaFormat</c>.</param>
public sealed record StringFormat(string Name)
{
    private static readonly Dictionary<string, StringFormat> s_formats = new()
    {
        ["date-time"] = new("DateTime"), ["date"] = new("Date"), ["time"] = new("Time"), ["duration"] = new("Duration"),
        ["email"] = new("Email"), ["idn-email"] = new("IdnEmail"), ["hostname"] = new("Hostname"), ["idn-hostname"] = new("IdnHostname"),
        ["ipv4"] = new("IPv4"), ["ipv6"] = new("IPv6"), ["uri"] = new("Uri"), ["uri-reference"] = new("UriReference"),
        ["iri"] = new("Iri"), ["iri-reference"] = new("IriReference"), ["uri-template"] = new("UriTemplate"), ["uuid"] = new("Uuid"),
        ["json-pointer"] = new("JsonPointer"), ["relative-json-pointer"] = new("RelativeJsonPointer"), ["regex"] = new("Regex"),
    };

    /// <summary>The format of that name, or null where the standard has none: then it is an annotation alone.</summary>
    public static StringFormat? Of(string name) => s_formats.TryGetValue(name, out var format) ? format : null;
}
