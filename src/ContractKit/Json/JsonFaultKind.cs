using System.ComponentModel;

namespace ContractKit.Json;

/// <summary>What stopped a <see cref="JsonCursor"/>. The members up to <see cref="TrailingData"/> mean that the text is not JSON at all.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonFaultKind : byte
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The text ends inside a value, or is empty.</summary>
    UnexpectedEnd,

    /// <summary>A byte stands where JSON allows none of its kind (RFC 8259, section 2).</summary>
    UnexpectedByte,

    /// <summary>The text starts with a byte order mark (RFC 8259, section 8.1: none may be sent).</summary>
    ByteOrderMark,

    /// <summary>A string holds bytes that are not UTF-8 (RFC 3629).</summary>
    InvalidUtf8,

    /// <summary>A string holds a control character that is not escaped.</summary>
    ControlCharacter,

    /// <summary>A backslash is followed by what is no escape (RFC 8259, section 7).</summary>
    InvalidEscape,

    /// <summary>A string escapes half of a surrogate pair: no Unicode text can hold it.</summary>
    LoneSurrogate,

    /// <summary>A number is not written as RFC 8259, section 6, says.</summary>
    InvalidNumber,

    /// <summary>Arrays and objects are nested deeper than allowed.</summary>
    TooDeep,

    /// <summary>Something follows the value.</summary>
    TrailingData,

    /// <summary>The value is JSON, but of another kind than asked for; the detail names the kind expected.</summary>
    UnexpectedKind,

    /// <summary>A number lies outside what its C# type can hold.</summary>
    NumberOutOfRange,

    /// <summary>A number has a fraction where an integer is asked for.</summary>
    NotAnInteger,

    /// <summary>A number has digits that its C# type would drop.</summary>
    NumberInexact,

    /// <summary>An object has two members of the same name; the detail is the name.</summary>
    DuplicateMember,

    /// <summary>A required member is missing; the detail is its name.</summary>
    MissingMember,

    /// <summary>An object has a member that its closed schema does not know; the detail is the name.</summary>
    UnknownMember,

    /// <summary>A string is not one of an enum's words; the detail is the word.</summary>
    UnknownWord,

    /// <summary>A string is not written in the format asked for; the detail names it.</summary>
    InvalidFormat,

    /// <summary>A value breaks a constraint of its schema; the detail is the whole message.</summary>
    Constraint,
}
