using System;
using System.ComponentModel;
using System.Text;

namespace ContractKit.Validation;

/// <summary>The formats that the JSON Schema standard defines (2020-12, section 7.3). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum SchemaFormat
{
    /// <summary>No format is asked for.</summary>
    None,

    /// <summary><c>date-time</c>: RFC 3339.</summary>
    DateTime,

    /// <summary><c>date</c>: RFC 3339.</summary>
    Date,

    /// <summary><c>time</c>: RFC 3339.</summary>
    Time,

    /// <summary><c>duration</c>: RFC 3339, appendix A.</summary>
    Duration,

    /// <summary><c>email</c>: RFC 5321.</summary>
    Email,

    /// <summary><c>idn-email</c>: RFC 6531.</summary>
    IdnEmail,

    /// <summary><c>hostname</c>: RFC 1123.</summary>
    Hostname,

    /// <summary><c>idn-hostname</c>: RFC 5890.</summary>
    IdnHostname,

    /// <summary><c>ipv4</c>: RFC 2673.</summary>
    IPv4,

    /// <summary><c>ipv6</c>: RFC 4291.</summary>
    IPv6,

    /// <summary><c>uri</c>: RFC 3986.</summary>
    Uri,

    /// <summary><c>uri-reference</c>: RFC 3986.</summary>
    UriReference,

    /// <summary><c>iri</c>: RFC 3987.</summary>
    Iri,

    /// <summary><c>iri-reference</c>: RFC 3987.</summary>
    IriReference,

    /// <summary><c>uri-template</c>: RFC 6570.</summary>
    UriTemplate,

    /// <summary><c>uuid</c>: RFC 4122.</summary>
    Uuid,

    /// <summary><c>json-pointer</c>: RFC 6901.</summary>
    JsonPointer,

    /// <summary><c>relative-json-pointer</c>.</summary>
    RelativeJsonPointer,

    /// <summary><c>regex</c>: ECMA-262.</summary>
    Regex,
}

/// <summary>Tells text that is of a format from other text.</summary>
internal static class FormatCheck
{
    /// <summary>Whether the text, in UTF-8, is of the format.</summary>
    public static bool IsOf(SchemaFormat format, ReadOnlySpan<byte> text) => format switch
    {
        SchemaFormat.DateTime => DateTimeFormat.IsDateTime(text),
        SchemaFormat.Date => DateTimeFormat.IsDate(text),
        SchemaFormat.Time => DateTimeFormat.IsTime(text),
        SchemaFormat.Duration => DateTimeFormat.IsDuration(text),
        SchemaFormat.Email => EmailFormat.IsEmail(text, international: false),
        SchemaFormat.IdnEmail => EmailFormat.IsEmail(text, international: true),
        SchemaFormat.Hostname => HostFormat.IsHostname(text),
        SchemaFormat.IdnHostname => HostFormat.IsIdnHostname(text),
        SchemaFormat.IPv4 => HostFormat.IsIPv4(text),
        SchemaFormat.IPv6 => HostFormat.IsIPv6(text),
        SchemaFormat.Uri => UriFormat.IsUri(text, international: false),
        SchemaFormat.UriReference => UriFormat.IsReference(text, international: false),
        SchemaFormat.Iri => UriFormat.IsUri(text, international: true),
        SchemaFormat.IriReference => UriFormat.IsReference(text, international: true),
        SchemaFormat.UriTemplate => UriFormat.IsTemplate(text),
        SchemaFormat.Uuid => PointerFormat.IsUuid(text),
        SchemaFormat.JsonPointer => PointerFormat.IsPointer(text),
        SchemaFormat.RelativeJsonPointer => PointerFormat.IsRelativePointer(text),
        SchemaFormat.Regex => EcmaPattern.TryRead(TextOf(text), out _, out _),
        _ => true,
    };

    /// <summary>The format's name in schemas.</summary>
    public static string NameOf(SchemaFormat format) => format switch
    {
        SchemaFormat.DateTime => "date-time",
        SchemaFormat.IdnEmail => "idn-email",
        SchemaFormat.IdnHostname => "idn-hostname",
        SchemaFormat.UriReference => "uri-reference",
        SchemaFormat.IriReference => "iri-reference",
        SchemaFormat.UriTemplate => "uri-template",
        SchemaFormat.JsonPointer => "json-pointer",
        SchemaFormat.RelativeJsonPointer => "relative-json-pointer",
        _ => format.ToString().ToLowerInvariant(),
    };

    private static string TextOf(ReadOnlySpan<byte> text)
    {
#if NETSTANDARD2_0
        return Encoding.UTF8.GetString(text.ToArray());
#else
        return Encoding.UTF8.GetString(text);
#endif
    }
}
