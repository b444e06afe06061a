using System.ComponentModel;

namespace ContractKit.Json;

/// <summary>The kind of a JSON value (RFC 8259, section 3).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonKind : byte
{
    /// <summary>No value: the text has ended, or it is not JSON.</summary>
    None,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The literal <c>true</c>.</summary>
    True,

    /// <summary>The literal <c>false</c>.</summary>
    False,

    /// <summary>The literal <c>null</c>.</summary>
    Null,
}
