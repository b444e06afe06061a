using System;
using System.Text;

namespace ContractKit.Validation;

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

    /// <summary>The format of that name in schemas; <see cref="SchemaFormat.None"/> where the standard has none.</summary>
    public static SchemaFormat Of(string? name) => name switch
    {
        "date-time" => SchemaFormat.DateTime,
        "date" => SchemaFormat.Date,
        "time" => SchemaFormat.Time,
        "duration" => SchemaFormat.Duration,
        "email" => SchemaFormat.Email,
        "idn-email" => SchemaFormat.IdnEmail,
        "hostname" => SchemaFormat.Hostname,
        "idn-hostname" => SchemaFormat.IdnHostname,
        "ipv4" => SchemaFormat.IPv4,
        "ipv6" => SchemaFormat.IPv6,
        "uri" => SchemaFormat.Uri,
        "uri-reference" => SchemaFormat.UriReference,
        "iri" => SchemaFormat.Iri,
        "iri-reference" => SchemaFormat.IriReference,
        "uri-template" => SchemaFormat.UriTemplate,
        "uuid" => SchemaFormat.Uuid,
        "json-pointer" => SchemaFormat.JsonPointer,
        "relative-json-pointer" => SchemaFormat.RelativeJsonPointer,
        "regex" => SchemaFormat.Regex,
        _ => SchemaFormat.None,
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
