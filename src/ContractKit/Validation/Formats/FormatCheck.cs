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

    /// <summary>The formats' names in schemas.</summary>
    public static readonly string[] Names =
    [
        "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri",
        "iri-reference", "uri-template", "uuid", "json-pointer", "relative-json-pointer", "regex",
    ];

    /// <summary>The format of that name in schemas; <see cref="SchemaFormat.None"/> where the standard has none.</summary>
    public static SchemaFormat Of(string? name) => (SchemaFormat)(Array.IndexOf(Names, name) + 1);

    private static string TextOf(ReadOnlySpan<byte> text)
    {
#if NETSTANDARD2_0
        return Encoding.UTF8.GetString(text.ToArray());
#else
        return Encoding.UTF8.GetString(text);
#endif
    }
}
