using System;
using System.ComponentModel;

namespace ContractKit.Json;

/// <summary>Why and where a <see cref="JsonCursor"/> stopped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonFault
{
    internal JsonFault(JsonFaultKind kind, int offset, string? detail)
    {
        Kind = kind;
        Offset = offset;
        Detail = detail;
    }

    /// <summary>What is wrong; <see cref="JsonFaultKind.None"/> when nothing is.</summary>
    public JsonFaultKind Kind { get; }

    /// <summary>Where, in bytes from the start of the text.</summary>
    public int Offset { get; }

    /// <summary>What the kind's documentation says it is: a name, a word, a kind; null when there is nothing to add.</summary>
    public string? Detail { get; }

    /// <summary>A sentence that a caller can act on.</summary>
    public string Message
    {
        get
        {
            switch (Kind)
            {
                case JsonFaultKind.None: return "";
                case JsonFaultKind.UnexpectedEnd: return Offset == 0 ? "There is no JSON: the text is empty." : At("The JSON is cut off", ".");
                case JsonFaultKind.UnexpectedByte: return At("This is not JSON", ": a character stands where none of its kind may.");
                case JsonFaultKind.ByteOrderMark: return "The JSON starts with a byte order mark; send it without.";
                case JsonFaultKind.InvalidUtf8: return At("The string is not UTF-8", ".");
                case JsonFaultKind.ControlCharacter: return At("The string has a control character", ", which JSON wants escaped.");
                case JsonFaultKind.InvalidEscape: return At("The string has a backslash", " that starts none of JSON's escapes.");
                case JsonFaultKind.LoneSurrogate: return At("The string escapes half of a surrogate pair", ": that is no text.");
                case JsonFaultKind.InvalidNumber: return At("The number is not written as JSON writes numbers", ".");
                case JsonFaultKind.TooDeep: return At("The JSON is nested too deeply", ".");
                case JsonFaultKind.TrailingData: return At("Something follows the JSON value", ".");
                case JsonFaultKind.UnexpectedKind: return $"The value is not {Detail ?? "of the kind expected"}.";
                case JsonFaultKind.NumberOutOfRange: return $"The number lies outside the range of {Detail ?? "its type"}.";
                case JsonFaultKind.NotAnInteger: return "The number is not an integer.";
                case JsonFaultKind.NumberInexact: return $"The number has more digits than {Detail ?? "its type"} can hold.";
                case JsonFaultKind.DuplicateMember: return $"The member '{Shown}' stands more than once in its object.";
                case JsonFaultKind.MissingMember: return $"The required member '{Shown}' is missing.";
                case JsonFaultKind.UnknownMember: return $"The member '{Shown}' is not allowed here.";
                case JsonFaultKind.UnknownWord: return Detail is null ? "The value is none of those allowed." : $"'{Shown}' is none of the values allowed.";
                case JsonFaultKind.InvalidFormat: return $"The string is not {Detail ?? "in its format"}.";
                default: return Detail ?? "The value breaks a constraint of its schema.";
            }
        }
    }

    /// <summary>The fault as a violation, which no keyword says.</summary>
    /// <param name="utf8Json">The text that was walked.</param>
    public ContractViolation ToViolation(ReadOnlySpan<byte> utf8Json) => new(JsonLocation.PointerAt(utf8Json, Offset), "", Message);

    /// <summary>Text from the wire is shown in part only: a message is no place for a megabyte.</summary>
    private string? Shown => Detail is { Length: > 100 } ? Detail.Substring(0, 100) + "…" : Detail;

    private string At(string what, string rest) => $"{what} at byte {Offset.ToString(System.Globalization.CultureInfo.InvariantCulture)}{rest}";
}
