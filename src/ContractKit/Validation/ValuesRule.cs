using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary><c>const</c> or <c>enum</c>: the values that are allowed. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValuesRule
{
    private const int LongestShown = 60;

    private readonly string _keyword;
    private readonly bool _open;
    private readonly JsonWords _words;
    private readonly List<byte[]> _numbers = [];
    private readonly List<byte[]> _nested = [];
    private readonly JsonTypes _literals;

    private ValuesRule(string keyword, bool open, string[] words, string[] others)
    {
        _keyword = keyword;
        _open = open;
        _words = new JsonWords(words);
        foreach (var other in others)
        {
            var json = JsonUtf8.FromText(other);
            var kind = new JsonCursor(json).Kind;
            switch (kind)
            {
                case JsonKind.Number:
                    _numbers.Add(json);
                    break;
                case JsonKind.Object or JsonKind.Array:
                    _nested.Add(json);
                    break;
                default:
                    _literals |= (JsonTypes)(1 << (int)kind);
                    break;
            }
        }
    }

    /// <summary><c>const</c>, a string.</summary>
    public static ValuesRule Constant(string word) => new("/const", open: false, [word], []);

    /// <summary><c>const</c>, in JSON; no string.</summary>
    public static ValuesRule ConstantJson(string json) => new("/const", open: false, [], [json]);

    /// <summary><c>enum</c>.</summary>
    /// <param name="words">The strings, each once.</param>
    /// <param name="others">The other values, in JSON.</param>
    public static ValuesRule Enum(string[] words, params string[] others) => new("/enum", open: false, words, others);

    /// <summary><c>enum</c> whose record takes words that it does not have.</summary>
    /// <param name="words">The strings, each once.</param>
    /// <param name="others">The other values, in JSON.</param>
    public static ValuesRule OpenEnum(string[] words, params string[] others) => new("/enum", open: true, words, others);

    internal bool HasText(ReadOnlySpan<byte> text, Strictness strictness) =>
        _words.IndexOf(text) >= 0 || (_open && strictness == Strictness.Record && _words.Count > 0);

    internal bool HasNumber(ReadOnlySpan<byte> number, Strictness strictness)
    {
        foreach (var candidate in _numbers)
        {
            if (number.SequenceEqual(candidate) || DecimalText.Compare(DecimalText.Of(number), DecimalText.Of(candidate)) == 0)
            {
                return true;
            }
        }

        return _open && strictness == Strictness.Record && _numbers.Count > 0;
    }

    internal bool HasLiteral(JsonKind kind) => ((int)_literals >> (int)kind & 1) != 0;

    internal bool HasNested(JsonCursor value, ref Evaluation evaluation)
    {
        foreach (var candidate in _nested)
        {
            if (JsonEquality.AreEqual(value, new JsonCursor(candidate), ref evaluation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says that a string is none of these; always false.</summary>
    internal bool ReportText(in JsonCursor cursor, int position, ReadOnlySpan<byte> text, ref Evaluation evaluation) =>
        evaluation.Collects && Report(cursor, position, "'" + Cut(JsonUtf8.ToText(text)) + "'", ref evaluation);

    /// <summary>Says that another value, in JSON, is none of these; always false.</summary>
    internal bool ReportJson(in JsonCursor cursor, int position, ReadOnlySpan<byte> json, ref Evaluation evaluation) =>
        evaluation.Collects && Report(cursor, position, Shown(json), ref evaluation);

    private bool Report(in JsonCursor cursor, int position, string found, ref Evaluation evaluation)
    {
        var allowed = Enumerable.Range(0, _words.Count).Select(i => "'" + _words[i] + "'")
            .Concat(_numbers.Concat(_nested).Select(static json => Shown(json)))
            .Concat(new[] { JsonKind.True, JsonKind.False, JsonKind.Null }.Where(HasLiteral).Select(JsonTypeWords.Of))
            .ToList();
        var list = allowed.Count <= 10 ? string.Join(", ", allowed) : string.Join(", ", allowed.Take(10)) + " and " + (allowed.Count - 10).ToString(System.Globalization.CultureInfo.InvariantCulture) + " more";
        return evaluation.Report(
            cursor, position, _keyword, allowed.Count == 1 ? "This is " + found + "; it must be " + list + "." : "This is " + found + "; it must be one of " + list + ".");
    }

    private static string Shown(ReadOnlySpan<byte> json) =>
        json.Length > LongestShown ? (json[0] == '{' ? "another object" : json[0] == '[' ? "another array" : "a long number") : JsonUtf8.ToText(json);

    private static string Cut(string text) => text.Length > LongestShown ? text.Substring(0, LongestShown) + "…" : text;
}
