namespace ContractKit.Validation;

/// <summary>The formats that the JSON Schema standard defines (2020-12, section 7.3), in the order of <see cref="FormatCheck.Names"/>.</summary>
internal enum SchemaFormat
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
