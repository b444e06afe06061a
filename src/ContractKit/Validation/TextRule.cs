using System;
using System.ComponentModel;
using System.Globalization;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>The keywords for strings (JSON Schema 2020-12, sections 6.3 and 7). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextRule
{
    private readonly int _minLength;
    private readonly int _maxLength;
    private readonly SchemaPattern? _pattern;
    private readonly SchemaFormat _format;
    private readonly string? _formatName;

    /// <summary>The keywords' values.</summary>
    /// <param name="minLength">In code points.</param>
    /// <param name="maxLength">In code points.</param>
    /// <param name="pattern">An ECMA-262 regular expression.</param>
    /// <param name="format">A format that is asserted.</param>
    public TextRule(int minLength = 0, int maxLength = int.MaxValue, string? pattern = null, string? format = null)
    {
        _minLength = minLength;
        _maxLength = maxLength;
        _pattern = pattern is null ? null : new SchemaPattern(pattern);
        _format = FormatCheck.Of(format);
        _formatName = format;
    }

    internal bool Check(in JsonCursor cursor, int position, ReadOnlySpan<byte> text, ref Evaluation evaluation)
    {
        var valid = true;

        // A code point has one to four bytes: mostly the bytes alone tell.
        if (text.Length > _maxLength || (text.Length + 3) / 4 < _minLength)
        {
            var length = CodePoints.Count(text);
            if (length < _minLength)
            {
                valid = evaluation.Collects && evaluation.Report(cursor, position, "/minLength", "The text has " + Characters(length) + "; it must have at least " + Number(_minLength) + ".");
            }
            else if (length > _maxLength)
            {
                valid = evaluation.Collects && evaluation.Report(cursor, position, "/maxLength", "The text has " + Characters(length) + "; it must have at most " + Number(_maxLength) + ".");
            }
        }

        if (_pattern is not null && (valid || !evaluation.Stops))
        {
            var found = _pattern.Match(text);
            if (found != PatternMatch.Found)
            {
                valid = evaluation.Collects && evaluation.Report(cursor, position, "/pattern", found == PatternMatch.TimedOut
                    ? "It takes too long to match the text with the pattern " + _pattern.Text + "."
                    : "The text does not match the pattern " + _pattern.Text + ".");
            }
        }

        if (_format != SchemaFormat.None && (valid || !evaluation.Stops) && !FormatCheck.IsOf(_format, text))
        {
            valid = evaluation.Collects && evaluation.Report(cursor, position, "/format", "The text is not of the format " + _formatName + ".");
        }

        return valid;
    }

    private static string Characters(int count) => count == 1 ? "1 character" : Number(count) + " characters";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
